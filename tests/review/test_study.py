"""A study is one alliance in one wave, and everything that may be asked of it."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.errors import AllianceError, ParameterError, WorkspaceError
from alliance_analytics.review.study import PARAMETERS


def test_without_a_name_it_is_the_first_alliance_in_its_newest_wave(workspace):
    study = aa.study(workspace)
    assert (study.alliance, study.wave, study.language) == ("canal", "2025", "en")


def test_a_folder_may_be_given_as_text_or_as_a_path(world):
    assert aa.study(world, "ferry").wave == aa.study(str(world), "ferry").wave == "2025"


def test_the_language_is_the_alliances_own_or_the_workspaces(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "root" / "quay", {"Quay": {"tactical": (9, 6)}})
    (tmp_path / "root" / "workspace.yml").write_text("language: nl\n")
    assert aa.study(tmp_path / "root").language == "nl"
    (folder / "alliance.yml").write_text("language: en\n")
    assert aa.study(tmp_path / "root").language == "en"
    assert aa.study(tmp_path / "root", language="nl").language == "nl"


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [({"alliance": "canel"}, "'canal'"), ({"wave": "2052"}, "'2025'"), ({"language": "fr"}, "en, nl")],
)
def test_what_does_not_exist_is_refused_with_the_nearest(workspace, asked, nearest):
    with pytest.raises(AllianceError, match=nearest):
        aa.study(workspace, **asked)


def test_a_study_shows_what_it_is_of(study):
    assert repr(study) == "Study of Canal alliance, wave 2025 (2023, 2024, 2025)"


def test_estimates_are_released_ones_of_one_kind_of_scale_and_group(study):
    overall, by_level = study.estimates("pillar"), study.estimates("pillar", by="level")
    assert len(overall) == 8
    assert by_level["level"].nunique() == 3
    assert {"shown", "reason"} <= set(overall.columns)
    assert set(study.estimates("pillar", wave="2023")["wave"]) == {"2023"}


def test_the_wave_before_is_there_unless_it_is_the_first(study, ferry):
    assert set(study.before("pillar")["wave"]) == {"2024"}
    assert ferry.before("pillar") is None


def test_gaps_are_between_groups_of_which_both_are_shown(study, tiny):
    assert set(study.gaps("partner")["high"]) <= {"Northern Locks", "Harbour Office", "Tide Lab"}
    assert tiny.gaps("partner").empty


def test_a_gap_is_the_difference_of_two_released_means(study):
    means = study.estimates("dimension", by="partner").set_index(["name", "partner"])["mean"]
    for gap in study.gaps("partner").itertuples():
        assert gap.gap == pytest.approx(means[gap.name, gap.high] - means[gap.name, gap.low])


def test_pillars_say_where_an_alliance_stands_or_else_dimensions(study, flat):
    assert study.main_scale == "pillar"
    assert flat.main_scale == "dimension"
    assert set(flat.weakest["pillar"]) == {"service", "price"}


def test_the_weakest_pillars_are_those_with_the_lowest_means(study):
    means = study.estimates("pillar").set_index("name")["mean"]
    assert study.weakest["pillar"].iloc[0] == means.idxmin()


def test_the_stage_is_the_one_with_most_draws(study):
    shares = study.stage_shares[study.stage_shares["wave"] == "2025"].set_index("stage")["share"]
    assert study.stage["stage"] == shares.idxmax()


def test_an_instrument_without_marks_of_stages_is_not_placed(ferry):
    assert not ferry.stage["placed"]
    assert ferry.stage["reason"] == "not_asked"
    assert ferry.stage_evidence.empty
    assert ferry.missing_for_next.empty


def test_everything_is_measured_once(study):
    assert study.history is study.history
    assert study.themes is study.themes


def test_a_notebook_opens_the_study_of_its_parameters(world):
    names = {"workspace": str(world), "alliance": "ferry", "wave": "", "language": "nl", "aa": aa, "_": 3}
    study = aa.study_of_notebook(names)
    assert (study.alliance, study.language) == ("ferry", "nl")


def test_a_parameter_that_a_notebook_does_not_know_is_refused_with_the_nearest(world):
    with pytest.raises(ParameterError, match="'alliance'") as refusal:
        aa.study_of_notebook({"workspace": str(world), "aliance": "ferry"})
    assert refusal.value.allowed == ", ".join(PARAMETERS)


@pytest.mark.parametrize("value", [2025, None, pd.Timestamp("2025-01-01")])
def test_a_parameter_that_is_not_text_is_refused(world, value):
    with pytest.raises(ParameterError, match="text in quotes"):
        aa.study_of_notebook({"workspace": str(world), "wave": value})


def test_what_a_notebook_keeps_for_itself_is_no_parameter(world):
    names = {"workspace": str(world), "In": ["1"], "Out": {}, "_ih": [], "pd": pd}
    assert aa.study_of_notebook(names).alliance == "canal"


def test_a_folder_that_is_no_workspace_is_refused(tmp_path):
    with pytest.raises(WorkspaceError):
        aa.study(tmp_path)
