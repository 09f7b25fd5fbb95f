"""The key that links people is kept from others, and from every text."""

import stat

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace.keys import KEY_FILE, VARIABLE, link_key, write_link_key


@pytest.fixture(autouse=True)
def _no_key_in_the_environment(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


def test_only_the_owner_can_read_a_key_that_was_written(tmp_path):
    assert stat.S_IMODE(write_link_key(tmp_path).stat().st_mode) == 0o600


def test_a_key_is_written_once_and_stays(tmp_path):
    first = write_link_key(tmp_path).read_text()
    assert write_link_key(tmp_path).read_text() == first
    assert len(first.strip()) == 64


def test_no_two_workspaces_have_the_same_key(tmp_path):
    keys = [link_key(write_link_key(tmp_path / name).parents[1]) for name in ("one", "two")]
    assert keys[0] != keys[1]


def test_the_key_of_the_workspace_lasts(tmp_path):
    write_link_key(tmp_path)
    assert link_key(tmp_path).lasting
    assert link_key(tmp_path) == link_key(tmp_path)


def test_a_key_may_come_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "from the safe")
    assert link_key(tmp_path).value == b"from the safe"
    assert link_key(tmp_path).lasting


def test_the_key_of_the_workspace_goes_before_that_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "from the safe")
    write_link_key(tmp_path)
    assert link_key(tmp_path).value != b"from the safe"


def test_without_a_key_people_are_linked_within_one_run_only(tmp_path):
    assert not link_key(tmp_path).lasting
    assert link_key(tmp_path) != link_key(tmp_path)


def test_an_empty_key_is_refused_for_nobody_would_be_linked(tmp_path):
    (tmp_path / KEY_FILE).parent.mkdir()
    (tmp_path / KEY_FILE).write_text("\n")
    with pytest.raises(WorkspaceError, match=r"keys/link\.key"):
        link_key(tmp_path)


def test_the_text_of_a_key_does_not_hold_the_key(tmp_path):
    secret = write_link_key(tmp_path).read_text().strip()
    assert secret not in repr(link_key(tmp_path))
    assert repr(link_key(tmp_path)) == "LinkKey(lasting=True)"


def test_a_lasting_key_links_over_the_waves_and_a_passing_one_does_not(tmp_path):
    passing = link_key(tmp_path)
    write_link_key(tmp_path)
    lasting = link_key(tmp_path)
    assert lasting.of_wave("a", "2024") == lasting.of_wave("b", "2025")
    assert passing.of_wave("a", "2024") == passing.of_wave("a", "2024")
    assert len({passing.of_wave(a, wave) for a in "ab" for wave in ("2024", "2025")}) == 4


def test_people_who_were_invented_need_no_secret(tmp_path):
    assert link_key(tmp_path, synthetic=True) == link_key(tmp_path, synthetic=True)
    assert link_key(tmp_path, synthetic=True).lasting
    write_link_key(tmp_path)
    assert link_key(tmp_path, synthetic=True) == link_key(tmp_path)
