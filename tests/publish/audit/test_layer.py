"""Places within places read from the outside in."""

from alliance_analytics.publish.audit.layer import beneath


def test_a_place_within_a_place():
    assert beneath("notes.zip", "data.csv") == "notes.zip, data.csv"


def test_the_file_itself_has_no_place():
    assert beneath("", "page 2") == "page 2"
    assert beneath("page 2", "") == "page 2"
