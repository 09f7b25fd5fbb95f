"""One job in a real kernel: a page, or a reason and no page."""

import pytest

from alliance_analytics.batch import running
from alliance_analytics.batch.jobs import Job
from alliance_analytics.batch.running import failed_notebook, run_job

SHOWS = """
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_settings
display(page_settings("Review", "en", alliance="a", wave="b", sections={"one": "One"}, provenance={},
                      synthetic=True))
display(Exhibit("first", "one", "Finding"))
"""
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
    assert failed_notebook(planned).stat().st_mode & 0o077 == 0


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


def test_an_error_of_another_kind_is_told_without_its_words(write_notebook, tmp_path):
    told = 'raise ValueError("the comment of a person, /home/somebody/keys")'
    outcome = run_job(job(write_notebook("loud", told), tmp_path))
    assert outcome.reason == "The notebook stopped with ValueError."
    assert "Open the notebook" in outcome.remedy


def test_a_path_in_an_error_of_ours_is_not_told(write_notebook, tmp_path):
    told = 'from alliance_analytics.errors import PageError\nraise PageError("It lies in /home/somebody/x.")'
    assert (
        run_job(job(write_notebook("paths", told), tmp_path)).reason == "The notebook stopped with PageError."
    )


def test_the_notebook_kept_aside_does_not_say_where_it_ran(write_notebook, tmp_path):
    planned = job(write_notebook("where", "print(workspace)\n1 / 0"), tmp_path)
    run_job(planned)
    kept = failed_notebook(planned).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert str(tmp_path) not in kept


def test_a_secret_that_is_printed_reaches_no_page(write_notebook, tmp_path):
    planned = job(write_notebook("secret", SHOWS, "print('hunter2'); 'hunter2'"), tmp_path)
    assert run_job(planned).status == "done"
    assert all("hunter2" not in path.read_text() for path in planned.page.parent.rglob("*") if path.is_file())


def test_a_kernel_that_did_not_start_is_started_once_more(showing, tmp_path, monkeypatch):
    calls = []

    def fails_first(planned, executed, told):
        calls.append(planned)
        if len(calls) == 1:
            raise RuntimeError("Kernel died before replying to kernel_info")
        return real(planned, executed, told)

    real = running._execute
    monkeypatch.setattr(running, "_execute", fails_first)
    assert run_job(job(showing, tmp_path)).status == "done"
    assert len(calls) == 2


def test_a_kernel_that_never_starts_is_a_failure(showing, tmp_path, monkeypatch):
    calls = []

    def fails(*_):
        calls.append(1)
        raise RuntimeError("Kernel didn't respond in 60 seconds")

    monkeypatch.setattr(running, "_execute", fails)
    assert run_job(job(showing, tmp_path)).status == "failed"
    assert len(calls) == 2


def test_a_disk_that_is_full_leaves_the_reason_and_no_half_page(showing, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("alliance_analytics.publish.page.writing.os.fsync", full)
    planned = job(showing, tmp_path)
    outcome = run_job(planned)
    assert outcome.status == "failed"
    assert "No space left" in outcome.reason
    assert [path for path in planned.page.parent.glob("*") if path.is_file()] == []
