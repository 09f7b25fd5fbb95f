"""Reviews and scores by command."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from alliance_analytics.batch import batching
from alliance_analytics.batch.jobs import outcome_of
from alliance_analytics.batch.locking import locked
from alliance_analytics.cli import app

RUN = CliRunner()


def test_scores_as_json_follow_the_contract(world):
    arguments = ["--by", "partner", "--scale", "pillar", "--format", "json"]
    result = RUN.invoke(app, ["scores", str(world), *arguments])
    rows = json.loads(result.output)
    keys = "alliance wave group scale name n population mean sd ci_low ci_high shown reason".split()
    assert rows
    assert all(list(row) == keys for row in rows)
    assert all(set(row["group"]) == {"partner"} for row in rows)
    assert all(row["mean"] is None for row in rows if not row["shown"])


def test_scores_as_csv_have_a_column_a_group(world):
    arguments = ["--by", "level", "--scale", "dimension", "--format", "csv"]
    result = RUN.invoke(app, ["scores", str(world), *arguments])
    assert result.output.splitlines()[0].startswith("alliance,wave,level,scale,name")


def test_scores_as_a_table_show_intervals(world):
    assert "ci_low" in RUN.invoke(app, ["scores", str(world)]).output


def test_an_unknown_alliance_is_told_with_the_nearest(world):
    name = next(path.parent.name for path in world.glob("*/alliance.yml"))
    result = RUN.invoke(app, ["scores", str(world), "--alliance", name[:-1]])
    assert result.exit_code == 2
    assert name in result.output


@pytest.mark.notebook
def test_review_makes_a_page_an_index_and_a_summary(world, tmp_path):
    result = RUN.invoke(app, ["review", str(world), "--out", str(tmp_path / "out"), "--jobs", "1"])
    summary = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert summary["counts"] == {"done": 1}
    page = tmp_path / "out" / summary["reviews"][0]["page"]
    assert "<script" not in page.read_text(encoding="utf-8")
    assert (tmp_path / "out" / "index.html").exists()


@pytest.fixture
def small(monkeypatch):
    """Reviews without a notebook: a page is written, and every alliance called *bad* fails."""

    class Place:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def run(self, job):
            if job.alliance.startswith("bad"):
                return outcome_of(job, "failed", cell=2, reason="No export.", remedy="Put it there.")
            job.page.parent.mkdir(parents=True, exist_ok=True)
            job.page.write_text("<p>page</p>", encoding="utf-8")
            return outcome_of(job, "done", page=job.name, seconds=1.0, memory=100)

    monkeypatch.setattr(batching, "_place", lambda means: Place())


@pytest.fixture
def folders(tmp_path):
    """Two alliances with a wave each, of which one is bad."""
    for name in ("bad", "good"):
        (tmp_path / "world" / name / "2024" / "reports").mkdir(parents=True)
    return tmp_path


def reviewed(folders, *options):
    return RUN.invoke(app, ["review", str(folders / "world"), "--out", str(folders / "out"), *options])


def test_a_failure_is_told_and_is_the_exit_status(folders, small):
    result = reviewed(folders)
    assert result.exit_code == 1
    assert "Put it there." in result.output
    assert "2/2" in result.output


def test_what_stands_is_not_made_again(folders, small):
    reviewed(folders, "--alliance", "good")
    result = reviewed(folders, "--alliance", "good")
    assert (result.exit_code, "1 unchanged." in result.output) == (0, True)


def test_a_dry_run_says_what_and_why_and_makes_nothing(folders, small):
    result = reviewed(folders, "--dry-run")
    assert "it was not made yet" in result.output
    assert "2 of 2 would be made." in result.output
    assert not (folders / "out" / "good").exists()


def test_only_failed_makes_those_that_failed(folders, small):
    reviewed(folders)
    assert "1 of 2 would be made." in reviewed(folders, "--only", "failed", "--dry-run").output
    assert "2 of 2 would be made." in reviewed(folders, "--force", "--dry-run").output


def test_a_second_run_on_one_folder_says_so_and_stops(folders, small):
    with locked(folders / "out"):
        result = reviewed(folders)
    assert result.exit_code == 2
    assert "Another run" in result.output


def test_an_interrupted_run_says_how_to_go_on(folders, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(batching, "make_chosen", stop)
    result = reviewed(folders)
    assert result.exit_code == 130
    assert "run it again" in result.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-p", "langage=nl"], "Did you mean 'language'?"),
        (["-p", "language"], "has no value"),
        (["--only", "broken"], "Invalid value"),
        (["--cluster", "tcp://127.0.0.1:1", "--dry-run"], "Leave out --dry-run"),
    ],
)
def test_what_is_asked_wrongly_is_told_before_anything_starts(folders, small, options, said):
    result = reviewed(folders, *options)
    assert result.exit_code == 2
    assert said in result.output


def test_reports_of_one_source(folders, small):
    (folders / "reports.yaml").write_text("reports: [{alliances: [good], languages: [en, nl]}]")
    result = reviewed(folders, "--reports", str(folders / "reports.yaml"))
    assert result.exit_code == 0
    assert sorted(path.name for path in (folders / "out" / "good").iterdir()) == ["2024-nl.html", "2024.html"]


def test_finding_nothing_to_do_imports_nothing_heavy(folders, small):
    reviewed(folders, "--alliance", "good")
    command = ["review", str(folders / "world"), "--out", str(folders / "out"), "--alliance", "good"]
    program = (
        "import sys; from alliance_analytics.cli import app\n"
        "try: app(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print(sorted({'pandas', 'numpy', 'matplotlib', 'papermill', 'IPython'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, *command], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[0] == "1 unchanged."
    assert told.stdout.splitlines()[-1] == "[]"
