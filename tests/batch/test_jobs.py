"""What is run, and what is skipped with a reason."""

from pathlib import Path

import pytest

from alliance_analytics.batch.jobs import plan_jobs
from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import open_workspace

NOTEBOOK = Path("review.ipynb")


def test_the_newest_wave_is_taken(folder):
    jobs, _ = plan_jobs(open_workspace(folder), NOTEBOOK, Path("out"))
    assert [(job.alliance, job.wave, job.page) for job in jobs] == [
        ("harbour", "2024", Path("out/harbour/2024.html"))
    ]


def test_an_alliance_is_called_by_its_title_in_the_language_of_the_index(folder):
    settings = folder / "harbour" / "alliance.yml"
    settings.write_text("title: {en: Our harbour, nl: Onze haven}\n", encoding="utf-8")
    jobs, _ = plan_jobs(open_workspace(folder), NOTEBOOK, Path("out"), language="nl")
    assert [job.title for job in jobs] == ["Our harbour"]


def test_an_alliance_without_waves_is_skipped_with_a_remedy(folder):
    _, skipped = plan_jobs(open_workspace(folder), NOTEBOOK, Path("out"))
    assert [(each.alliance, each.status) for each in skipped] == [("empty", "skipped")]
    assert "drop the export" in skipped[0].remedy


def test_a_wave_that_only_some_have_skips_the_others(folder):
    jobs, skipped = plan_jobs(open_workspace(folder), NOTEBOOK, Path("out"), wave="2023")
    assert [job.wave for job in jobs] == ["2023"]
    assert "'2023'" in skipped[0].reason


def test_an_unknown_alliance_is_refused_with_the_nearest(folder):
    with pytest.raises(WorkspaceError, match="harbour"):
        plan_jobs(open_workspace(folder), NOTEBOOK, Path("out"), alliances=["harbor"])


def test_parameters_are_those_of_the_notebook(folder):
    jobs, _ = plan_jobs(open_workspace(folder), NOTEBOOK, Path("out"), language="nl")
    assert set(jobs[0].parameters) == {"workspace", "alliance", "wave", "language"}
    assert jobs[0].parameters["language"] == "nl"
