from __future__ import annotations

import pytest
from pydantic import ValidationError

from alliance_analytics.demo.plan import PlannedAlliance, data_file, example_world
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import PILLAR_IDS
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.themes import THEME_IDS


def test_the_example_is_two_alliances_of_the_promised_size():
    grows, falls = example_world().alliances
    assert [wave.name for wave in grows.waves] == ["2021", "2022", "2023", "2024", "2025"]
    assert [wave.name for wave in falls.waves] == ["2022", "2023", "2024", "2025"]
    for plan in (grows, falls):
        assert 3 <= len(plan.partners) <= 4
        assert 45 <= sum(sum(partner.people.values()) for partner in plan.partners) <= 60
        assert all(0.6 <= wave.answering <= 0.9 for wave in plan.waves)
        platforms = [wave.platform for wave in plan.waves]
        assert len(set(platforms)) == len(platforms)


def test_one_alliance_grows_and_one_falls_back():
    grows, falls = example_world().alliances

    def means(plan: PlannedAlliance) -> list[float]:
        return [sum(wave.pillars.values()) for wave in plan.waves]

    assert means(grows) == sorted(means(grows))
    assert means(falls)[1:] == sorted(means(falls)[1:], reverse=True)
    assert [grows.waves[0].stage, grows.waves[-1].stage] == ["opportunism", "culturally-sensitive"]
    assert [falls.waves[0].stage, falls.waves[-1].stage] == ["procedure-oriented", "opportunism"]


def test_the_example_knows_only_ids_of_the_model():
    blocks = {block.id for block in building_blocks().blocks}
    for plan in example_world().alliances:
        assert {level for partner in plan.partners for level in partner.people} <= set(
            default_instrument().levels
        )
        for wave in plan.waves:
            assert set(wave.building_blocks) <= blocks
            assert set(wave.pillars) == set(PILLAR_IDS)
            assert set(wave.themes) <= set(THEME_IDS)


def test_an_unknown_key_is_refused():
    content = example_world().alliances[0].model_dump() | {"colour": "blue"}
    with pytest.raises(ValidationError, match="colour"):
        PlannedAlliance.model_validate(content)


def test_data_files_lie_beside_the_code():
    assert {path.name for path in data_file("example.yml").parent.iterdir()} >= {
        "stories.yml",
        "comments.yml",
        "pools.yml",
        "world_readme.md",
    }
