"""The notebooks are found, and only declared parameters get in."""

import nbformat
import papermill
import pytest

from alliance_analytics.batch.notebooks import (
    declared_parameters,
    notebook_named,
    parsed_parameters,
    refuse_undeclared,
)
from alliance_analytics.errors import ParameterError, WorkspaceError

TYPED = """
depth = 2  # type: int What it is for
full = False  # type: bool What it is for
share = 0.1  # type: float What it is for
"""


@pytest.fixture
def typed(tmp_path):
    cell = nbformat.v4.new_code_cell(TYPED, metadata={"tags": ["parameters"]})
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "typed.ipynb")
    return tmp_path / "typed.ipynb"


def test_the_review_is_found():
    assert notebook_named("annual-review").name == "09-annual-review.ipynb"


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


def test_parameters_are_read_as_papermill_reads_them(showing):
    for path in (showing, notebook_named("annual-review"), notebook_named("intake-and-data-quality")):
        assert declared_parameters(path) == papermill.inspect_notebook(str(path))


@pytest.mark.parametrize(("text", "value"), [("3", 3), ("-1", -1)])
def test_typed_text_becomes_the_type_declared(typed, text, value):
    assert parsed_parameters(typed, {"depth": text}) == {"depth": value}


def test_words_of_yes_and_no_are_a_bool(typed):
    assert parsed_parameters(typed, {"full": "yes", "share": "0.5"}) == {"full": True, "share": 0.5}


@pytest.mark.parametrize(("name", "text"), [("depth", "deep"), ("full", "perhaps"), ("share", "half")])
def test_text_that_is_no_such_type_is_refused_with_what_it_is_for(typed, name, text):
    with pytest.raises(ParameterError, match="of another type") as refused:
        parsed_parameters(typed, {name: text})
    assert "What it is for" in str(refused.value)


def test_a_value_of_another_type_is_refused(typed):
    with pytest.raises(ParameterError, match="Allowed: int"):
        refuse_undeclared(typed, {"depth": "3"})
    refuse_undeclared(typed, {"share": 1})


def test_a_notebook_without_parameters_declares_none(tmp_path):
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "none.ipynb")
    assert declared_parameters(tmp_path / "none.ipynb") == {}
