"""Blocks that serve weak pillars, missing first; and what moved since each came, with no word of cause."""

import shutil

import yaml

import alliance_analytics as aa
from alliance_analytics.review.building import blocks_of_weak_pillars


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


def test_what_came_after_is_told_not_to_be_because_of_it(kept, tmp_path):
    folder = shutil.copytree(kept, tmp_path / "world")
    for wave, blocks in (("2023", ["reporting"]), ("2025", ["reporting", "learning-circle"])):
        path = folder / "canal" / wave / "wave.yml"
        path.write_text(yaml.safe_dump({**yaml.safe_load(path.read_text()), "building_blocks": blocks}))
    exhibit = aa.blocks_since(aa.study(folder, "canal"))
    rows = [row for row in exhibit.table.rows if row[0] == "Learning circle"]
    assert {row[1] for row in rows} == {"2025"}
    assert all("(" in row[-1] for row in rows)
    assert exhibit.paragraphs[0].startswith("To compare:")
    assert "did not come because of it" in exhibit.paragraphs[-1]
