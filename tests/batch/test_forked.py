"""A forked process does the one thing that it was asked, and tells of it line by line."""

import json
import socket
import subprocess
import sys

import pytest

from tests.batch.conftest import needs_fork

pytestmark = [pytest.mark.notebook, needs_fork]
BECOME = """
import socket, sys
from alliance_analytics.batch.forked import be_what_is_asked
be_what_is_asked(socket.socket(fileno=int(sys.argv[1])))
"""


@pytest.fixture
def told(job_of):
    """A function that lets a process of its own run a job, and returns what it told."""

    def run(path):
        ours, theirs = socket.socketpair()
        with ours, theirs, ours.makefile("r", encoding="utf-8") as lines:
            asked = {"job": job_of(path, kernel="inside").as_plain(), "memory": None}
            ours.sendall(json.dumps(asked).encode() + b"\n")
            place = theirs.fileno()
            subprocess.run([sys.executable, "-c", BECOME, str(place)], check=True, pass_fds=[place])
            theirs.close()
            return [json.loads(line) for line in lines]

    return run


def test_it_tells_who_it_is_the_cells_and_the_outcome(told, showing):
    first, *cells, last = told(showing)
    assert first["pid"] > 0
    assert cells
    assert [list(each) for each in cells] == [["cell"]] * len(cells)
    assert last["outcome"]["status"] == "done"
    assert last["outcome"]["memory"] > 50


def test_a_failing_notebook_is_an_outcome_too(told, failing):
    outcome = told(failing)[-1]["outcome"]
    assert (outcome["status"], outcome["remedy"]) == ("failed", "Put the export there.")
