"""One small alliance with two waves, to write registers into."""

import pytest

from alliance_analytics.workspace import open_workspace

GROUPS = {"Quay": {"tactical": (9, 6)}}


@pytest.fixture
def quay(tmp_path, write_alliance):
    """The folder of an alliance with waves 2024 and 2025, the second dated in November."""
    folder = write_alliance(tmp_path / "quay", GROUPS)
    (folder / "2024").mkdir()
    (folder / "2024" / "wave.yml").write_text("date: 2024-11-04\n")
    (folder / "2025" / "wave.yml").write_text("date: 2025-11-03\n")
    return folder


@pytest.fixture
def opened(quay):
    """A function that opens the alliance as it is now, and returns the workspace and its name."""
    return lambda: (open_workspace(quay), "quay")
