"""A page says what it was made of: the same words for the same inputs, and no name of a file."""

import hashlib
import re
import shutil

import pytest

import alliance_analytics as aa
from alliance_analytics.publish.audit.layer import Piece
from alliance_analytics.publish.audit.looks import looks_in
from alliance_analytics.review.provenance import SHORT, provenance

SMALL = {"Quay": {"tactical": (9, 6)}}


@pytest.fixture(scope="module")
def told(study) -> dict[str, str]:
    return provenance(study)


def test_every_part_that_a_page_needs_to_be_made_again_is_told(told):
    parts = list(told)
    assert parts[:4] == ["Date of the newest wave read", "Parameters", "Instrument", "Release rule"]
    assert parts[-3:] == ["Seeds of random draws", "Made with", "Questions to"]
    assert told["Date of the newest wave read"] == "2025-05-05"
    assert told["Parameters"] == "alliance canal, wave 2025, language en; waves read: 2023, 2024, 2025"
    assert told["Seeds of random draws"] == "stages 0, importance of pillars 1"


def test_the_versions_of_everything_that_counts_and_draws_are_told(told):
    named = [part.rsplit(" ", 1) for part in told["Made with"].split(", ")]
    assert [name for name, _ in named][:3] == ["alliance_analytics", "Python", "numpy"]
    assert all(re.fullmatch(r"\d[\w.+]*", number) for _, number in named)


def test_every_wave_has_the_hashes_of_its_files(told, study):
    for wave in study.history.names:
        told_of = told[f"Input of {wave} (start of each file's SHA-256)"]
        for path in study.workspace.files("canal", wave):
            assert hashlib.sha256(path.read_bytes()).hexdigest()[:SHORT] in told_of


def test_no_file_is_named(told, study):
    whole = " ".join([*told, *told.values()])
    for wave in study.history.names:
        assert all(path.stem not in whole for path in study.workspace.files("canal", wave))


def test_no_part_looks_like_what_must_not_leave(told):
    for part, text in told.items():
        if part != "Questions to":
            assert not list(looks_in(Piece("page", "text", text), text, ()))


def test_reports_dictionaries_and_lists_go_by_their_kind(tmp_path, write_alliance):
    wave = write_alliance(tmp_path / "quay", SMALL) / "2025"
    (wave / "reports").mkdir()
    (wave / "reports" / "letter.md").write_text("It goes well.")
    (wave / "invited.csv").write_text("partner,level,invited\nQuay,tactical,9\n")
    (wave / "notes.txt").write_text("no input")
    text = provenance(aa.study(wave.parent))["Input of 2025 (start of each file's SHA-256)"]
    kinds = [part.split(" ")[0] for part in text.split("; ")]
    assert sorted(kinds) == ["answers", "lists", "reports", "settings"]


def test_the_same_inputs_make_the_same_text_wherever_they_lie(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", SMALL)
    shutil.copytree(folder, tmp_path / "copy" / "quay")
    assert provenance(aa.study(folder)) == provenance(aa.study(tmp_path / "copy" / "quay"))


def test_another_answer_changes_the_hash_of_its_file_and_of_all(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", SMALL)
    before = provenance(aa.study(folder))
    export = folder / "2025" / "answers.csv"
    export.write_text(export.read_text().replace("Agree", "Disagree", 1))
    after = provenance(aa.study(folder))
    changed = [part for part in before if before[part] != after[part]]
    assert [part.split(" of ")[0] for part in changed] == ["Fingerprint", "Input"]


def test_a_dutch_page_says_it_in_dutch(study):
    dutch = provenance(aa.study(study.workspace, "canal", language="nl"))
    assert dutch["Startwaarden van trekkingen"] == "stadia 0, gewicht van pijlers 1"
