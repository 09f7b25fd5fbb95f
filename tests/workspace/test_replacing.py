"""Files are replaced whole, all or none."""

import stat

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace.replacing import replace_all


def test_files_are_replaced_and_made_and_keep_their_rights(tmp_path):
    (tmp_path / "old").write_text("before")
    (tmp_path / "old").chmod(0o640)
    replace_all([(tmp_path / "old", b"after"), (tmp_path / "new", b"made")])
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"old": "after", "new": "made"}
    assert stat.S_IMODE((tmp_path / "old").stat().st_mode) == 0o640


def test_nothing_is_changed_when_one_cannot_be_written(tmp_path):
    (tmp_path / "old").write_text("before")
    with pytest.raises(WorkspaceError, match="nothing was changed"):
        replace_all([(tmp_path / "old", b"after"), (tmp_path / "nowhere" / "new", b"made")])
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"old": "before"}
