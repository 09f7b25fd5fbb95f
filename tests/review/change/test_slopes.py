"""A direction over all waves, by the mixed model."""

import dataclasses

import numpy as np
import pytest

import alliance_analytics as aa
from alliance_analytics.measure.mixed_model import lmm_trend
from alliance_analytics.review.change.slopes import released_slopes


def test_it_is_the_mixed_model_over_everybody_who_ever_answered(exchanged):
    waves = exchanged.history.waves
    slopes = released_slopes(exchanged.history, "pillar").set_index("name")
    row = slopes[slopes["shown"]].iloc[0]
    scores = np.concatenate([wave.scores["pillar"][row.name].to_numpy(float) for wave in waves])
    person = np.concatenate([wave.people["person"].to_numpy(object) for wave in waves])
    model = lmm_trend(scores, np.repeat([0.0, 1.0], 30), person)
    known = np.isfinite(scores)
    assert (row["n"], row["people"]) == (known.sum(), len(set(person[known])))
    assert row["value"] == round(model.effects[1].estimate, 1)
    assert row["low"] <= model.effects[1].low
    assert row["high"] >= model.effects[1].high


def test_people_without_a_link_are_people_of_their_own(study):
    rows = released_slopes(study.history, "dimension")
    assert set(rows["n"]) == {90}
    assert set(rows["people"]) == {60}


def test_few_who_came_hide_the_direction(few_exchanged):
    exhibit = aa.slopes(few_exchanged)
    assert exhibit.headline.startswith("A direction over all waves cannot be told")
    assert exhibit.table is None


def test_other_statements_break_the_line(exchanged):
    *before, last = exchanged.history.asked
    reworded = dataclasses.replace(last, reworded=frozenset({exchanged.instrument.scales("pillar")["2"][0]}))
    history = dataclasses.replace(exchanged.history, asked=(*before, reworded))
    rows = released_slopes(history, "pillar").set_index("name")
    assert rows.loc["2", "reason"] == "items_changed"
    assert np.isnan(rows.loc["2", "value"])
    assert rows.drop(index="2")["shown"].all()


def test_the_headline_counts_what_has_a_direction(study):
    moved = released_slopes(study.history, "dimension").query("shown and moved")
    up = int((moved["value"] > 0).sum())
    assert aa.slopes(study).headline.startswith(f"Over all waves {up} of 4 means rise")
    assert aa.slopes(study).table.rows[0][-1] in {"beyond doubt", "in doubt"}


@pytest.mark.parametrize("scale", ["dimension", "item"])
def test_one_wave_or_single_statements_have_no_line(ferry, study, scale):
    assert aa.slopes(ferry, scale) is None
    assert aa.slopes(study, "item") is None
