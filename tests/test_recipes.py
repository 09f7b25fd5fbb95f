"""What the documents tell people to type works: every command and option is there, every recipe runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import yaml
from typer.core import TyperGroup

from alliance_analytics.cli import app

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
SHOWN = re.compile(r"^```[a-z]*\n(?P<block>.*?)^```|`(?P<inline>alliance [^`\n]+)`", re.DOTALL | re.MULTILINE)
TYPED = re.compile(r"^(?:- run: )?(?P<command>alliance [a-z].*)$", re.MULTILINE)
NIGHTLY = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8").split("## Every night")[1]
BLOCKS = re.findall(r"^```[a-z]*\n(.*?)^```", NIGHTLY, re.DOTALL | re.MULTILINE)


def commands():
    """Yield document and command of everything that a reader may type."""
    for name in DOCUMENTS:
        for shown in SHOWN.finditer((ROOT / name).read_text(encoding="utf-8")):
            text = shown["inline"] or shown["block"].replace("\\\n", " ")
            for typed in TYPED.finditer(text):
                yield pytest.param(_plain(typed["command"]), id=f"{name}: {typed['command'][:60]}")


def _plain(command):
    """Return a command without its comment, what follows it in the shell, and what may be left out."""
    return re.sub(r"\s+#.*|\s+(&&|;|>|\|\|)\s.*|[\[\]]|…|\.\.\.$", "", command)


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_of_the_documents_is_there_with_its_options(command):
    name, *arguments = [word.split("|")[0] for word in shlex.split(command)[1:]]
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    with group.commands[name].make_context(name, arguments, resilient_parsing=True) as context:
        assert not context.args


@pytest.fixture
def machine(tmp_path):
    """Run a recipe in a folder *reviews* with our command where the recipe looks for it, and a mailbox."""
    folder, tools = tmp_path / "reviews", tmp_path / "tools"
    (folder / ".venv" / "bin").mkdir(parents=True)
    tools.mkdir()
    _script(folder / ".venv" / "bin" / "alliance", f'exec "{sys.executable}" -m alliance_analytics "$@"')
    _script(tools / "mail", f'cat > "{tmp_path}/mailbox"')

    def run(recipe):
        environment = {**os.environ, "PATH": f"{tools}:{folder}/.venv/bin:{os.environ['PATH']}"}
        return subprocess.run(["sh", "-c", recipe], cwd=tmp_path, env=environment, check=False)

    return run


def _script(path, line):
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


@pytest.mark.skipif(shutil.which("sh") is None, reason="cron needs a shell")
def test_a_night_that_fails_is_told_by_mail(machine, tmp_path):
    (line,) = [block for block in BLOCKS if "mail" in block]
    times, recipe = line.split("  ", 1)
    assert re.fullmatch(r"[0-5]?\d [01]?\d \* \* \*", times)
    assert machine(recipe).returncode == 0
    assert "What to do" in (tmp_path / "mailbox").read_text(encoding="utf-8")


def test_the_unit_of_the_timer_starts_our_command():
    service, timer = (block for block in BLOCKS if block.startswith("["))
    (start,) = re.findall(r"^ExecStart=(.*)$", service, re.MULTILINE)
    assert start.endswith(".venv/bin/alliance review workspace --out out")
    assert "WantedBy=timers.target" in timer


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="only systemd can read its calendar")
def test_systemd_understands_when():
    (when,) = re.findall(r"^OnCalendar=(.*)$", "".join(BLOCKS), re.MULTILINE)
    assert (
        subprocess.run(["systemd-analyze", "calendar", when], check=False, capture_output=True).returncode
        == 0
    )


def test_a_job_ends_red_when_nothing_could_start_and_publishes_no_workings(machine, tmp_path):
    (job,) = [block for block in BLOCKS if block.startswith("- run")]
    review, clean = (step["run"] for step in yaml.safe_load(job))
    assert machine(f"cd reviews && {review}").returncode == 2
    out = tmp_path / "reviews" / "out"
    for kept in (
        "canal/2025.html",
        "index.html",
        "canal/failed/2024.ipynb",
        ".made/a",
        "run.json",
        "run.html",
    ):
        (out / kept).parent.mkdir(parents=True, exist_ok=True)
        (out / kept).write_text("")
    assert machine(f"cd reviews && {clean}").returncode == 0
    left = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert left == {"canal/2025.html", "index.html"}
