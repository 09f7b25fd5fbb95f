"""``python -m alliance_analytics`` is the command, for those whose shell does not find it."""

import subprocess
import sys


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "alliance_analytics", *arguments], capture_output=True, text=True, check=False
    )


def test_it_tells_a_newcomer_its_commands():
    told = run("--help")
    assert told.returncode == 0
    assert "review" in told.stdout


def test_an_unknown_command_is_refused():
    told = run("reveiw")
    assert told.returncode == 2
    assert "review" in told.stderr
