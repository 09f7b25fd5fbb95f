import pytest

from alliance_analytics.review.conference.process_map import friction_of, process_map, steps_of
from alliance_analytics.review.study import study


@pytest.fixture
def opened(practised):
    return study(practised(), "canal")


def test_the_map_is_drawn_with_steps_owners_and_what_comes_back(opened):
    exhibit = process_map(opened)
    assert exhibit.headline.startswith(
        "The alliance map, from beginning to end: 3 steps of 2 owners, 1 hand-overs between them"
    )
    rows = {row[0]: row for row in exhibit.table.rows}
    assert rows["Check"][1:4] == ("Tide Lab", "Do it", "Ask")
    assert rows["Do it"][2:] == ("none", "none", "none marked")
    assert exhibit.svg.startswith("<svg")
    assert exhibit.svg_narrow != exhibit.svg


def test_friction_is_that_of_released_pillars_and_coded_reports(opened):
    steps = steps_of(opened).rows
    marks = friction_of(opened, steps)
    weakest = opened.weakest.loc[opened.weakest["rank"] == 1, "pillar"].iloc[0]
    assert set(marks.loc[marks["source"] == "survey", "about"]) <= {"3", "5"}
    leaning = friction_of(opened, steps.assign(pillar=weakest))
    assert len(leaning[leaning["source"] == "survey"]) == len(steps)


def test_reports_that_tell_of_slow_decisions_mark_the_step_that_leans_on_them(opened):
    marks = friction_of(opened, steps_of(opened).rows)
    reports = marks[marks["source"] == "reports"]
    assert reports["step"].tolist() == ["check"]
    assert (reports["hinders"] > reports["helps"]).all()


def test_circular_hand_overs_are_told_by_place_and_still_drawn(practised):
    text = "step,owner,next\nask,Tide Lab,check\ncheck,Tide Lab,ask\n"
    exhibit = process_map(study(practised(process=text), "canal"))
    assert any("process.csv, row 2; process.csv, row 3" in note for note in exhibit.notes)
    assert exhibit.svg


def test_without_a_register_there_is_no_map(opened, practised):
    assert process_map(study(opened.workspace, "ferry")) is None


def test_the_map_in_dutch(practised):
    assert process_map(study(practised(), "canal", language="nl")).headline.startswith(
        "De alliantiekaart, van begin tot eind: 3 stappen"
    )
