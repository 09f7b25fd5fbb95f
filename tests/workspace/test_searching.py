"""A person is looked for in every file of a workspace, and nothing shows who it is."""

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.searching import search

WHO = "q-tactical-0@example.org"
GROUPS = {"Quay": {"tactical": (9, 6)}, "Crossing": {"crew": (3, 2)}}


@pytest.fixture
def quay(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    wave = folder / "2025"
    (wave / "late").mkdir()
    (wave / "late" / "answers.csv").write_bytes((wave / "answers.csv").read_bytes())
    (wave / "reports").mkdir()
    (wave / "reports" / "minutes.txt").write_text(f"Present: {WHO} and others.\nAsk {WHO}.\n")
    (wave / "reports" / "scan.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "people.csv").write_text(f"name,mail\nSomebody,{WHO}\nAnother,x@example.org\n")
    (folder / "alliance.yml").write_text(f"title: Quay\n# ask {WHO}\n")
    return folder


def places(found):
    return {(each.alliance, each.wave, each.file): (each.records, each.mentions) for each in found}


def test_exports_and_tables_are_to_be_rewritten_and_texts_are_told(quay):
    found = search(open_workspace(quay), " Q-Tactical-0@EXAMPLE.org")
    assert places(found.rewritten) == {
        ("quay", "2025", "answers.csv"): (1, 0),
        ("quay", "2025", "late/answers.csv"): (1, 0),
        ("quay", "", "people.csv"): (1, 0),
    }
    assert places(found.told) == {
        ("quay", "2025", "reports/minutes.txt"): (0, 2),
        ("quay", "", "alliance.yml"): (0, 1),
    }
    assert found.unread == ("scan.pdf",)


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_searched(quay):
    (quay / "2025" / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    found = search(open_workspace(quay), WHO)
    assert set(found.unread) == {"broken.xlsx", "scan.pdf"}
    assert len(found.rewritten) == 3


def test_nothing_changes_and_nothing_shows_who_it_is(quay):
    before = {path: path.read_bytes() for path in quay.rglob("*") if path.is_file()}
    found = search(open_workspace(quay), WHO)
    assert {path: path.read_bytes() for path in quay.rglob("*") if path.is_file()} == before
    assert "q-tactical" not in repr(found)


def test_what_was_saved_with_hashes_is_found_by_the_key(workspace, world, tmp_path):
    who = "n-strategic-0@example.org"
    responses = workspace.responses("canal", "2025")
    responses.to_csv(world / "saved.csv", index=False)
    try:
        found = places(search(workspace, who).rewritten)
    finally:
        (world / "saved.csv").unlink()
    assert found["", "", "saved.csv"] == (1, 0)
    assert {wave for alliance, wave, _ in found if alliance == "canal"} == {"2024", "2025"}


def test_somebody_must_be_named(quay):
    with pytest.raises(WorkspaceError, match="Nobody was named"):
        search(open_workspace(quay), " \n")
