"""The effect of leaving records out is told of enough people only."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.model.sourced import Bilingual
from alliance_analytics.review.quality.exclusions import effects_of, exclusion_effects
from alliance_analytics.workspace import open_workspace

OURS = Instrument(
    id="ours",
    title=Bilingual(en="Ours", nl="De onze"),
    version="1",
    levels={"one": {"en": "One"}},
    items=tuple(
        Item(id=name, kind="statement", wording={"en": name}, dimension=name[0])
        for name in ("a1", "a2", "b1", "b2")
    ),
)


def responses(*answers, person=None):
    table = pd.DataFrame(answers, columns=["a1", "a2", "b1", "b2"], dtype=float)
    return table.assign(person=person or [pd.NA] * len(table))


COUNTED = responses(*[(4, 4, 2, 2)] * 8)


def effects(kept, reason="unfinished", rule=None):
    table = effects_of(COUNTED, {reason: kept}, OURS, rule or release_rule())
    return table.set_index("name")


def test_enough_people_are_told_about_with_the_means_of_both():
    found = effects(pd.concat([COUNTED, responses(*[(1, 1, 2, 2)] * 8)])).loc["a"]
    assert found["shown"]
    told = found[["people", "n_without", "mean_without", "n_with", "mean_with", "difference"]]
    assert told.tolist() == [8, 8, 4.0, 16, 2.5, -1.5]


def test_each_scale_counts_its_own_people():
    broke_off = responses(*[(1, 1, np.nan, np.nan)] * 5)
    found = effects(pd.concat([COUNTED, broke_off]))
    assert found["shown"].to_dict() == {"a": True, "b": False}
    assert found["why"]["b"] == "too_few"
    assert found.loc["b", ["people", "mean_with", "difference"]].isna().all()


@pytest.mark.parametrize("people", [0, 1, 4])
def test_few_people_are_not_told_about(people):
    found = effects(pd.concat([COUNTED, responses(*[(1, 1, 1, 1)] * people)]))
    assert not found["shown"].any()
    assert found[["people", "n_without", "mean_without", "n_with", "mean_with"]].isna().all(axis=None)


def test_the_records_of_one_person_are_one_person():
    counted = responses(*[(4, 4, 2, 2)] * 8, person=[f"p{n}" for n in range(8)])
    often = responses(*[(1, 1, 1, 1)] * 6, person=["p0"] * 6)
    table = effects_of(counted, {"duplicate": pd.concat([counted, often])}, OURS, release_rule())
    assert not table["shown"].any()
    several = responses(*[(1, 1, 1, 1)] * 6, person=[f"p{n}" for n in range(6)])
    table = effects_of(counted, {"duplicate": pd.concat([counted, several])}, OURS, release_rule())
    assert table["people"].tolist() == [6, 6]


def test_repeated_records_of_nobody_known_may_be_one_persons():
    assert not effects(pd.concat([COUNTED, responses(*[(1, 1, 1, 1)] * 9)]), "duplicate")["shown"].any()


def test_a_rule_that_was_raised_holds_here_too():
    kept = pd.concat([COUNTED, responses(*[(1, 1, 1, 1)] * 6)])
    assert effects(kept)["shown"].all()
    assert not effects(kept, rule=release_rule().raised({"subtraction_minimum": 7}))["shown"].any()
    assert not effects(kept, rule=release_rule().raised({"score_minimum": 9}))["shown"].any()


@pytest.fixture
def quay(tmp_path, write_alliance):
    """A wave in which seven people answered twice."""
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (20, 12)}})
    file = folder / "2025" / "answers.csv"
    table = pd.read_csv(file)
    again = table.iloc[:7].replace({"Agree": "Disagree"})
    pd.concat([table, again]).to_csv(file, index=False)
    return folder


def test_the_effect_is_that_of_reading_the_wave_with_these_records(quay):
    workspace = open_workspace(quay)
    table = exclusion_effects(workspace, "quay", "2025").set_index("name")
    assert set(table["reason"]) == {"duplicate"}
    assert table["people"].tolist() == [7.0] * len(table)
    assert len(workspace.survey("quay", "2025", keep_rows=["duplicate"]).responses) == 19
    assert workspace.survey("quay", "2025").kept == 12


def test_settings_of_the_wave_keep_records_too(quay):
    (quay / "2025" / "wave.yml").write_text("keep_rows: [duplicate]\n")
    survey = open_workspace(quay).survey("quay", "2025")
    assert (survey.kept, survey.excluded) == (19, {})
    assert exclusion_effects(open_workspace(quay), "quay", "2025").empty


@pytest.mark.parametrize("name", ["empty", "duplicates"])
def test_what_cannot_be_kept_is_refused(name, quay):
    with pytest.raises(ParameterError, match="cannot be kept"):
        open_workspace(quay).survey("quay", "2025", keep_rows=[name])
