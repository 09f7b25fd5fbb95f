"""Blocks that serve weak pillars, missing first; and what moved since each came, with no word of cause."""

import shutil

import pytest
import yaml

import alliance_analytics as aa
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.publish.release_plan import GROUP
from alliance_analytics.review.development.building import _changes_since, blocks_of_weak_pillars


def test_missing_blocks_come_first_for_each_weak_pillar(study):
    table = blocks_of_weak_pillars(study)
    assert table["pillar"].drop_duplicates().tolist() == study.weakest["pillar"].tolist()
    for _, rows in table.groupby("pillar", sort=False):
        assert rows["in_place"].tolist() == sorted(rows["in_place"])


def test_the_table_tells_what_is_in_place_and_on_whose_word(study):
    rows = aa.blocks(study).table.rows
    assert {row[2] for row in rows} <= {"in place", "not in place"}
    assert {row[4] for row in rows} <= {"stated there", "our reading", "our convention"}
    assert len(rows) == len(blocks_of_weak_pillars(study))


def test_blocks_that_nobody_told_are_not_called_missing(tiny):
    exhibit = aa.blocks(tiny)
    assert exhibit is None or {row[2] for row in exhibit.table.rows} == {"not told"}


def test_an_instrument_with_other_pillars_has_no_blocks(ferry):
    assert aa.blocks(ferry) is None
    assert aa.blocks_since(ferry) is None


BLOCKS = {
    "2023": ["reporting"],
    "2024": ["reporting", "alliance-board"],
    "2025": ["reporting", "alliance-board", "learning-circle"],
}


@pytest.fixture(scope="module")
def built(kept, tmp_path_factory):
    """Canal, with reporting from the first wave on, a board since the second and a circle since the last."""
    folder = shutil.copytree(kept, tmp_path_factory.mktemp("built") / "world")
    for wave, blocks in BLOCKS.items():
        path = folder / "canal" / wave / "wave.yml"
        path.write_text(yaml.safe_dump({**yaml.safe_load(path.read_text()), "building_blocks": blocks}))
    return aa.study(folder, "canal")


def test_what_came_after_is_told_not_to_be_because_of_it(built):
    exhibit = aa.blocks_since(built)
    assert [row[:2] for row in exhibit.table.rows] == [
        ("Alliance board", "2024"),
        ("Learning circle", "2025"),
    ]
    assert "alliance reporting" in exhibit.notes[0]
    assert exhibit.paragraphs[0].startswith("To compare:")
    assert "did not come because of it" in exhibit.paragraphs[-1]


def test_each_pillar_of_a_block_stands_once_with_its_change(built):
    *_, circle = aa.blocks_since(built).table.rows
    told = "; ".join(cell for cell in circle[2:] if cell != "none").split("; ")
    assert len(told) == len(building_blocks().block("learning-circle").pillars)
    released = built.changes("pillar").set_index("name")
    dialogue = next(each for each in told if each.startswith("Dialogue"))
    assert f"{released.loc['4', 'change']:+.1f}" in dialogue


def test_over_several_waves_only_what_both_show_is_compared(built):
    table = _changes_since(built, {"2023"})
    everybody = built.history.released
    everybody = everybody[everybody[GROUP].isna().all(axis=1) & (everybody["scale"] == "pillar")]
    means = everybody.pivot(index="name", columns="wave", values="mean")
    expected = (means["2025"] - means["2023"]).reindex(table["name"])
    assert table["change"].tolist() == pytest.approx(expected.tolist(), nan_ok=True)
    assert table["shown"].any()
