from itertools import pairwise

import pytest
from matplotlib.figure import Figure

from alliance_analytics.publish.figures.answer_bars import draw_answers, draw_apart
from alliance_analytics.publish.figures.answer_rows import answer_rows
from alliance_analytics.publish.figures.answers import prepare_answers
from alliance_analytics.publish.figures.setting import setting
from alliance_analytics.publish.figures.style import BAD_TO_GOOD, ink_on


@pytest.fixture
def drawing(make):
    table = prepare_answers(make.answers(hidden="q4"), make.statements)
    page = setting(make.statements, "en", narrow=False)
    rows = answer_rows(page, table["turned"].to_dict(), {}, 40)
    return Figure(figsize=(6, 4)).add_subplot(), table, rows, page


def bars(axes, label):
    return [bar for bar in axes.patches if bar.get_label() == label]


def test_a_bar_runs_without_gaps_from_its_start(drawing):
    axes, table, rows, page = drawing
    draw_answers(axes, table, rows, page)
    ends = [bars(axes, f"class {place} q1")[0] for place in range(1, 6)]
    assert ends[0].get_x() == pytest.approx(-0.25)
    for left, right in pairwise(ends):
        assert left.get_x() + left.get_width() == pytest.approx(right.get_x())
    assert ends[-1].get_x() + ends[-1].get_width() == pytest.approx(0.75)


def test_both_sides_have_room_for_the_longest_bar(drawing):
    axes, table, rows, page = drawing
    draw_answers(axes, table, rows, page)
    assert axes.get_xlim() == pytest.approx((-0.75, 0.75))


def test_only_large_shares_are_written_and_in_a_readable_ink(drawing):
    axes, table, rows, page = drawing
    draw_answers(axes, table, rows, page)
    found = {text.get_text(): text.get_color() for text in axes.texts}
    assert {"40%", "25%", "20%"} <= set(found)
    assert found["20%"] == ink_on(BAD_TO_GOOD[2])
    assert "5%" not in found


def test_small_bars_count_persons(drawing):
    axes, table, rows, _ = drawing
    draw_apart(axes, table, "dont_know", rows, 10)
    assert bars(axes, "dont_know q1")[0].get_width() == 2
    assert [text.get_text() for text in axes.texts] == ["2", "2", "2"]
