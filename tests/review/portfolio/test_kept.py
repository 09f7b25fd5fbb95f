"""A page is kept under a hash of everything that it depends on."""

import pytest

from alliance_analytics.review.portfolio.kept import FOLDER, hash_of, keep_page, kept_page, page_key


@pytest.fixture
def root(tmp_path):
    (tmp_path / "oak" / "2025").mkdir(parents=True)
    (tmp_path / "oak" / "2025" / "answers.csv").write_text("1", encoding="utf-8")
    return tmp_path


def test_a_page_is_had_back_under_its_own_key_alone(root):
    key = page_key(root, "en", "2026-01-01")
    keep_page(root, key, b"<!doctype html>\nall of it\n")
    assert kept_page(root, key) == b"<!doctype html>\nall of it\n"
    assert kept_page(root, "another") is None


def test_keeping_a_page_does_not_change_its_key(root):
    key = page_key(root, "en", "2026-01-01")
    keep_page(root, key, b"page")
    assert page_key(root, "en", "2026-01-01") == key


def test_everything_it_depends_on_changes_the_key(root):
    keys = {
        page_key(root, "en", "2026-01-01"),
        page_key(root, "nl", "2026-01-01"),
        page_key(root, "en", "2026-01-02"),
    }
    (root / "front-door.csv").write_text("relation", encoding="utf-8")
    keys.add(page_key(root, "en", "2026-01-01"))
    (root / "oak" / "2025" / "answers.csv").write_text("2", encoding="utf-8")
    keys.add(page_key(root, "en", "2026-01-01"))
    assert len(keys) == 5


def test_another_program_makes_another_page(root, monkeypatch):
    before = page_key(root, "en", "2026-01-01")
    monkeypatch.setattr("alliance_analytics.review.portfolio.kept.digest_of_program", lambda: "another")
    assert page_key(root, "en", "2026-01-01") != before


def test_nothing_kept_is_no_page(root):
    assert kept_page(root, "key") is None
    assert not (root / FOLDER).exists()


def test_names_and_contents_are_not_mistaken_for_each_other(tmp_path):
    (tmp_path / "ab").write_text("c", encoding="utf-8")
    (tmp_path / "a").write_text("bc", encoding="utf-8")
    one, other = hash_of([], [tmp_path / "ab"], tmp_path), hash_of([], [tmp_path / "a"], tmp_path)
    assert one != other
