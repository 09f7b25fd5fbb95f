"""``reports.yaml``: many reports from one source."""

import pytest

from alliance_analytics.batch.reports import Places, plan_reports, read_reports
from alliance_analytics.errors import ModelError, ParameterError, WorkspaceError
from alliance_analytics.workspace import open_workspace

FULL = """
reports:
  - waves: all
    languages: [en, nl]
    audiences: [everybody, board]
audiences:
  board: [main-points, agenda]
"""


@pytest.fixture
def planned(folder, tmp_path):
    def plan(text):
        (tmp_path / "reports.yaml").write_text(text, encoding="utf-8")
        return plan_reports(
            read_reports(tmp_path / "reports.yaml"), Places(open_workspace(folder), tmp_path / "out")
        )

    return plan


def test_each_wave_language_and_audience_is_a_page_of_its_own(planned):
    jobs, skipped = planned(FULL)
    marks = ("", "-nl", "-board", "-nl-board")
    assert {job.name for job in jobs} == {
        f"harbour/{wave}{mark}.html" for wave in (2023, 2024) for mark in marks
    }
    assert [each.alliance for each in skipped] == ["empty"]


def test_an_audience_brings_its_sections_and_its_label(planned):
    jobs, _ = planned(FULL)
    board = next(job for job in jobs if job.name == "harbour/2024-nl-board.html")
    assert (board.sections, board.label) == (("main-points", "agenda"), "2024 (nl, board)")


def test_the_newest_wave_and_the_own_language_when_nothing_is_said(planned):
    jobs, _ = planned("reports: [{alliances: [harbour]}]")
    assert [(job.name, job.language) for job in jobs] == [("harbour/2024.html", "en")]


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        (
            "reports: [{audiences: [bord]}]\naudiences: {board: [agenda]}",
            ParameterError,
            "Did you mean 'board'",
        ),
        ("reports: [{aliances: [harbour]}]", ModelError, "aliances"),
        ("reports: [{alliances: [harbor]}]", WorkspaceError, "harbour"),
        ("reports: [{}, {}]", ParameterError, "one page"),
        ("reports: [{parameters: {dept: 1}}]", ParameterError, "no such parameter"),
        ("reports: [{notebook: no-such}]", WorkspaceError, "no-such"),
        ("reports: [{languages: [de]}]", ModelError, "languages"),
    ],
)
def test_what_is_wrong_is_told_before_anything_starts(planned, text, error, said):
    with pytest.raises(error, match=said):
        planned(text)


def test_a_wave_that_is_not_there_is_skipped_with_a_remedy(planned):
    jobs, skipped = planned("reports: [{alliances: [harbour], waves: ['2022', '2023']}]")
    assert [job.wave for job in jobs] == ["2023"]
    assert "2024" in skipped[0].remedy
