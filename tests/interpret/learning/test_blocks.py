"""Since when a block is there, and what its pillars did from the wave without it until now."""

import pandas as pd
import pytest

from alliance_analytics.interpret.learning.blocks import SINCE_COLUMNS, moved_since, since_when
from alliance_analytics.model.building_blocks import building_blocks


@pytest.mark.parametrize(
    ("waves", "since"),
    [
        ({"1": ["a"], "2": ["a"]}, {"a": ("1", None)}),
        ({"1": ["b"], "2": ["a", "b"], "3": ["a"]}, {"a": ("2", "1")}),
        ({"1": ["a"], "2": ["b"], "3": ["a"]}, {"a": ("3", "2")}),
        ({"1": ["b"], "2": [], "3": ["a"]}, {"a": ("3", "1")}),
        ({"1": [], "2": []}, {}),
    ],
    ids=["always", "came", "went and came again", "an untold wave", "nothing told"],
)
def test_since_when_a_block_is_there(waves, since):
    assert since_when(waves) == since


def changes(previous="2023", change=0.5, moved=True):
    return pd.DataFrame(
        {
            "previous_wave": previous, "scale": "pillar", "name": [str(place) for place in range(1, 9)],
            "change": change, "ci_low": change - 0.2, "ci_high": change + 0.2, "moved": moved, "shown": True,
        }
    )  # fmt: skip


IN_PLACE = {"2023": ["annual-evaluation"], "2024": ["annual-evaluation", "reporting"]}


def test_a_block_that_came_shows_each_pillar_it_serves_and_the_others_to_compare():
    table = moved_since(IN_PLACE, changes(), building_blocks())
    reporting = table[table["block"] == "reporting"]
    served = reporting[reporting["contribution"].notna()]
    assert served["pillar"].tolist() == list(building_blocks().block("reporting").pillars)
    assert len(reporting) == 8
    assert set(reporting["baseline"]) == {"2023"}
    assert set(reporting["movement"]) == {"moved"}
    assert list(table.columns) == SINCE_COLUMNS


def test_a_block_that_was_always_there_has_no_before():
    table = moved_since(IN_PLACE, changes(), building_blocks())
    (row,) = table[table["block"] == "annual-evaluation"].to_dict("records")
    assert row["since"] == "2023"
    assert pd.isna(row["pillar"])
    assert row["movement"] == "cannot_tell"


def test_only_changes_since_the_wave_without_the_block_count():
    table = moved_since(IN_PLACE, changes(previous="2021"), building_blocks())
    assert set(table["movement"]) == {"cannot_tell"}


def test_blocks_stand_in_the_order_of_the_file():
    waves = {"1": ["soft-skills"], "2": ["soft-skills", "alliance-board", "reporting"]}
    found = moved_since(waves, changes("1"), building_blocks())["block"]
    known = [block.id for block in building_blocks().blocks]
    assert found.drop_duplicates().tolist() == sorted(set(found), key=known.index)


def test_without_blocks_there_is_nothing():
    assert moved_since({"2024": []}, changes(), building_blocks()).empty
