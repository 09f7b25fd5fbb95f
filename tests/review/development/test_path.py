"""The path is told in words, stage by stage, and a step back is told as plainly as one ahead."""

from types import SimpleNamespace

import pandas as pd
import pytest

from alliance_analytics.model.stages import stage_model
from alliance_analytics.publish.wording import words
from alliance_analytics.review.development.path import path_in_words, step_between

STAGES = ("opportunism", "procedure-oriented", "culturally-sensitive")


def walked(*placed):
    """A study whose waves were placed so: pairs of stage and share, None where not placed."""
    rows = [
        {
            "alliance": "Quay", "wave": str(2020 + place), "stage": stage,
            "share": (each[1] if stage == each[0] else 0.0) if each else float("nan"),
            "low": 0.0, "high": 1.0, "placed": each is not None, "reason": "",
        }
        for place, each in enumerate(placed)
        for stage in STAGES
    ]  # fmt: skip
    names = {stage.id: stage.name["en"] for stage in stage_model().stages}
    return SimpleNamespace(
        stage_shares=pd.DataFrame(rows), language="en", say=words("review", "en"),
        stages=stage_model(), labels=SimpleNamespace(stages=names),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("earlier", "later", "step"),
    [(0, 0, "stayed"), (0, 1, "moved"), (0, 2, "skipped"), (2, 1, "fell_back"), (2, 0, "fell_back")],
)
def test_each_step_has_its_name(earlier, later, step):
    assert step_between(STAGES[earlier], STAGES[later], STAGES) == step


def test_waves_of_one_stage_stand_together():
    (text,) = path_in_words(walked((STAGES[0], 1), (STAGES[0], 0.9), (STAGES[1], 0.95)))
    assert "2020 and 2021 opportunism; 2022 procedure-oriented." in text
    assert text.endswith("From 2021 to 2022 it moved on to the next stage.")


def test_a_doubtful_wave_is_told_to_be_so():
    (text,) = path_in_words(walked((STAGES[1], 1), (STAGES[2], 0.6)))
    assert text.endswith("2021 most likely culturally sensitive, but in doubt.")  # so no step is told


def test_falling_back_is_told():
    (text,) = path_in_words(walked((STAGES[1], 1), (STAGES[0], 1)))
    assert "fell back" in text


def test_a_wave_that_is_not_placed_is_passed_over():
    (text,) = path_in_words(walked((STAGES[0], 1), None, (STAGES[2], 1)))
    assert "From 2020 to 2022 it skipped a stage" in text


@pytest.mark.parametrize("placed", [((STAGES[0], 1),), (None, (STAGES[0], 1))])
def test_one_placed_wave_is_no_path(placed):
    assert path_in_words(walked(*placed)) == ()


def test_no_number_stands_without_its_range():
    (text,) = path_in_words(walked((STAGES[0], 1), (STAGES[1], 0.7)))
    assert "%" not in text
