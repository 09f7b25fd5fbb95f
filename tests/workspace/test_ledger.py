"""What was shown is noted once, for its owner alone, and read back as the plan takes it."""

import json
import stat

import pandas as pd
import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.ledger import FILE, FOLDER, Ledger, Release, digests, gather, open_ledger

RECORDS = pd.DataFrame(
    {
        "partner": ["A", "B"],
        "level": ["x", None],
        "link": None,
        "later": None,
        "owner": ["1", "2"],
        "item": ["3", "4"],
    },
    dtype=object,
)
SHOWN = pd.DataFrame(
    [("pillar", "1", None, None, None), ("pillar", "1", "A", None, None)],
    columns=["scale", "name", "partner", "level", "link"],
    dtype=object,
)


def release(records=RECORDS, shown=SHOWN, **changed):
    fields = {"alliance": "quay", "wave": "2025", "rule": {"score_minimum": 5}}
    fields |= {"versions": {"p": "1"}, "inputs": {"f": "0"}} | changed
    return Release(records=records, shown=shown, **fields)


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / FOLDER / FILE, b"key")


def test_a_release_is_read_back_as_it_was(ledger):
    assert ledger.record(release())
    again = Ledger(ledger.path, b"key").earlier("quay", "2025")
    assert again.key == b"key"
    (found,) = again.releases
    assert found.rule == {"score_minimum": 5}
    assert len(found.records) == 2
    assert set(found.shown["partner"]) == {"A", None}


def test_the_same_in_another_order_adds_nothing(ledger):
    ledger.record(release())
    before = ledger.path.read_bytes()
    assert not Ledger(ledger.path, b"key").record(release(RECORDS[::-1], SHOWN[::-1], inputs={"f": "9"}))
    assert ledger.path.read_bytes() == before


@pytest.mark.parametrize(
    "changed", [{"rule": {"score_minimum": 7}}, {"shown": SHOWN.iloc[:1]}, {"records": RECORDS.iloc[:1]}]
)
def test_another_rule_group_or_record_is_another_release(ledger, changed):
    ledger.record(release())
    assert ledger.record(release(**changed))
    assert len(ledger.earlier("quay", "2025").releases) == 2


def test_what_another_machine_noted_is_gathered_once(ledger, tmp_path):
    ledger.record(release())
    elsewhere = Ledger(tmp_path / "elsewhere" / FILE, b"key")
    elsewhere.record(release(wave="2024"))
    elsewhere.path.rename(ledger.path.parent / "noted-1.jsonl")
    for _ in range(2):
        gather(ledger.path.parent)
    again = Ledger(ledger.path, b"key")
    assert [len(again.earlier("quay", wave).releases) for wave in ("2024", "2025")] == [1, 1]
    assert sorted(path.name for path in ledger.path.parent.iterdir()) == [".gitignore", FILE]


def test_waves_are_kept_apart(ledger):
    ledger.record(release())
    assert ledger.earlier("quay", "2024").releases == ()


def test_its_owner_alone_can_read_it_and_version_control_leaves_it_out(ledger):
    ledger.record(release())
    assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600
    assert (ledger.path.parent / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("line", ["{", "[]", json.dumps({"digest": "1"})])
def test_a_broken_line_stops_instead_of_being_passed_over(ledger, line):
    ledger.record(release())
    with ledger.path.open("a") as file:
        file.write(line + "\n")
    with pytest.raises(WorkspaceError, match="line 2"):
        Ledger(ledger.path, b"key").earlier("quay", "2025")


def test_without_a_key_it_says_so_and_writes_nothing(tmp_path):
    keyless = Ledger(tmp_path / FOLDER / FILE, b"")
    assert keyless.missing == "no_key"
    with pytest.raises(WorkspaceError, match="cannot be noted"):
        keyless.record(release())
    assert not keyless.path.parent.exists()


def test_the_key_of_the_ledger_is_not_the_one_that_links_people(world):
    opened = open_workspace(world)
    assert open_ledger(opened).key != opened.key.value


def test_digests_are_of_the_bytes(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    assert digests({"a": tmp_path / "a"}) == {
        "a": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    }
