"""The findings that open a review: each with its number, its comparison and its doubt."""

import re

import pytest

import alliance_analytics as aa
from alliance_analytics.review.change.changing import moved_beyond_doubt
from alliance_analytics.review.groups import widest

INTERVAL = re.compile(r"\([−+]?\d+[.,]?\d*%? (to|tot) [−+]?\d+[.,]?\d*%?")


@pytest.fixture(scope="module")
def points(shown):
    return shown["findings"].points


def test_every_finding_holds_an_interval_and_the_last_what_silence_could_hide(points, dutch):
    for point in (*points[:-1], *dutch["findings"].points[:-1]):
        assert INTERVAL.search(point), point
    assert "If the silent differed" in points[-1]


def test_the_headline_says_whose_view_it_is(shown, dutch, ferry_shown):
    expected = "How Canal alliance works together, as 30 of 47 people invited see it"
    assert shown["findings"].headline == expected
    assert dutch["findings"].headline.startswith("Hoe Kanaalalliantie samenwerkt, in de ogen van 30")
    assert ferry_shown["findings"].headline == "How ferry works together, as its own people see it"


def test_the_weakest_pillar_comes_first_against_the_strongest(points, study):
    now = study.estimates("pillar").dropna(subset="mean").sort_values("mean")
    for row in (now.iloc[0], now.iloc[-1]):
        assert study.labels.pillars[row["name"]] in points[0]
        assert f"{row['mean']:.1f}" in points[0]
        assert f"({row['ci_low']:.1f} to {row['ci_high']:.1f})" in points[0]
    assert points[0].startswith(study.labels.pillars[now["name"].iloc[0]])
    assert "of 47 invited" in points[0]


def test_the_lowest_is_in_doubt_in_the_points_where_it_is_in_the_figure(points, shown, study):
    sure = study.weakest["clearly_lowest"].iloc[0]
    assert ("not beyond doubt" in points[0]) == ("not beyond doubt" in shown["estimates-pillar"].headline)
    assert ("needs attention most" in points[0]) == sure


def test_the_largest_change_beyond_doubt_comes_with_how_many_moved(points, study):
    moved = moved_beyond_doubt(study.changes("pillar"))
    assert f"It gained {moved['change'].iloc[0]:.2f} points since wave 2024" in points[1]
    told = study.changes("pillar")["shown"].sum()
    assert f"{len(moved)} of {told} means moved beyond doubt" in points[1]


def test_the_widest_gap_between_partners_is_named(points, study):
    gap = widest(study.gaps("partner"))
    assert f"they are {gap['gap']:.2f} points apart" in points[2]


def test_the_stage_comes_with_that_of_the_wave_before(points, study):
    assert f"{100 * study.stage['share']:.0f}% of the draws fall there" in points[3]
    assert "in wave 2024 it was" in points[3]


def test_the_weakest_theme_comes_with_what_reports_say(points, study):
    means = study.estimates("theme").set_index("name")["mean"]
    assert points[4].startswith(f"{study.labels.themes[means.idxmin()]} scores lowest of the themes.")
    assert f"Statements score {means.min():.1f}" in points[4]
    assert "passages in reports: 2 on what helps it, 0 on what hinders it" in points[4]


def test_a_wave_without_reports_does_not_speak_of_them(dutch):
    assert "verslagen" not in " ".join(dutch["findings"].points)


def test_the_first_wave_has_no_change_and_no_stage_before(dutch):
    text = " ".join(dutch["findings"].points)
    assert "sinds meting" not in text
    assert "in meting" not in text


def test_too_few_answers_are_said_and_nothing_else_but_the_response(silent_shown):
    points = silent_shown["findings"].points
    assert points[0].startswith("Too few people answered to show scores")
    assert len(points) == 2
    assert points[1].startswith("4 of 9 people invited answered")


def test_a_census_is_told_as_one(tiny, show_all):
    points = show_all(tiny)["findings"].points
    assert "(everybody answered)" in points[0]
    assert points[-1].startswith("Everybody who was invited answered")


def test_no_gap_beyond_doubt_is_said_with_the_widest(ferry_shown, ferry):
    gap = widest(ferry.gaps("partner"))
    text = " ".join(ferry_shown["findings"].points)
    assert "Partners see much the same alliance." in text
    assert f"the largest is {gap['gap']:.2f} points" in text


def test_nothing_moved_is_said_with_the_largest_change(tmp_path, write_alliance, canal):
    same = canal["2025"].head(12).assign(partner="Quay", level="tactical")
    folder = write_alliance(tmp_path / "same", {"Quay": {"tactical": (20, 12)}}, {"a": same, "b": same})
    points = aa.main_points(aa.study(folder)).points
    assert points[1].startswith("Nothing moved beyond doubt. The largest change since wave a is 0.00 points")


def test_an_instrument_without_pillars_has_its_findings_on_dimensions(flat_shown):
    assert re.match(r"(service|price) (needs attention most|is lowest)", flat_shown["findings"].points[0])
