from __future__ import annotations

import numpy as np

from alliance_analytics.demo.cast import invented_world


def test_the_same_seed_gives_the_same_world_and_a_larger_one_begins_with_it():
    small, large = invented_world(5, 3), invented_world(5, 6)
    assert large.alliances[:3] == small.alliances
    assert invented_world(5, 3) == small
    assert invented_world(6, 3).alliances != small.alliances


def test_forty_alliances_have_names_of_their_own():
    plans = invented_world(1, 40).alliances
    assert len({plan.id for plan in plans}) == 40
    assert len({plan.title.nl for plan in plans}) == 40
    assert all(plan.id.isascii() and " " not in plan.id for plan in plans)


def test_each_wave_has_another_platform_and_a_later_year():
    for plan in invented_world(2, 20).alliances:
        assert 2 <= len(plan.waves) <= 5
        assert 2 <= len(plan.partners) <= 4
        assert len({wave.platform for wave in plan.waves}) == len(plan.waves)
        assert [wave.name for wave in plan.waves] == sorted(wave.name for wave in plan.waves)
        assert plan.waves[-1].name == "2025"


def test_alliances_are_of_unlike_character():
    means = [np.mean(list(plan.waves[-1].pillars.values())) for plan in invented_world(3, 30).alliances]
    assert min(means) < 2.7
    assert max(means) > 4.0
    stages = {wave.stage for plan in invented_world(3, 30).alliances for wave in plan.waves}
    assert len(stages) == 3


def test_the_stage_goes_with_the_mean():
    for plan in invented_world(4, 20).alliances:
        for wave in plan.waves:
            mean = np.mean(list(wave.pillars.values()))
            assert (wave.stage == "opportunism") == (mean < 3.0)
