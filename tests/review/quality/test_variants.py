"""How far means would move, and nothing about few people."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.measure.answer_quality import fastest
from alliance_analytics.review.quality.variants import COLUMNS, SCALE, everybody_shown, released_variants

QUAY = {"Quay": {"tactical": (24, 18), "operational": (20, 12)}}


@pytest.fixture(scope="module")
def parts(tmp_path_factory, write_alliance, canal):
    """A wave of thirty people of one partner, what was read of it, and who was invited."""
    table = canal["2025"].assign(partner="Quay", level=["tactical"] * 18 + ["operational"] * 12)
    study = aa.study(write_alliance(tmp_path_factory.mktemp("quay") / "quay", QUAY, {"2025": table}))
    survey = study.workspace.survey(study.alliance, study.wave)
    return study.history.now, survey, study.workspace.invited(study.alliance, study.wave)


@pytest.fixture(scope="module")
def make_variants(parts):
    """A function that returns the variants by name of the variant, with parts of the wave changed."""

    def make(**changed):
        now, survey, invited = parts
        survey = replace(survey, **{name: new for name, new in changed.items() if name != "invited"})
        table = released_variants(now, survey, changed.get("invited", invited))
        return {name: part.set_index("name") for name, part in table.groupby("variant")}

    return make


def straight(survey, people):
    """Return responses in which the first people give one answer all the way down."""
    responses = survey.responses.copy()
    responses.loc[responses.index[:people], list(survey.missing_kinds.columns)] = 3.0
    return responses


def times(count):
    return pd.Series(np.arange(count) * 60.0 + 100)


def test_every_variant_has_a_row_a_dimension(parts):
    now, survey, invited = parts
    table = released_variants(now, survey, invited)
    assert list(table.columns) == COLUMNS
    assert set(table["name"]) == set(now.scores[SCALE])
    assert set(table["wave"]) == {"2025"}


def test_what_is_hidden_holds_no_number(make_variants):
    for table in make_variants().values():
        assert table.loc[~table["shown"], ["low", "high"]].isna().all(axis=None)
        assert (table["reason"] == "").eq(table["shown"]).all()


def test_without_the_fastest_the_mean_is_that_of_the_others(make_variants, parts):
    now, survey, _ = parts
    seconds = times(len(survey.responses))
    found = make_variants(seconds=seconds)["fast"]
    kept = ~fastest(seconds)
    for name in found.index[found["shown"]]:
        scores = now.scores[SCALE][name]
        assert found.loc[name, "low"] == pytest.approx(scores[kept].mean() - scores.mean())
    assert found["shown"].any()


def test_without_times_there_is_no_such_variant(make_variants, parts):
    nothing = pd.Series(np.nan, index=parts[1].responses.index)
    assert "fast" not in make_variants(seconds=nothing)


def test_few_fast_people_are_not_told_of(make_variants, parts):
    seconds = pd.Series(np.nan, index=parts[1].responses.index)
    seconds.iloc[:12] = times(12).to_numpy()
    found = make_variants(seconds=seconds)["fast"]
    assert not found["shown"].any()
    assert set(found["reason"]) == {"subtraction"}


@pytest.mark.parametrize("people", [1, 4])
def test_a_few_straight_liners_are_not_told_of(make_variants, parts, people):
    assert not make_variants(responses=straight(parts[1], people))["straight"]["shown"].any()


def test_without_straight_liners_nothing_moves(make_variants):
    found = make_variants()["straight"]
    assert found["shown"].all()
    assert (found[["low", "high"]] == 0).all(axis=None)


def test_where_nobody_was_counted_there_are_no_weights(make_variants, parts):
    assert "weighted" not in make_variants(invited=parts[2].head(0))


def test_weights_add_the_partners_up_to_the_people_invited(make_variants, parts):
    now, _, invited = parts
    found = make_variants(invited=invited.assign(invited=1))["weighted"]
    sizes = now.people.groupby(["partner", "level"]).size()
    assert (sizes != sizes.iloc[0]).any()
    assert (found.loc[found["shown"], "low"] != 0).all()


def test_gaps_lie_on_both_sides_of_the_mean(make_variants, parts):
    survey = parts[1]
    responses = survey.responses.copy()
    responses.loc[responses.index[:20:2], survey.missing_kinds.columns[0]] = np.nan
    found = make_variants(responses=responses)["gaps"]
    told = found[found["shown"]]
    assert len(told)
    assert (told["low"] <= told["high"]).all()


def test_of_few_people_nothing_is_told(silent):
    assert not silent.variants["shown"].any()
    assert not everybody_shown(silent.history.now.plan, SCALE, "cultural")
