from itertools import pairwise

import pytest

from alliance_analytics.publish.figures.rows import stack
from alliance_analytics.publish.figures.style import PAGE, PHONE


def test_a_row_is_as_high_as_its_label_needs():
    labels = {"a": "Short", "b": "A label that is so long that it takes more than two lines of the column"}
    short, long = stack(labels, PAGE, top=10, room=100, band=20).rows
    assert short.middle == 20
    assert long.middle - long.top == pytest.approx(len(long.lines) * PAGE.pitch / 2)


def test_labels_stand_above_their_band_on_a_phone():
    rows = stack({"a": "Short"}, PHONE, top=10, room=200, band=20)
    assert rows.rows[0].middle == 10 + PHONE.pitch + 10
    assert rows.spans() == [(10 + PHONE.pitch, 30 + PHONE.pitch)]


def test_a_page_has_one_span_from_top_to_bottom():
    rows = stack({"a": "A", "b": "B"}, PAGE, top=10, room=100, band=20)
    assert rows.spans() == [(10, rows.bottom)]


def test_rows_follow_each_other_with_a_gap():
    rows = stack({str(place): "Name" for place in range(5)}, PAGE, top=0, room=100, band=20, gap=7).rows
    assert [below.top - above.top for above, below in pairwise(rows)] == [27] * 4


def test_a_name_of_many_lines_ends_in_an_ellipsis():
    (row,) = stack({"a": "word " * 60}, PAGE, top=0, room=100, band=20).rows
    assert len(row.lines) == 4
    assert row.lines[-1].endswith("…")
