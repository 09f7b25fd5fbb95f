"""The agreements of last year open the review, each with what became of it."""

import alliance_analytics as aa
from alliance_analytics.publish.exhibit import MAIN_POINTS


def test_each_agreement_has_its_outcome_and_the_movement_of_its_pillar(kept_study):
    exhibit = aa.agreements(kept_study)
    assert exhibit.section == MAIN_POINTS
    rows = {row[0]: row for row in exhibit.table.rows}
    assert rows["Report"][4] == "done"
    change = kept_study.changes("pillar").set_index("name").loc["1"]
    assert rows["Visit"][4] == ("moved" if change["moved"] else "can't tell")
    assert f"{change['change']:+.2f} (" in rows["Visit"][5]


def test_the_headline_counts_the_outcomes(kept_study):
    assert aa.agreements(kept_study).headline.startswith("Of the 2 agreements made after 2024: 1 done")


def test_a_pillar_that_moved_is_told_not_to_be_a_proof(kept_study):
    assert "does not show that the agreement moved it" in aa.agreements(kept_study).notes[0]


def test_without_agreements_there_is_no_exhibit(study, tiny):
    assert aa.agreements(study) is None
    assert aa.agreements(tiny) is None


def test_dutch_speaks_dutch(kept):
    assert aa.agreements(aa.study(kept, "canal", language="nl")).table.header[0] == "Wat"
