"""What people did not answer, without pointing at somebody."""

import numpy as np
import pytest

import alliance_analytics as aa


@pytest.fixture(scope="module")
def gaps(tmp_path_factory, write_alliance, canal):
    """Thirty people: six leave the first statement blank, and two the second."""
    table = canal["2025"].drop(index=0).reset_index(drop=True).assign(partner="Quay", level="tactical")
    table.loc[:5, table.columns[3]] = np.nan
    table.loc[:1, table.columns[4]] = np.nan
    people = len(table)
    folder = tmp_path_factory.mktemp("gaps") / "quay"
    return aa.study(write_alliance(folder, {"Quay": {"tactical": (people + 9, people)}}, {"2025": table}))


def test_the_dimension_with_most_gaps_is_the_headline(gaps):
    exhibit = aa.unanswered(gaps)
    people, items = len(gaps.history.now.people), len(gaps.instrument.scales("dimension")["cultural"])
    share = 100 * 8 / (people * items)
    assert exhibit.headline == f"Cultural went unanswered most often: {share:.1f}% of the answers asked for"
    assert exhibit.table.rows[0] == ("Cultural", f"{share:.1f}%", f"{share:.1f}%")
    assert exhibit.table.rows[1] == ("Relational", "0.0%", "0.0%")


def test_a_statement_is_named_where_enough_people_gave_no_answer(gaps):
    rows, items = aa.unanswered(gaps).table.rows, list(gaps.labels.items.values())
    share = f"{100 * 6 / len(gaps.history.now.people):.1f}%"
    assert rows[4:] == ((items[0], share, share),)


def test_the_others_are_counted_together(gaps):
    notes = aa.unanswered(gaps).notes
    assert f"For {len(gaps.labels.items) - 1} statements it is nobody or fewer" in notes[0]
    assert notes[1].startswith("For the scores: were every missing answer the lowest")


def test_one_person_who_left_statements_blank_is_not_told_of(shown):
    first = shown["unanswered"].table.rows[0]
    assert first[0] == "Cultural"
    assert set(first[1:]) == {"hidden"}


def test_of_few_people_nothing_is_told(silent_shown):
    exhibit = silent_shown["unanswered"]
    assert exhibit.headline == "How much went unanswered cannot be told without telling about few people"
    assert {cell for row in exhibit.table.rows for cell in row[1:]} == {"hidden"}


def test_where_everything_was_answered_that_is_the_finding(ferry_shown):
    assert ferry_shown["unanswered"].headline == "Every statement was answered by everybody"
