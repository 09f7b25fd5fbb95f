"""The examples in docstrings of what a newcomer meets first give what they say."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

MODULES = (
    "explore.explorer",
    "explore.overview",
    "explore.studies",
    "explore.views",
    "review.change.changing",
    "review.development.development",
    "review.groups",
    "review.portfolio.portfolio",
    "review.standing",
    "review.study",
    "workspace.folder",
    "workspace.own_data",
)


@pytest.mark.parametrize("name", MODULES)
def test_every_example_is_true(name, monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[1])  # the example data stands there
    found = doctest.testmod(import_module(f"alliance_analytics.{name}"))
    assert found.attempted
    assert not found.failed
