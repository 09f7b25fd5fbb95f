"""The options offer what the runner can do, and nothing else."""

from typing import get_args

import pytest
import typer

from alliance_analytics.batch.jobs import Kernel as KernelName
from alliance_analytics.cli import review_options
from alliance_analytics.cli.review_options import KernelKind, OnlyWhich


def test_every_kind_of_kernel_can_be_chosen():
    assert {kind.value for kind in KernelKind} == set(get_args(KernelName))


def test_only_failed_ones_can_be_made_again():
    assert [which.value for which in OnlyWhich] == ["failed"]


@pytest.mark.parametrize("name", [name for name in vars(review_options) if name[0].isupper()])
def test_every_option_says_what_it_does(name):
    option = getattr(review_options, name)
    for told in getattr(option, "__metadata__", ()):
        assert isinstance(told, typer.models.ParameterInfo)
        assert told.help.endswith((".", "..."))
