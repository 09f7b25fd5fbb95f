"""A first look counts little, and says of everybody what the whole count says."""

import pandas as pd
import pytest

from alliance_analytics.review.counting import only_by
from alliance_analytics.review.waves import measure_wave
from alliance_analytics.workspace import open_workspace

KINDS = ("dimension", "pillar", "theme")
WORLDS = {
    "large": {"Quay": {"tactical": (30, 22)}, "Dam": {"operational": (20, 14)}},
    "one partner stands out": {"Quay": {"tactical": (30, 22)}, "Dam": {"operational": (9, 3)}},
    "few": {"Larder": {"tactical": (5, 5)}, "Pantry": {"operational": (4, 4)}},
    "too few": {"Larder": {"tactical": (5, 2)}, "Pantry": {"operational": (4, 2)}},
}


@pytest.fixture(params=WORLDS)
def measured(request, tmp_path, write_alliance):
    write_alliance(tmp_path / "world", WORLDS[request.param])
    return lambda: measure_wave(open_workspace(tmp_path), "world", "2025")


def test_everybody_is_told_the_same_before_and_after_groups_are_counted(measured):
    first, whole = measured(), measured()
    whole.released  # noqa: B018 - counts everything
    for kind in KINDS:
        expected = whole.released[(whole.released["scale"] == kind) & only_by(whole.released, None)]
        for wave in (first, whole):
            found = wave.everybody(kind).reset_index(drop=True)
            pd.testing.assert_frame_equal(found, expected.reset_index(drop=True), check_dtype=False)


def test_the_response_of_everybody_is_that_of_the_whole_table(measured):
    wave = measured()
    table = wave.response
    expected = table[table["partner"].isna() & table["level"].isna()].iloc[0]
    pd.testing.assert_series_equal(wave.answered, expected, check_names=False, check_dtype=False)


def test_a_first_look_decides_on_no_group_and_no_statement(workspace, monkeypatch):
    wave = measure_wave(workspace, "canal", "2025")
    wave.everybody("pillar")
    assert not {"plan", "estimates", "released"} & vars(wave.counting).keys()
    assert set(wave.scores._scored) == {"dimension", "pillar"}
