"""Studies are had by name, measured once, and their names can be completed."""

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import WorkspaceError


@pytest.fixture
def studies(workspace):
    return aa.studies(workspace)


def test_a_study_is_had_by_alliance_wave_and_language(studies):
    assert (studies["canal"].wave, studies["canal", "2024"].wave) == ("2025", "2024")
    assert studies["canal", "2024", "nl"].language == "nl"


def test_the_same_name_gives_the_same_study(studies):
    assert studies["canal", "2024"] is studies["canal", "2024"]


def test_alliances_are_called_as_readers_call_them(studies, tmp_path, write_alliance):
    assert studies.titles("en") == [("Canal alliance", "canal"), ("ferry", "ferry")]
    (write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}}) / "alliance.yml").write_text(
        "title: [1"
    )
    assert aa.studies(tmp_path).titles("en") == [("quay", "quay")]


def test_every_wave_of_every_alliance_is_offered_for_completion(studies):
    every = [("canal", "2023"), ("canal", "2024"), ("canal", "2025"), ("ferry", "2025")]
    assert list(studies) == every
    assert len(studies) == 4
    assert studies._ipython_key_completions_() == ["canal", "ferry", *every]


def test_a_name_that_does_not_exist_brings_the_nearest(studies):
    with pytest.raises(WorkspaceError, match="Did you mean 'canal'"):
        studies["cannal"]


def test_the_text_tells_names_only(studies):
    assert repr(studies) == "Studies\n  canal: 2023, 2024, 2025\n  ferry: 2025"
    assert studies._repr_html_().count("<tr>") == 3
