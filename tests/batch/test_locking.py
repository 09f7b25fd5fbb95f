"""Two runs on one folder of pages: the second says so and stops."""

import subprocess
import sys

import pytest

from alliance_analytics.batch.locking import locked
from alliance_analytics.errors import WorkspaceError

HOLDS = """
import sys, time
from pathlib import Path
from alliance_analytics.batch.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_is_told_and_stops(tmp_path):
    with (
        locked(tmp_path / "out"),
        pytest.raises(WorkspaceError, match="Another run"),
        locked(tmp_path / "out"),
    ):
        pass


def test_a_folder_is_free_again_after_a_run(tmp_path):
    for _ in range(2):
        with locked(tmp_path / "out"):
            pass


def test_the_lock_of_a_run_that_was_killed_is_gone_with_it(tmp_path):
    holder = subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(WorkspaceError), locked(tmp_path):
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with locked(tmp_path):
        pass


def test_a_place_that_is_no_folder_is_told_of(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(WorkspaceError, match="cannot be written to"), locked(tmp_path / "out"):
        pass
