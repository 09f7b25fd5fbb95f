import numpy as np
import pytest

from alliance_analytics.errors import DisclosureError
from alliance_analytics.publish.figures.stages import prepare_stages, stages, stages_alt


def test_stages_are_stacked_in_the_order_of_the_labels(make):
    tables = prepare_stages(make.stages(2), make.stages_named, ("2024", "2025"))
    assert tables["opportunism"]["bottom"].tolist() == [0, 0]
    assert tables["procedure-oriented"]["bottom"].tolist() == tables["opportunism"]["top"].tolist()
    assert tables["culturally-sensitive"]["top"].to_numpy() == pytest.approx([1, 1])


def test_names_and_latest_probabilities_are_written(make, see):
    found = see.words(stages(make.stages(3), labels=make.stages_named))
    assert set(make.stages_named.values()) <= set(found)
    assert any(word.startswith("46% (36–56%)") for word in found)


def test_a_range_without_width_is_one_number(make, see):
    frame = make.stages(2).assign(low=0.0, high=0.0)
    assert any(word.endswith("(0%)") for word in see.words(stages(frame, labels=make.stages_named)))


def test_a_phone_has_the_names_above_from_the_top_stage_down(make, see):
    found = see.words(stages(make.stages(3), labels=make.stages_named, narrow=True))
    named = [
        word for word in found if word.split(" ")[0] in {"Opportunism", "Procedure-oriented", "Culturally"}
    ]
    assert [word.split(" ")[0] for word in named] == ["Culturally", "Procedure-oriented", "Opportunism"]


def test_a_wave_that_was_not_placed_is_hatched_and_named(make, see):
    figure = stages(make.stages(3, unplaced=[1]), labels=make.stages_named)
    assert see.drawn(figure, "not placed 1")[0].get_hatch()
    assert "not placed" in see.words(figure)


def test_nothing_placed_still_is_a_figure(make, see):
    figure = stages(make.stages(2, unplaced=[0, 1]), labels=make.stages_named)
    assert see.drawn(figure, "not placed 0")
    assert not any("%" in word for word in see.words(figure))


def test_a_missing_interval_leaves_the_bare_probability(make, see):
    frame = make.stages(1).assign(low=np.nan, high=np.nan)
    assert not any("(" in word for word in see.words(stages(frame, labels=make.stages_named)))


def test_a_frame_without_a_release_is_refused(make):
    with pytest.raises(DisclosureError):
        stages(make.stages(1).drop(columns=["placed"]), labels=make.stages_named)


def test_alternative_text(make):
    said = stages_alt(make.stages(2), labels=make.stages_named)
    assert said == (
        "River chart of the probability of each development stage from 2024 to 2025; in the last wave "
        "Procedure-oriented is most probable, 55%."
    )
    unplaced = stages_alt(make.stages(2, unplaced=[1]), labels=make.stages_named, language="nl")
    assert unplaced.endswith("in de laatste meting was de alliantie niet te plaatsen.")
