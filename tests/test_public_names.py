"""The names of the package, and that they cost nothing before they are used."""

import subprocess
import sys
from importlib import import_module

import pytest

import alliance_analytics as aa


@pytest.mark.parametrize("name", aa.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name):
    assert getattr(aa, name).__doc__


def test_names_are_listed_in_order():
    assert aa.__all__ == sorted(aa.__all__) == dir(aa)


def test_a_name_is_that_of_its_home():
    assert aa.spider is import_module("alliance_analytics.review.standing").spider
    assert aa.open_workspace is import_module("alliance_analytics.workspace").open_workspace


def test_a_name_that_does_not_exist_is_refused_as_python_does():
    with pytest.raises(AttributeError, match="'spidr'"):
        aa.spidr  # noqa: B018 - asking for it is the test


def test_importing_the_package_loads_nothing_heavy():
    program = (
        "import sys, alliance_analytics; print(sorted({'pandas', 'matplotlib', 'scipy'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
