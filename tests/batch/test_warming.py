"""A process that is going to fork has imported everything, used nothing, and has one thread."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.notebook
PROGRAM = """
import os, sys
from alliance_analytics.batch.warming import warm_up
warm_up()
tasks = {open(f"/proc/self/task/{one}/comm").read().strip() for one in os.listdir("/proc/self/task")}
print(*sorted(tasks - {"python", "jemalloc_bg_thd", "polars-ooc-clea"}))
print("matplotlib_inline.backend_inline" in sys.modules, "alliance_analytics.review.study" in sys.modules)
import matplotlib; print(matplotlib.get_backend().lower())
import asyncio, zmq
print(zmq.Context._instance, os.environ["OMP_NUM_THREADS"], sys.modules["rfc3987_syntax"])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_what_does_not_survive_a_fork_is_not_there():
    told = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True).stdout
    tasks, imported, backend, used = told.splitlines()
    assert tasks == ""  # those of allocators, which libraries start when imported, survive a fork
    assert (imported, backend, used) == ("False True", "agg", "None 1 None")
