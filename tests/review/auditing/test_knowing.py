"""A workspace is read for what must not be told, and tells none of it."""

import getpass
from pathlib import Path

import pytest

from alliance_analytics.review.auditing.knowing import accounts, known_in


@pytest.fixture(scope="module")
def known(quay):
    return known_in(quay)


def test_identifiers_hashes_and_comments_are_known(quay, known):
    person = quay.responses("quay", "2025")["person"].iloc[0]
    assert list(known[0].identifiers.found_in("by larder-tactical-0@example.org"))
    assert list(known[0].identifiers.found_in(person))
    assert list(known[0].comments.found_in("We never hear what the board decided about the new depot"))
    assert known[1] == ()


def test_statements_and_partners_are_nobodys(quay, known):
    for item in quay.instrument("quay", "2025").items:
        assert not list(known[0].comments.found_in(item.asked("en")))
    assert not list(known[0].identifiers.found_in("Larder and Pantry, tactical"))


def test_late_answers_are_known(tmp_path, open_quay):
    opened = open_quay(tmp_path)
    late = opened.root / "quay" / "2025" / "late"
    late.mkdir()
    export = (opened.root / "quay" / "2025" / "answers.csv").read_text()
    header, first, *_ = export.splitlines()
    (late / "answers.csv").write_text(f"{header}\n{first.replace('larder-tactical-0', 'late-comer-9')}\n")
    assert list(known_in(opened)[0].identifiers.found_in("late-comer-9@example.org"))


def test_an_export_that_cannot_be_read_is_told(tmp_path, open_quay):
    opened = open_quay(tmp_path)
    (opened.root / "quay" / "2025" / "answers.csv").write_bytes(b"")
    (told,) = known_in(opened)[1]
    assert told.startswith("quay/2025: ")


def test_the_account_counts_unless_it_is_anybodys(monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "asmith")
    monkeypatch.setattr(Path, "home", lambda: Path("/home/root"))
    assert accounts() == {"asmith"}
