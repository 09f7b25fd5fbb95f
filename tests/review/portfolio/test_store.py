"""What is kept is measured again when, and only when, a file of the alliance changed."""

import json
import shutil

import pytest

from alliance_analytics.review.portfolio import kept as portfolio_kept
from alliance_analytics.review.portfolio import store as portfolio_store
from alliance_analytics.review.portfolio.kept import FOLDER
from alliance_analytics.review.portfolio.measuring import measured_alliance
from alliance_analytics.review.portfolio.store import FILE, alliance_keys, kept_or_measured
from alliance_analytics.workspace import open_workspace


@pytest.fixture
def trees(portfolio_root, tmp_path):
    shutil.copytree(portfolio_root, tmp_path / "trees")
    shutil.rmtree(tmp_path / "trees" / FOLDER, ignore_errors=True)
    for name in ("cedar", "maple", "willow"):
        shutil.rmtree(tmp_path / "trees" / name)
    return open_workspace(tmp_path / "trees")


@pytest.fixture
def counted(monkeypatch):
    names = []

    def measure(workspace, alliance):
        names.append(alliance)
        return measured_alliance(workspace, alliance)

    monkeypatch.setattr(portfolio_store, "measured_alliance", measure)
    return names


def test_what_is_kept_is_what_was_measured(trees, counted):
    first = kept_or_measured(trees)
    assert counted == ["birch", "yew"]
    again = kept_or_measured(open_workspace(trees.root))
    assert counted == ["birch", "yew"]
    assert repr(again) == repr(first)


def test_only_the_alliance_that_changed_is_measured_again(trees, counted):
    kept_or_measured(trees)
    path = trees.root / "yew" / "2025" / "wave.yml"
    path.write_text(path.read_text(encoding="utf-8") + "title: Again\n", encoding="utf-8")
    kept_or_measured(open_workspace(trees.root))
    assert counted == ["birch", "yew", "yew"]


def test_a_register_of_the_portfolio_changes_no_measurement(trees):
    before = alliance_keys(trees)
    for name in ("front-door.csv", "people.csv", "birch/process.csv", "birch/assumptions.csv"):
        (trees.root / name).write_text("relation\n", encoding="utf-8")
    assert alliance_keys(trees) == before
    (trees.root / "stages.yml").write_text("version: '9'\n", encoding="utf-8")
    assert alliance_keys(trees) != before


def test_an_export_may_be_called_as_a_register(trees):
    before = alliance_keys(trees)
    (trees.root / "birch" / "2025" / "process.csv").write_text("relation\n", encoding="utf-8")
    after = alliance_keys(trees)
    assert [name for name in before if before[name] != after[name]] == ["birch"]


@pytest.mark.parametrize(
    ("line", "changed"),
    [('{"alliance": "yew", "wave": "2025"}', ["yew"]), ("{}", ["birch", "yew"]), ("{", ["birch", "yew"])],
    ids=["its own", "of nobody", "broken"],
)
def test_what_was_shown_of_an_alliance_before_counts_for_that_one(trees, line, changed):
    before = alliance_keys(trees)
    (trees.root / ".ledger").mkdir(exist_ok=True)
    (trees.root / ".ledger" / "releases.jsonl").write_text(line + "\n", encoding="utf-8")
    after = alliance_keys(trees)
    assert [name for name in before if before[name] != after[name]] == changed


def test_nothing_hidden_is_kept(trees):
    kept_or_measured(trees)
    content = json.loads((trees.root / FOLDER / FILE).read_text(encoding="utf-8"))
    for row in content["yew"]["measured"]["estimates"]:
        assert row["mean"] != row["mean"]  # NaN: there is nothing to be read
        assert not row["shown"]


def test_a_broken_copy_is_made_again(trees, counted):
    kept_or_measured(trees)
    (trees.root / FOLDER / FILE).write_text("{", encoding="utf-8")
    kept_or_measured(open_workspace(trees.root))
    assert counted == ["birch", "yew"] * 2


def test_an_alliance_that_is_gone_is_forgotten(trees):
    kept_or_measured(trees)
    shutil.rmtree(trees.root / "yew")
    kept_or_measured(open_workspace(trees.root))
    assert list(json.loads((trees.root / FOLDER / FILE).read_text(encoding="utf-8"))) == ["birch"]


def test_a_folder_that_cannot_be_written_to_costs_only_time(trees, monkeypatch):
    monkeypatch.setattr(portfolio_kept, "put_beside", lambda *_: (_ for _ in ()).throw(OSError("read-only")))
    assert [each.alliance for each in kept_or_measured(trees)] == ["birch", "yew"]
