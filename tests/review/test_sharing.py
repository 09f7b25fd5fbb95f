"""The tables beside a review hold what the plan lets out, and no other number."""

import pytest

from alliance_analytics.review.sharing import PROTECTED, shared_tables, tables_note


@pytest.fixture(scope="module")
def tables(study):
    return {table.name: table for table in shared_tables(study)}


def rows(table):
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


def test_everything_is_there_and_explained(tables):
    assert list(tables) == ["scores", "trend", "changes", "answers", "response", "stages", "themes"]
    for table in tables.values():
        assert all(table.explained)


def test_scores_are_those_of_the_plan(study, tables):
    decided = study.history.now.plan.scores
    shown = [row for row in rows(tables["scores"]) if row["shown"] == "yes"]
    assert len(shown) == int(decided["shown"].sum())
    assert all(row["n"] and row["mean"] and row["reason"] == "" for row in shown)


def test_what_is_hidden_has_no_number_and_one_reason(tables):
    hidden = [
        row
        for name in ("scores", "answers", "response")
        for row in rows(tables[name])
        if row["shown"] == "no"
    ]
    assert {row["reason"] for row in hidden} <= {PROTECTED, "no_answers"}
    told = ("n", "mean", "ci_low", "ci_high", "population", "share_1", "answered", "rate")
    assert not [row for row in hidden if any(row.get(name) for name in told)]


def test_the_number_invited_stands_only_where_the_response_may_be_told(study, tables):
    response = study.history.now.response
    told = set(response[response["shown"].astype(bool) & response["partner"].notna()]["partner"])
    partners = {row["partner"] for row in rows(tables["scores"]) if row["population"] and not row["level"]}
    assert partners - {""} <= told


def test_few_people_carry_one_decimal(tables):
    for row in rows(tables["scores"]):
        if row["n"] and int(row["n"]) < 10:
            assert len(row["mean"].partition(".")[2]) == 1


def test_merged_groups_are_named_by_the_partner_left_out(tables):
    merged = [row for row in rows(tables["scores"]) if row["merged"]]
    assert {row["partner"] for row in merged} == {"Northern Locks", "Harbour Office", "Tide Lab"}


def test_names_are_those_that_a_reader_sees(tables):
    names = {(row["id"], row["name"]) for row in rows(tables["scores"]) if row["scale"] == "dimension"}
    assert ("cultural", "Cultural") in names


def test_all_that_answered_nothing_leaves_no_row_shown(silent):
    scores = next(table for table in shared_tables(silent) if table.name == "scores")
    assert {row["shown"] for row in rows(scores)} == {"no"}


def test_an_instrument_of_its_own_is_told_in_its_words(ferry):
    scores = next(table for table in shared_tables(ferry) if table.name == "scores")
    assert {row["name"] for row in rows(scores) if row["scale"] == "pillar"} == {
        "speed",
        "care",
        "cost",
        "fares",
    }


def test_the_note_names_the_minima(study):
    rule = study.history.now.plan.rule
    assert all(str(minimum) in tables_note(study) for minimum in (rule.score_minimum, rule.item_minimum))
