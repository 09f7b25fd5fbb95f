"""Every output of a notebook is looked at, and the state of its widgets."""

import pytest

from alliance_analytics.publish.audit.notebooks import VIEW, is_notebook, read_json, read_notebook

SECRET = "ann@example.org"


def notebook(**outputs):
    cell = {"cell_type": "code", "source": ["x = 1\n", "x"], "metadata": {}, "outputs": []}
    return {"cells": [cell | outputs], "metadata": {}, "nbformat": 4}


def texts(layer):
    return "\n".join(
        [*(piece.text for piece in layer.pieces), *(each.content.decode() for each in layer.carried)]
    )


@pytest.mark.parametrize(
    "cell",
    [
        {"source": SECRET},
        {"metadata": {"note": SECRET}},
        {"outputs": [{"output_type": "stream", "text": ["by ", SECRET]}]},
        {"outputs": [{"output_type": "error", "traceback": [SECRET]}]},
        {"outputs": [{"data": {"text/html": ["<p>", SECRET, "</p>"]}}]},
        {"outputs": [{"data": {"application/json": {"rows": [{"mail": SECRET}]}}}]},
    ],
)
def test_every_part_of_a_cell_is_read(cell):
    assert SECRET in texts(read_notebook("", notebook(**cell)))


def test_the_state_of_widgets_is_read():
    state = {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"value": SECRET}}}}}
    assert SECRET in texts(read_notebook("", notebook() | {"metadata": state}))


def test_a_widget_may_be_named_like_a_bank_account_and_nothing_else():
    name, other = "1de89370400440532013000aa", "de89370400440532013000"
    state = {name: {"model_name": "VBoxModel", "state": {"children": [f"IPY_MODEL_{name}"], "value": other}}}
    asked = notebook(outputs=[{"data": {VIEW: {"model_id": name}}}])
    asked["metadata"] = {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": state}}}
    read = texts(read_notebook("a.ipynb", asked))
    assert name not in read
    assert other in read


def test_numbers_in_a_row_stay_together():
    assert "[1, 2, null]" in texts(read_json("", {"a": [1, 2, None]}))


def test_what_is_a_notebook():
    assert is_notebook(notebook())
    assert not is_notebook({"cells": "x"})
    assert not is_notebook([1])
