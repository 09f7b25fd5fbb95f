from itertools import pairwise

import pytest

from alliance_analytics.publish.figures.answer_rows import BAND, answer_rows, columns
from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.setting import setting


@pytest.mark.parametrize("narrow", [False, True])
def test_rows_never_touch(make, narrow):
    page = setting(make.statements, "en", narrow)
    rows = answer_rows(page, dict.fromkeys(make.statements, False), make.ends, 50)
    for above, below in pairwise(rows):
        assert above.middle + BAND / 2 < below.top


def test_ends_are_kept_only_where_they_change(make):
    page = setting(make.statements, "en", narrow=False)
    rows = answer_rows(page, dict.fromkeys(make.statements, False), make.ends, 50)
    assert [row.ends for row in rows] == [
        ("resistance", "will"),
        ("", ""),
        ("solo", "together"),
        ("chaos", "order"),
    ]


def test_a_turned_statement_carries_its_mark(make):
    page = setting(make.statements, "en", narrow=False)
    rows = answer_rows(page, {name: name == "q2" for name in make.statements}, {}, 50)
    assert [row.lines[0].startswith("⇄") for row in rows] == [False, True, False, False]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("narrow", [False, True])
def test_columns_hold_their_headings_and_do_not_overlap(make, narrow, language):
    page = setting(make.statements, language, narrow)
    found = columns(("dont_know", "not_answered"), page)
    assert found[0].right < found[1].left
    for column in found:
        assert all(text_width(word, page.sheet.small) <= column.right - column.left for word in column.words)
