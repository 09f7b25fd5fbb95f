"""Means as if every partner and level counted as invited."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.measure.weighted_means import weighted_mean_ci
from alliance_analytics.review.quality.weighting import released_weighted, weights_of

INVITED = pd.DataFrame({"partner": ["a", "b"], "level": ["x", "x"], "invited": [30, 10]})


def people_of(**counts):
    partners = [partner for partner, count in counts.items() for _ in range(count)]
    return pd.DataFrame({"partner": partners, "level": "x"})


def test_weights_make_partners_count_as_invited():
    by, weights = weights_of(people_of(a=10, b=10), INVITED)
    assert by == ("partner", "level")
    assert weights.values[:10].sum() == pytest.approx(30)
    assert weights.values[10:].sum() == pytest.approx(10)


def test_what_cannot_be_weighted_by_both_is_weighted_by_one():
    by, weights = weights_of(people_of(a=10, b=10).assign(level=None), INVITED)
    assert by == ("partner",)
    assert not weights.reason


def test_the_mean_is_that_of_the_weights_and_its_difference_from_the_plain_one(study):
    invited = study.workspace.invited("canal", "2025")
    _, weights = weights_of(study.history.now.people, invited)
    released = released_weighted(study, "pillar", weights).set_index("name")
    row = released[released["shown"]].iloc[0]
    scores = study.history.now.scores["pillar"][row.name]
    expected = weighted_mean_ci(scores.to_numpy(float), weights)
    assert (row["mean"], row["ci_low"]) == (expected.mean, expected.low)
    assert row["difference"] == pytest.approx(expected.mean - scores.mean())


def test_the_headline_says_whether_the_picture_would_change(shown):
    exhibit = shown["weighted-pillar"]
    assert "every partner and level counted as invited" in exhibit.headline
    assert len(exhibit.table.rows) == 8


def test_the_range_of_weights_is_told_only_where_every_response_is(study, shown):
    told = study.history.now.response["shown"].all()
    cost = any("Each person stands for" in note for note in shown["weighted-pillar"].notes)
    assert cost == told


def test_weights_that_would_tell_about_a_hidden_partner_are_refused(tmp_path, write_alliance, canal):
    some = canal["2025"].head(20).assign(partner=["Quay"] * 17 + ["Pier"] * 3, level="tactical")
    groups = {"Quay": {"tactical": (20, 17)}, "Pier": {"tactical": (12, 3)}}
    exhibit = aa.weighted(aa.study(write_alliance(tmp_path / "quay", groups, {"2025": some})))
    assert exhibit.headline.startswith("Weighted means cannot be shown beside the others")
    assert {cell for row in exhibit.table.rows for cell in row[1:]} == {"hidden"}
    assert not any("stands for" in note for note in exhibit.notes)


def test_without_numbers_invited_there_is_nothing_to_weigh_by(flat):
    assert aa.weighted(flat) is None


def test_a_partner_that_was_not_invited_leaves_no_weights(tmp_path, write_alliance, canal):
    some = canal["2025"].head(20).assign(partner=["Quay"] * 10 + ["Pier"] * 10, level="tactical")
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (20, 20)}}, {"2025": some})
    (folder / "2025" / "wave.yml").write_text("invited: {Quay: {strategic: 40}}\n")
    exhibit = aa.weighted(aa.study(folder))
    assert exhibit.headline.startswith("No weights could be made: of some people the partner or level")
    assert exhibit.table is None
