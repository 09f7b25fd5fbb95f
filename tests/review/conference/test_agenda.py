"""What to talk about: findings, each with what to ask."""

import pytest
import yaml

import alliance_analytics as aa
from alliance_analytics.model.building_blocks import building_blocks


def test_the_gap_the_weakest_pillars_and_the_stage_are_topics(shown, study):
    points = shown["agenda-topics"].points
    assert points[0].startswith("Northern Locks and Harbour Office see a different alliance")
    weakest = [study.labels.pillars[pillar] for pillar in study.weakest["pillar"]]
    assert [point.split(".")[0] for point in points[1:-1]] == weakest
    assert points[-1].startswith("Is procedure-oriented where this alliance wants to be?")


def test_a_weak_pillar_comes_with_its_score_and_the_two_ends_of_its_friction(shown, study):
    row = study.weakest.iloc[0]
    point = next(
        point
        for point in shown["agenda-topics"].points
        if point.startswith(study.labels.pillars[row["pillar"]])
    )
    assert f"Score {row['mean']:.1f} ({row['ci_low']:.1f} to {row['ci_high']:.1f})" in point
    assert " between " in point


def test_blocks_in_place_are_not_asked_for(shown):
    text = " ".join(shown["agenda-topics"].points)
    assert "are not in place: " in text
    assert "annual evaluation" not in text
    assert "alliance board" not in text


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("reporting", "are not in place: alliance reporting."),
        ("", "All building blocks that serve it are in place"),
    ],
)
def test_only_what_is_missing_is_asked_for(tmp_path, write_alliance, left_out, said):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    blocks = [block.id for block in building_blocks().blocks if block.id != left_out]
    (folder / "2025" / "wave.yml").write_text(yaml.safe_dump({"building_blocks": blocks}))
    assert said in " ".join(aa.agenda(aa.study(folder)).points)


def test_blocks_are_named_also_when_nobody_said_which_are_in_place(tiny, show_all):
    text = " ".join(show_all(tiny)["agenda-topics"].points)
    assert "Nobody wrote down which are in place." in text


def test_nothing_to_say_is_said(silent_shown):
    exhibit = silent_shown["agenda-topics"]
    assert exhibit.points[0].startswith("Too few people answered to suggest topics")
    assert exhibit.notes == ()


def test_an_instrument_of_its_own_has_weak_spots_without_blocks(ferry_shown):
    points = ferry_shown["agenda-topics"].points
    assert all(point.endswith("What stands in the way here?") for point in points)


def test_topics_are_there_in_dutch(dutch):
    assert dutch["agenda-topics"].headline == "Waarover te praten"
    assert "Bouwstenen" in " ".join(dutch["agenda-topics"].points)
