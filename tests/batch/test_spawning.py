"""Workers that start from nothing: for systems where a process cannot be forked."""

import pytest

from alliance_analytics.batch.spawning import SpawnedWorkers

pytestmark = pytest.mark.notebook


def test_a_job_is_run_in_an_ordinary_kernel_and_a_worker_is_used_again(job_of, showing):
    with SpawnedWorkers(timeout=120) as workers:
        assert workers.run(job_of(showing, "a", kernel="inside")).status == "done"
        assert workers._free.qsize() == 1
        assert workers.run(job_of(showing, "b", kernel="forked")).status == "done"
        assert workers._free.qsize() == 1


def test_a_job_that_takes_too_long_is_stopped(job_of, write_notebook):
    job = job_of(write_notebook("loop", "while True: pass"))
    with SpawnedWorkers(timeout=3) as workers:
        outcome = workers.run(job)
    assert (outcome.status, outcome.reason) == ("failed", "It took longer than 3 seconds.")


def test_a_worker_that_dies_costs_one_review(job_of, showing, tmp_path):
    with SpawnedWorkers() as workers:
        assert workers.run(job_of(tmp_path / "no-such.ipynb")).status == "failed"
        assert workers.run(job_of(showing)).status == "done"
