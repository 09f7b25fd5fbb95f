"""Whether people say the same, and where they stand in two camps."""

import numpy as np
import pytest

import alliance_analytics as aa
from alliance_analytics.measure.agreement import ad_index, rwg_j
from alliance_analytics.review.agreement import released_agreement


@pytest.fixture
def split(tmp_path, write_alliance, canal):
    """Twelve people, half at each end of one statement."""
    twelve = canal["2025"].tail(12).assign(partner="Quay", level="tactical")
    item = twelve.columns[3]
    twelve[item] = [1, 5] * 6
    return aa.study(
        write_alliance(tmp_path / "quay", {"Quay": {"tactical": (20, 12)}}, {"2025": twelve})
    ), item


def test_numbers_are_those_of_people_who_answered_every_statement(study):
    items = list(study.instrument.scales("dimension")["cultural"])
    answers = study.history.now.scores["item"][items].to_numpy(float)
    everybody = np.zeros(len(answers))
    row = released_agreement(study, "", "dimension").set_index("name").loc["cultural"]
    assert row["rwg_j"] == rwg_j(answers, everybody).estimate[0]
    assert row["deviation"] == ad_index(answers, everybody).estimate[0]
    assert row["n"] == 29


def test_groups_of_which_no_statement_may_be_told_are_hidden(shown, study):
    rows = {row[0]: row for row in shown["agreement-partner-dimension"].table.rows}
    dimension = study.labels.dimensions["cultural"]
    assert set(rows[f"{dimension} · Tide Lab"][1:]) == {"hidden"}
    assert "hidden" not in rows[f"{dimension} · Everybody"]


def test_it_says_that_below_ten_seventy_proves_nothing(shown):
    assert any("Below 10 people 0.70 proves nothing" in note for note in shown["agreement-dimension"].notes)


def test_so_few_people_are_not_told_of(tiny):
    assert aa.agreement(tiny).headline == "Whether people agree cannot be shown of so few"
    assert aa.agreement(tiny, "partner").headline.startswith("Whether people agree within groups")
    assert aa.camps(tiny).headline == "Single statements cannot be shown of so few people"


def test_two_camps_are_seen_and_named(split):
    opened, item = split
    exhibit = aa.camps(opened)
    row = next(row for row in exhibit.table.rows if row[0] == opened.labels.items[item])
    assert row[1:] == ("6", "6", "12", "−1.00")
    assert "stand in two camps" in exhibit.headline


def test_without_camps_there_is_no_table(shown, study):
    plan = study.history.now.plan.scores
    everybody = plan[(plan["scale"] == "item") & plan[["partner", "level", "link"]].isna().all(axis=1)]
    told = int(everybody["shown"].sum())
    assert shown["camps"].headline == f"On none of {told} statements people stand in two camps"
    assert shown["camps"].table is None


def test_single_statements_are_no_scale(study):
    assert aa.agreement(study, scale="item") is None
