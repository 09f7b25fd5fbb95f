"""A wave of the example has the same scores in whichever layout its answers are written."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import yaml

from alliance_analytics.demo.exports import export_of
from alliance_analytics.demo.plan import example_world
from alliance_analytics.demo.settings_files import write_alliance_settings, write_wave_settings
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.review.waves import measure_wave
from alliance_analytics.workspace import open_workspace
from benchmarks.mutations.in_answers import with_rows
from benchmarks.mutations.layouts import LAYOUTS

PLAN = example_world().alliances[0]
WAVE = next(wave for wave in PLAN.waves if wave.platform == "surveymonkey")
KINDS = ("dimension", "pillar")


@pytest.fixture(scope="module")
def export(example_waves):
    """One wave's export, with odd spellings, names that people typed, an empty record and a duplicate."""
    simulated = next(one for one in example_waves[PLAN.id] if one.wave.name == WAVE.name)
    return export_of(simulated, np.random.default_rng(7))


@pytest.fixture(scope="module")
def written(export, tmp_path_factory):
    """A function that writes the wave in a layout, and opens the workspace that it then is in."""

    def write(layout):
        folder = tmp_path_factory.mktemp("workspace")
        wave = folder / PLAN.id / WAVE.name
        wave.mkdir(parents=True)
        write_alliance_settings(PLAN, folder / PLAN.id)
        write_wave_settings(PLAN, WAVE, export, wave)
        survey = layout.fitting(as_expressible(export.survey, layout))
        settings = yaml.safe_load((wave / "wave.yml").read_text(encoding="utf-8"))
        told = settings | layout.codes_told(survey)
        (wave / "wave.yml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
        layout.write(survey, wave / f"export{layout.suffix}")
        return open_workspace(folder)

    return write


def as_expressible(survey, layout):
    """Without records that the layout has no mark for; no hand writes into the columns of single answers."""
    marked = {"response"} | layout.marked
    left = with_rows(survey, [row for row in survey.rows if survey.records[row].kind in marked])
    return replace(left, spellings={}) if layout.name.endswith("expanded") else left


def scores_of(answers, instrument):
    """Dimension and pillar scores by respondent, one column a scale."""
    scored = [
        score_scales(answers, instrument.scales(kind), instrument.turned, instrument.points) for kind in KINDS
    ]
    return pd.concat(scored, axis="columns")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout_gives_the_scores_of_the_answers_themselves(export, written, layout):
    found = written(layout).survey(PLAN.id, WAVE.name)
    survey = export.survey
    responses = [row for row in survey.rows if survey.records[row].kind == "response"]
    answers = survey.answers.iloc[responses].reset_index(drop=True)
    pd.testing.assert_frame_equal(
        scores_of(found.responses, survey.instrument),
        scores_of(answers, survey.instrument),
        check_exact=True,
    )
    variants = {spelling: partner.name for partner in PLAN.partners for spelling in partner.variants}
    partners = [survey.records[row].partner for row in responses]
    assert found.responses["partner"].tolist() == [variants.get(name, name) for name in partners]
    assert found.responses["level"].tolist() == [survey.records[row].level for row in responses]
    assert found.platform == (layout.platform or "table")


@pytest.mark.parametrize(
    "name", ["qualtrics codes", "surveymonkey 3 headers expanded", "redcap raw", "stata"]
)
def test_estimates_of_a_wave_are_the_same_to_the_last_digit(written, name):
    plain, other = (
        measure_wave(written(layout), PLAN.id, WAVE.name).estimates
        for layout in LAYOUTS
        if layout.name in ("limesurvey codes", name)
    )
    compared = [one[one["scale"].isin(KINDS)].reset_index(drop=True) for one in (plain, other)]
    assert compared[0]["mean"].notna().sum() > len(KINDS)
    pd.testing.assert_frame_equal(*compared, check_exact=True)
