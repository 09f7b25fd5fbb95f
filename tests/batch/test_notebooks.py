"""The notebooks are found, and only declared parameters get in."""

import pytest

from alliance_analytics.batch.notebooks import declared_parameters, notebook_named, refuse_undeclared
from alliance_analytics.errors import ParameterError, WorkspaceError


def test_the_review_is_found():
    assert notebook_named("annual-review").name == "05-annual-review.ipynb"


def test_a_missing_notebook_is_named():
    with pytest.raises(WorkspaceError, match="no-such"):
        notebook_named("no-such")


def test_every_parameter_has_a_type_and_a_meaning():
    for declared in declared_parameters(notebook_named("annual-review")).values():
        assert declared["inferred_type_name"] == "str"
        assert declared["help"]


def test_a_misspelt_parameter_is_refused_with_the_nearest(showing):
    with pytest.raises(ParameterError, match="Did you mean 'alliance'"):
        refuse_undeclared(showing, {"aliance": "x"})


def test_declared_parameters_pass(showing):
    refuse_undeclared(showing, {"alliance": "x", "wave": "2024"})
