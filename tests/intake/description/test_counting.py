"""Which records count, and how many people there are."""

from dataclasses import replace

import pandas as pd
import pytest

from alliance_analytics.intake.description.counting import counted, items_asked
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.instruments import default_instrument

INSTRUMENT = default_instrument()
SCORED = INSTRUMENT.scored


def by_answers(export, questions):
    return counted(export, questions, questions, {}, INSTRUMENT)


def test_blank_records_and_repeated_people_do_not_count(exported):
    mail = Column("", "Mail", role="mail")
    people = ["a@example.org", "b@example.org", "a@example.org", "c@example.org"]
    export = exported([(mail, people), ("How far?", ["Agree", "Agree", "Disagree", " "])])
    found = by_answers(export, [1])
    assert found.responses == 2
    assert found.excluded == {"duplicate": 1, "empty": 1}


def test_the_same_few_answers_may_be_two_peoples(exported):
    assert by_answers(exported({"A": ["Agree"] * 3, "B": ["No", "No", "Yes"]}), [0, 1]).responses == 3


def test_the_same_many_answers_are_one_persons(exported):
    columns = {f"Q{n}": ["Agree" if n % 2 else "Disagree"] * 2 + ["Neutral"] for n in range(12)}
    assert by_answers(exported(columns), list(range(12))).excluded == {"duplicate": 1}


def test_what_the_platform_rules_out_stays_out(exported):
    export = exported({"How far?": ["Agree", "Disagree", ""]})
    export = exported(
        {"How far?": ["Agree", "Disagree", ""]},
        exclusion=export.exclusion.mask(export.cells.index > 2, "unfinished"),
    )
    assert by_answers(export, [0]).excluded == {"unfinished": 1, "opened_only": 1}


def test_people_are_numbered_over_their_rows(exported):
    record = Column("record_id", "", role="record_id")
    export = exported([(record, ["1", "1", "2", "2", "2"]), ("How far?", ["Agree", "", "Agree", "", ""])])
    found = by_answers(export, [1])
    assert (found.people, found.responses, len(found.reasons)) == (2, 2, 5)


def test_without_questions_nothing_is_empty(exported):
    assert by_answers(exported({"id": ["1", "2"]}), []).responses == 2


@pytest.fixture
def ours(exported):
    """Our own statements, answered by three people and left blank by one."""
    answers = ["Agree", "Disagree", "Strongly agree", ""]
    return exported({item.wording["en"]: answers for item in SCORED})


def test_our_statements_are_counted_as_a_wave_counts_them(ours):
    items, refusal = items_asked(ours, INSTRUMENT)
    assert set(items) == {item.id for item in SCORED}
    assert refusal == ""
    assert counted(ours, list(items.values()), [], items, INSTRUMENT).excluded == {"empty": 1}


def test_codes_that_nobody_explained_are_counted_by_all_answers(exported):
    export = exported({item.wording["en"]: ["1", "2", "9", ""] for item in SCORED})
    items, _ = items_asked(export, INSTRUMENT)
    found = counted(export, list(items.values()), [], items, INSTRUMENT)
    assert found.responses == 3
    assert "could not be read" in found.refusal


def test_another_survey_asks_none_of_our_items(exported):
    assert items_asked(exported({"Favourite colour?": ["Blue"]}), INSTRUMENT) == ({}, "")


def test_a_statement_asked_twice_says_why_nothing_was_mapped(exported):
    columns = [(item.wording["en"], ["Agree"]) for item in (*SCORED, SCORED[0])]
    items, refusal = items_asked(exported(columns), INSTRUMENT)
    assert items == {}
    assert SCORED[0].id in refusal


def test_a_form_that_asks_for_no_grades_leaves_nobody_unfinished(exported):
    rated, other = Column("S1", "", form="morale"), Column("town", "", form="later")
    export = exported([(rated, ["4", "5", ""]), (other, ["", "Delft", ""])])
    left = pd.Series([True, False, True], index=export.cells.index)
    export = replace(export, unfinished_forms={"later": left, "morale": left & (export.cells[0] == "")})
    assert counted(export, [0, 1], [0], {}, INSTRUMENT).excluded == {"opened_only": 1}
    assert counted(export, [0, 1], [], {}, INSTRUMENT).excluded == {"unfinished": 1, "opened_only": 1}
