"""The same run on a cluster: a real scheduler, and two workers in processes and folders of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

from alliance_analytics.batch.batching import Means
from alliance_analytics.batch.jobs import job_from_plain
from alliance_analytics.batch.planning import Asked
from alliance_analytics.batch.stores import Store
from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.ledger import open_ledger

distributed = pytest.importorskip("distributed", reason="needs the extra cluster")
cluster = pytest.importorskip("alliance_analytics.batch.cluster")
pytestmark = pytest.mark.notebook
ADDRESS = "tcp://127.0.0.1:{}"


def started(*command, folder):
    folder.mkdir(exist_ok=True)
    program = [sys.executable, "-m", *command]
    return subprocess.Popen(program, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory, bucket):
    """A scheduler and two workers that can reach the bucket; yields its address and the workers."""
    port, root = distributed.utils.open_port("127.0.0.1"), tmp_path_factory.mktemp("cluster")
    address = ADDRESS.format(port)
    first = started(
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-dashboard",
        folder=root,
    )
    worker = (
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--local-directory",
        ".",
    )
    workers = [started(*worker, folder=root / name) for name in ("one", "two")]
    yield address, workers
    for process in (*workers, first):
        process.terminate()
        process.wait(20)


def test_a_silent_scheduler_is_told_of(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(WorkspaceError, match="does not answer"):
        cluster._client("tcp://127.0.0.1:9")


def test_reviews_are_made_on_workers_and_the_second_run_makes_none(scheduler, world, tmp_path):
    asked, told = Asked(world, tmp_path / "unused", alliances=("ferry",)), []
    places = str(world), str(tmp_path / "out")
    for status in ("done", "unchanged"):
        finished = cluster.review_on_cluster(
            scheduler[0], places, asked, Means(timeout=300), lambda outcome, _: told.append(outcome.status)
        )
        assert [each.status for each in finished.outcomes] == [status]
    assert told == ["done"]
    assert "</html>" in (tmp_path / "out" / "ferry" / "2025.html").read_text(encoding="utf-8")
    assert (tmp_path / "out" / ".made" / "ferry" / "2025.html.json").exists()


def test_workspace_and_pages_may_lie_in_a_bucket(scheduler, bucket, world, tmp_path):
    source, target = (Store(f"{bucket}/{tmp_path.name}/{name}") for name in ("world", "out"))
    for path in sorted(world.rglob("*")):
        if path.is_file():
            source.put(path, path.relative_to(world).as_posix())
    told = []
    for status in ("done", "unchanged"):
        finished = cluster.review_on_cluster(
            scheduler[0],
            (source.address, target.address),
            Asked(Path("unused"), Path("unused"), alliances=("ferry",)),
            Means(timeout=300),
            lambda outcome, _: told.append(outcome.status),
        )
        assert [each.status for each in finished.outcomes] == [status]
    assert told == ["done"]
    assert {"ferry/2025.html", "index.html", ".made/ferry/2025.html.json"} <= set(target.names())
    source.fetch(source.names(), tmp_path / "back")
    seen = open_ledger(open_workspace(tmp_path / "back")).earlier("ferry", "2025")
    assert len(seen.releases) == 1


def test_a_job_reads_its_own_alliance_and_what_all_share(job_of, tmp_path):
    names = ("workspace.yml", "harbour/a.csv", "canal/a.csv", "keys/link.key")
    job = job_of(tmp_path / "any.ipynb")
    assert cluster._read_by(job, names) == ("workspace.yml", "harbour/a.csv", "keys/link.key")
    assert cluster._read_by(job, (".ledger/releases.jsonl", "harbour/a.csv"))[0] == ".ledger/releases.jsonl"
    assert cluster._read_by(job, ("2024/a.csv",)) == ("2024/a.csv",)
    assert job_from_plain(job.as_plain()) == job


def test_what_workers_must_share_says_nothing_of_the_key(monkeypatch):
    before = cluster.like_me()
    monkeypatch.setenv("ALLIANCE_LINK_KEY", "a-secret")
    assert cluster.like_me() != before
    assert "a-secret" not in cluster.like_me()
