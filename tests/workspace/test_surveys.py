"""A wave's exports read together, and waves set one below the other."""

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.surveys import exports_in, responses_of, survey_of


def test_all_exports_of_a_wave_are_read_as_one(tmp_path, write_alliance, canal):
    answers = canal["2025"].assign(partner="Quay", level="tactical")
    tables = {"a": answers.iloc[:5], "b": answers.iloc[5:9]}
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (40, 12)}}, tables)
    (folder / "b" / "answers.csv").rename(folder / "a" / "more.csv")
    workspace = open_workspace(folder)
    assert [path.name for path in exports_in(workspace, "quay", "a")] == ["answers.csv", "more.csv"]
    assert survey_of(workspace, "quay", "a", frozenset()).kept == 9


def test_a_wave_without_an_export_is_told(tmp_path, write_alliance, canal):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (12, 12)}}, {"a": canal["2025"]})
    (folder / "a" / "answers.csv").unlink()
    with pytest.raises(WorkspaceError, match="quay/a"):
        exports_in(open_workspace(folder), "quay", "a")


def test_waves_stand_below_one_another(workspace):
    both = responses_of(workspace, [("canal", "2024"), ("canal", "2025")])
    assert both["wave"].drop_duplicates().tolist() == ["2024", "2025"]
    assert len(both) == sum(len(workspace.responses("canal", wave)) for wave in ("2024", "2025"))
