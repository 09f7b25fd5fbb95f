"""Many jobs: told as they end, returned in order, and one that breaks costs only itself."""

import threading
import time

from alliance_analytics.batch.jobs import outcome_of
from alliance_analytics.batch.runner import run_jobs


def jobs(job_of, tmp_path, *alliances):
    return [job_of(tmp_path / "any.ipynb", alliance) for alliance in alliances]


def test_outcomes_come_back_in_order_and_are_told(job_of, tmp_path, pretend):
    told = []
    asked = jobs(job_of, tmp_path, "bad", "b", "c")
    outcomes = run_jobs(asked, 2, lambda job, outcome: told.append((job.alliance, outcome.status)), pretend)
    assert [(each.alliance, each.status) for each in outcomes] == [
        ("bad", "failed"),
        ("b", "done"),
        ("c", "done"),
    ]
    assert sorted(told) == [("b", "done"), ("bad", "failed"), ("c", "done")]


def test_a_run_that_breaks_fails_its_own_review_and_tells_only_its_kind(job_of, tmp_path, pretend):
    def run(job):
        if job.alliance == "a":
            raise OSError("/home/somebody/secret")
        return pretend(job)

    broken, other = run_jobs(jobs(job_of, tmp_path, "a", "b"), 1, lambda *_: None, run)
    assert (broken.status, other.status) == ("failed", "done")
    assert "OSError" in broken.reason
    assert "secret" not in broken.reason


def test_no_more_run_at_once_than_asked(job_of, tmp_path):

    running, most = [], []
    lock = threading.Lock()

    def run(job):
        with lock:
            running.append(job)
            most.append(len(running))
        time.sleep(0.02)
        with lock:
            running.remove(job)
        return outcome_of(job, "done", page="x")

    run_jobs(jobs(job_of, tmp_path, *"abcdef"), 2, lambda *_: None, run)
    assert max(most) == 2
