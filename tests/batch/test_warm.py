"""Jobs in forked processes: each alone, none for longer than it may, and nothing of one seen by the next."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alliance_analytics.batch.running import failed_notebook
from alliance_analytics.batch.warm import Asked, ForkServer

pytestmark = pytest.mark.notebook
STATE = """
import os, random, numpy, pandas, matplotlib
seen = (os.environ.get("LEAK"), matplotlib.rcParams["figure.dpi"], pandas.get_option("display.max_rows"),
        getattr(pandas, "leak", None))
os.environ["LEAK"] = "1"; matplotlib.rcParams["figure.dpi"] = 11; pandas.leak = 1
pandas.set_option("display.max_rows", 7)
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_settings
display(page_settings("Review", "en", alliance="a", wave="b", sections={"one": "One"}, provenance={},
                      synthetic=True))
display(Exhibit("first", "one", f"state {seen} draw {numpy.random.rand()} {random.random()}"))
"""


def run(job, **limits):
    with ForkServer(**limits) as own:
        return own.run(job)


def test_a_job_makes_its_page_and_tells_what_it_cost(server, job_of, showing):
    outcome = server.run(job_of(showing, kernel="inside"))
    assert (outcome.status, outcome.page) == ("done", "harbour/2024.html")
    assert outcome.memory > 50
    assert outcome.seconds > 0


def test_the_three_kinds_of_kernel_make_the_same_page(server, job_of, showing):
    pages = {}
    for kernel in ("inside", "forked", "ordinary"):
        job = job_of(showing, kernel=kernel)
        assert server.run(job).status == "done"
        pages[kernel] = job.page.read_text(encoding="utf-8")
    assert pages["inside"] == pages["forked"] == pages["ordinary"]


def test_nothing_of_one_notebook_is_seen_by_the_next(server, job_of, write_notebook):
    path = write_notebook("state", STATE)
    jobs = [job_of(path, alliance, kernel="inside") for alliance in ("a", "b")]
    assert [server.run(job).status for job in jobs] == ["done", "done"]
    first, second = (job.page.read_text(encoding="utf-8").split("state ")[1].split("<")[0] for job in jobs)
    assert first.split(" draw ")[0] == second.split(" draw ")[0]
    assert first.split(" draw ")[1] != second.split(" draw ")[1]


def test_a_notebook_that_loops_is_stopped_where_it_stands_and_kept(job_of, write_notebook):
    job = job_of(write_notebook("loop", "while True: pass"), kernel="inside")
    job.page.parent.mkdir(parents=True)
    job.page.write_text("of an earlier run")
    outcome = run(job, timeout=4)
    assert (outcome.status, outcome.cell) == ("failed", 3)
    assert outcome.reason == "It took longer than 4 seconds."
    assert "KeyboardInterrupt" in failed_notebook(job).read_text(encoding="utf-8")
    assert not job.page.exists()


def test_a_notebook_that_ends_its_process_fails_alone(server, job_of, write_notebook, showing):
    outcome = server.run(job_of(write_notebook("exit", "import os; os._exit(3)"), kernel="inside"))
    assert (outcome.status, outcome.cell) == ("failed", 3)
    assert "ended its own process" in outcome.reason
    assert server.run(job_of(showing, "next", kernel="inside")).status == "done"


def test_a_notebook_that_eats_memory_is_told_so(job_of, write_notebook):
    outcome = run(job_of(write_notebook("eats", "bytearray(4 * 2**30)"), kernel="inside"), memory=2**31)
    assert (outcome.status, outcome.reason) == ("failed", "The notebook stopped with MemoryError.")


def test_a_server_that_was_killed_is_started_again(job_of, showing):
    with ForkServer() as own:
        assert own.path
        own._process.kill()
        own._process.wait()
        assert own.run(job_of(showing, kernel="inside")).status == "done"


def test_a_server_goes_with_whoever_started_it_and_leaves_nothing(tmp_path):
    program = (
        "import sys, time; from alliance_analytics.batch.warm import ForkServer\n"
        "print(ForkServer().path, flush=True); time.sleep(60)"
    )
    owner = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    path = Path(owner.stdout.readline().strip())
    assert path.parent.stat().st_mode & 0o077 == 0
    asked = Asked(str(path), {"arguments": [], "folder": "/", "environment": {}})
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    owner.stdout.close()
    until = time.monotonic() + 10
    while path.parent.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not path.parent.exists()
    asked.close()


def test_a_stopped_server_runs_nothing_more(job_of, showing):
    own = ForkServer()
    own.stop()
    with pytest.raises(InterruptedError):
        own.run(job_of(showing, kernel="inside"))


def test_signals_to_a_process_that_is_gone_are_no_error(server):
    asked = Asked(
        server.path, {"arguments": ["--version"], "folder": str(Path.cwd()), "environment": dict(os.environ)}
    )
    list(asked.told())
    asked.signal(signal.SIGTERM)
    assert asked.ended()
    asked.close()
