"""Small notebooks of every fate, and a workspace folder with nothing in its waves."""

import os
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import nbformat
import pytest

from alliance_analytics.batch.jobs import Job, outcome_of
from alliance_analytics.batch.warm import ForkServer, fork_is_safe

needs_fork = pytest.mark.skipif(not fork_is_safe(), reason="processes are forked on Linux only")

PARAMETERS = """
workspace = ""  # type: str The folder
alliance = ""  # type: str Which alliance
wave = ""  # type: str Which wave
language = "en"  # type: str en or nl
"""
SHOWS = """
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_settings
display(page_settings("Review", language, alliance=alliance, wave=wave, sections={"one": "One"},
                      provenance={}, synthetic=True))
display(Exhibit("first", "one", f"Finding of {alliance}"))
print("a printed line that must not travel")
"""
ASKS_TOO_MUCH = """
from alliance_analytics.errors import WorkspaceError
raise WorkspaceError("The wave has no export.", where="2024", remedy="Put the export there.")
"""


def notebook(path, *cells):
    """Write a notebook with a parameters cell and the code cells given."""
    tagged = nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})
    content = nbformat.v4.new_notebook(cells=[tagged, *map(nbformat.v4.new_code_cell, cells)])
    content.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(content, path)
    return path


@pytest.fixture
def showing(tmp_path):
    return notebook(tmp_path / "showing.ipynb", SHOWS)


@pytest.fixture
def failing(tmp_path):
    return notebook(tmp_path / "failing.ipynb", SHOWS, ASKS_TOO_MUCH)


@pytest.fixture
def silent(tmp_path):
    return notebook(tmp_path / "silent.ipynb", "1 + 1")


@pytest.fixture
def folder(tmp_path):
    """Two alliances: one with two waves, one with none."""
    root = tmp_path / "world"
    for wave in ("2023", "2024"):
        (root / "harbour" / wave / "reports").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "empty" / "alliance.yml").write_text("title: Empty\nlanguage: nl\n")
    return root


@pytest.fixture
def write_notebook(tmp_path):
    """A function that writes a notebook of the cells given."""
    return lambda name, *cells: notebook(tmp_path / f"{name}.ipynb", *cells)


@pytest.fixture
def job_of(tmp_path):
    """A function that returns a job for a notebook."""

    def make(path, alliance="harbour", **settings):
        page = tmp_path / "out" / alliance / "2024.html"
        return Job(path, tmp_path, alliance, "2024", "en", page, label="2024", **settings)

    return make


@pytest.fixture(scope="session")
def server():
    """One fork server for all tests: starting it takes seconds, a job in it does not."""
    with ForkServer() as running:
        yield running


@pytest.fixture(scope="session")
def bucket(tmp_path_factory):
    """The address of a bucket, on a server of this machine that speaks as S3 does."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "anybody",
        "AWS_SECRET_ACCESS_KEY": "anything",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(name, value)
        server = subprocess.Popen(command, cwd=tmp_path_factory.mktemp("s3"), env={**os.environ}, **quiet)
        try:
            _wait_for(port)
            s3fs = pytest.importorskip("s3fs", reason="needs the extra cluster")
            s3fs.S3FileSystem().mkdir("reviews")
            yield "s3://reviews"
        finally:
            server.kill()
            server.wait()


def _wait_for(port):
    end = time.monotonic() + 60
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@pytest.fixture
def pretend():
    """A function that runs a job without a notebook: it writes a page, or fails for *bad* alliances."""

    def run(job: Job):
        if job.alliance.startswith("bad"):
            return outcome_of(job, "failed", cell=2, reason="The wave has no export.", remedy="Put it there.")
        Path(job.page).parent.mkdir(parents=True, exist_ok=True)
        Path(job.page).write_text(f"<p>{job.alliance} {job.label}</p>", encoding="utf-8")
        return outcome_of(job, "done", page=job.name, headline="Trust is lowest", seconds=1.5, memory=200)

    return run
