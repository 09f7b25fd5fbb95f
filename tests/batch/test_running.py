"""One job in a real kernel: a page, or a reason and no page."""

import pytest

from alliance_analytics.batch.jobs import Job
from alliance_analytics.batch.running import failed_notebook, run_job

pytestmark = pytest.mark.notebook


def job(notebook, tmp_path):
    return Job(notebook, tmp_path, "harbour", "2024", "en", tmp_path / "out" / "harbour" / "2024.html")


def test_a_notebook_that_runs_makes_a_page_of_its_exhibits_only(showing, tmp_path):
    outcome = run_job(job(showing, tmp_path))
    page = (tmp_path / "out" / outcome.page).read_text(encoding="utf-8")
    assert outcome.status == "done"
    assert "Finding of harbour" in page
    assert "must not travel" not in page


def test_a_failure_says_cell_reason_and_remedy_and_leaves_no_page(failing, tmp_path):
    planned = job(failing, tmp_path)
    planned.page.parent.mkdir(parents=True)
    planned.page.write_text("the page of an earlier run")
    outcome = run_job(planned)
    assert (outcome.status, outcome.cell) == ("failed", 4)
    assert outcome.reason.startswith("The wave has no export.")
    assert outcome.remedy == "Put the export there."
    assert not planned.page.exists()
    assert failed_notebook(planned).exists()


def test_a_notebook_that_shows_nothing_makes_no_page(silent, tmp_path):
    outcome = run_job(job(silent, tmp_path))
    assert outcome.status == "failed"
    assert "no exhibit" in outcome.reason


def test_a_later_success_takes_the_failed_notebook_away(showing, tmp_path):
    planned = job(showing, tmp_path)
    failed_notebook(planned).parent.mkdir(parents=True)
    failed_notebook(planned).write_text("{}")
    run_job(planned)
    assert not failed_notebook(planned).exists()
