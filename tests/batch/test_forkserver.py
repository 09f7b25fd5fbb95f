"""The warm process answers on its socket, and is gone with all it made when nobody holds it any more."""

import json
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.batch.conftest import needs_fork

pytestmark = [pytest.mark.notebook, needs_fork]


@pytest.fixture
def warm():
    """A warm process, and the path of its socket, which may not be long."""
    path = Path(tempfile.mkdtemp()) / "s"
    command = [sys.executable, "-m", "alliance_analytics.batch.forkserver", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        yield process, path
        process.kill()


def test_each_connection_is_a_process_of_its_own(warm, job_of, showing):
    process, path = warm
    told = []
    for alliance in ("a", "b"):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(path))
            asked = {"job": job_of(showing, alliance, kernel="inside").as_plain(), "memory": None}
            connection.sendall(json.dumps(asked).encode() + b"\n")
            with connection.makefile("r", encoding="utf-8") as lines:
                told.append([json.loads(line) for line in lines])
    assert [lines[-1]["outcome"]["status"] for lines in told] == ["done", "done"]
    assert len({process.pid, *(lines[0]["pid"] for lines in told)}) == 3


def test_it_goes_when_its_input_closes_and_takes_its_folder_along(warm):
    process, path = warm
    process.stdin.close()
    assert process.wait(timeout=10) == 0
    assert not path.parent.exists()
