"""Numbers that are ratings, and numbers that are not."""

import pandas as pd
import pytest

from alliance_analytics.intake.description.bare_ratings import bare_ratings, bare_scale, is_ranking
from alliance_analytics.intake.description.grids import grids_of
from alliance_analytics.intake.description.options import options_of
from alliance_analytics.intake.platforms.base import Column

RANKS = ("12345", "23451", "34512", "45123", "51234")


@pytest.fixture
def rated(exported):
    """Return a function that finds the ratings among columns, by heading or name."""

    def find(columns, **more):
        export = exported(columns, **more)
        given = {p: options_of(c, export.cells[p], {}) for p, c in enumerate(export.columns)}
        found = bare_ratings(export, given, grids_of(export.columns))
        return {(export.columns[p].name or export.columns[p].heading): one for p, one in found.items()}

    return find


@pytest.mark.parametrize(
    "heading",
    [
        "How satisfied are you?",
        "On a scale from 1 to 5, how was the last year?",
        "In welke mate heeft u het afgelopen jaar samengewerkt?",
        "Wie zufrieden bist du?",
        "Dans quelle mesure êtes-vous satisfait ?",
        "How likely are you to recommend us?",
    ],
)
def test_a_question_for_a_judgement_is_rated(heading, rated):
    assert heading in rated({heading: ["1", "5", "3", "2"]})


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("How old are you?", ["5", "6", "7", "8"]),
        ("How many children do you have?", ["1", "2", "3", "0"]),
        ("Years of experience", ["1", "5", "3", "2"]),
        ("Please rank the films", ["1", "5", "3", "2"]),
        ("How much do you agree? (slider)", ["0", "55", "100", "32"]),
        ("Combination", ["1", "5", "3", "2"]),
        ("Do you agree?", ["0", "1", "0", "1"]),
    ],
)
def test_a_number_of_something_is_no_rating(heading, cells, rated):
    assert rated({heading: cells}) == {}


def test_rows_of_a_grid_are_rated_together_with_a_row_that_nobody_answered(rated):
    rows = [(Column(f"op{n}", ""), list(cells)) for n, cells in enumerate(["1352", "1111", "2435"], 1)]
    assert set(rated([*rows, (Column("op4", ""), [""] * 4)])) == {"op1", "op2", "op3", "op4"}


def test_recodes_below_zero_and_from_ten_are_rated_in_grids(rated):
    below = [(Column(f"a_{n}", ""), ["-3", "3", "0", "1"]) for n in (1, 2)]
    ten = [(Column(f"b_{n}", ""), ["10", "13", "11", "12"]) for n in (1, 2)]
    assert len(rated(below + ten)) == 4


def test_what_the_survey_itself_fills_in_is_no_rating(rated):
    columns = [(Column("agree_order", "agree_order"), ["1", "2", "3", "4"])]
    assert rated(columns, platform="qualtrics") == {}


def test_a_turned_copy_is_a_rating_too(rated):
    columns = {"op1": "1352", "op2": "1352", "Rop2": "5314"}
    assert "Rop2" in rated([(Column(name, ""), list(cells)) for name, cells in columns.items()])


def test_minus_one_is_a_stray_where_no_scale_runs_from_it(rated):
    numbers = {"How satisfied are you?": ["-1", "3", "4", "6"], "How much?": ["-1", "0", "1", "1"]}
    found = rated(numbers)
    assert [option.text for option in found["How satisfied are you?"].stray] == ["-1"]
    assert found["How much?"].stray == ()


def test_a_usual_code_for_nothing_is_a_stray(rated):
    (one,) = rated({"How satisfied are you?": ["1", "5", "99", "2"]}).values()
    assert [option.text for option in one.stray] == ["99"]
    assert one.numbers == {1, 2, 5}


def test_points_are_told_by_declared_labels_or_by_the_platform_alone(rated):
    columns = {"How satisfied are you?": list("12345")}
    (one,) = rated(columns).values()
    assert bare_scale(one, {0: one}, numbers_are_points=False).points is None
    assert bare_scale(one, {0: one}, numbers_are_points=True).points == 5
    declared = Column("nps", "How likely?", labels={str(n): str(n) for n in range(11)})
    (one,) = rated([(declared, list("12345"))]).values()
    scale = bare_scale(one, {0: one}, numbers_are_points=False)
    assert (scale.labels, scale.points, scale.direction) == ((), 11, "unknown")


def test_ranks_differ_within_each_record():
    ranks = pd.DataFrame([list("123"), list("213"), list("321"), list("132")])
    assert is_ranking(ranks)
    assert not is_ranking(ranks.replace("3", "1"))


@pytest.mark.parametrize(("people", "points"), [(6, None), (60, 5)])
def test_two_scales_in_one_file_are_told_apart_by_many_people_alone(people, points, rated):
    five, ten = ["1", "5", "3"] * (people // 3), ["1", "10", "4"] * (people // 3)
    found = rated({"How clear?": five, "How useful?": five, "How likely?": ten}, bare_numbers_are_points=True)
    scales = [bare_scale(one, found, numbers_are_points=True) for one in found.values()]
    assert [scale.points for scale in scales] == [points, points, 10]


def test_a_question_that_tells_its_scale_is_believed_where_the_numbers_lie_on_it(rated):
    asked = "How clear? (1 = strongly disagree, 5 = strongly agree)"
    for cells, expected in ((["2", "4", "5"], (5, "ascending")), (["2", "4", "7"], (None, "unknown"))):
        ((place, one),) = rated({asked: cells}).items()
        scale = bare_scale(one, {place: one}, numbers_are_points=False)
        assert (scale.points, scale.direction) == expected


def test_columns_that_hold_every_number_of_one_usual_scale_are_rated_together(rated):
    statements = {f"We {verb}.": list("12345") for verb in ("meet", "plan", "trust")}
    others = {"They ask.": list("23452"), "Region": list("12345"), "Cluster size": list("12331")}
    assert set(rated(statements | others)) == {*statements, "They ask."}
    assert rated({name: cells for name, cells in statements.items() if "trust" not in name}) == {}


def test_ranks_of_several_things_are_no_ratings(rated):
    ranks = {f"Thing {name}": list(numbers) for name, numbers in zip("abcde", RANKS, strict=True)}
    assert rated(ranks) == {}
