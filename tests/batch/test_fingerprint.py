"""What changes a digest, and what does not."""

import os

import pytest

from alliance_analytics.batch.fingerprint import parts_of, tree_of


@pytest.fixture
def root(tmp_path):
    for name in (
        "workspace.yml",
        "harbour/2024/a.csv",
        "harbour/2024/wave.yml",
        "canal/2024/a.csv",
        "keys/link.key",
    ):
        (tmp_path / "world" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "world" / name).write_text(name)
    return tmp_path / "world"


def digests(root):
    tree = tree_of(root, root / "out")
    return tree.digest_under("harbour"), tree.digest_under("canal"), tree.plan


def changed(root, name, text="other"):
    before = digests(root)
    (root / name).write_text(text)
    return tuple(one != other for one, other in zip(before, digests(root), strict=True))


def test_an_export_changes_the_reviews_of_its_alliance_only(root):
    assert changed(root, "harbour/2024/a.csv") == (True, False, False)


def test_what_all_share_changes_all_reviews(root):
    assert changed(root, "workspace.yml") == (True, True, True)
    assert changed(root, "keys/link.key") == (True, True, False)


def test_a_new_file_changes_the_plan(root):
    assert changed(root, "canal/2024/b.csv") == (False, True, True)


def test_times_hidden_files_and_pages_change_nothing(root):
    before = digests(root)
    os.utime(root / "workspace.yml", (1, 1))
    (root / ".hidden").write_text("x")
    (root / "out").mkdir()
    (root / "out" / "page.html").write_text("x")
    assert digests(root) == before


def test_a_workspace_of_one_alliance_counts_all_its_files(tmp_path):
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "a.csv").write_text("1")
    before = tree_of(tmp_path, tmp_path / "out").digest_under("whatever")
    (tmp_path / "2024" / "a.csv").write_text("2")
    assert tree_of(tmp_path, tmp_path / "out").digest_under("whatever") != before


def test_where_a_workspace_lies_changes_nothing_and_a_parameter_does(job_of, tmp_path, root):
    tree = tree_of(root, root / "out")
    job = job_of(tmp_path / "any.ipynb", settings={"depth": 1})
    same = job_of(tmp_path / "any.ipynb", settings={"depth": 1})
    other = job_of(tmp_path / "any.ipynb", settings={"depth": 2})
    assert parts_of(job, tree) == parts_of(same, tree)
    assert parts_of(job, tree).parameters != parts_of(other, tree).parameters


def test_the_key_of_the_environment_counts_and_is_not_in_the_digest(job_of, tmp_path, root, monkeypatch):
    tree, job = tree_of(root, root / "out"), job_of(tmp_path / "any.ipynb")
    without = parts_of(job, tree)
    monkeypatch.setenv("ALLIANCE_LINK_KEY", "a-secret")
    assert parts_of(job, tree).inputs != without.inputs
    assert "a-secret" not in str(parts_of(job, tree))
