import pytest
from hypothesis import given
from hypothesis import strategies as some
from matplotlib.figure import Figure

from alliance_analytics.publish.figures.river import draw_stages, spread
from alliance_analytics.publish.figures.stages import prepare_stages
from alliance_analytics.publish.figures.waves import wave_axis


@pytest.fixture
def river(make):
    def draw(count, unplaced=()):
        waves = [str(2026 - count + place) for place in range(count)]
        axes = Figure(figsize=(6, 3)).add_subplot()
        wave_axis(axes, waves, 10)
        draw_stages(axes, prepare_stages(make.stages(count, unplaced), make.stages_named, waves), 10)
        return axes

    return draw


def test_a_bar_is_as_high_as_its_share(river, make):
    axes, frame = river(3), make.stages(3)
    heights = [bar.get_height() for bar in axes.patches if bar.get_label() == "procedure-oriented"]
    assert heights == pytest.approx(frame.loc[frame["stage"] == "procedure-oriented", "share"].tolist())


def test_flows_join_neighbours_that_were_placed(river):
    flows = [patch for patch in river(4, unplaced=[1]).patches if patch.get_label() == "flow opportunism"]
    (flow,) = flows
    ends = flow.get_xy()[:, 0]
    assert 2 < ends.min() < ends.max() < 3


def test_one_wave_has_no_flow(river):
    assert not [patch for patch in river(1).patches if patch.get_label().startswith("flow")]


def test_small_shares_are_not_written(river):
    assert "0%" not in [text.get_text() for text in river(6).texts]
    assert all(int(text.get_text().rstrip("%")) >= 7 for text in river(6).texts)


@given(some.lists(some.tuples(some.floats(0, 200), some.floats(5, 40)), min_size=1, max_size=5))
def test_blocks_never_overlap(blocks):
    wanted, heights = zip(*sorted(blocks, reverse=True), strict=True)
    middles = spread(wanted, heights, (0, 200))
    for place in range(len(middles) - 1):
        lower, upper = middles[place], middles[place + 1]
        assert lower - heights[place] / 2 >= upper + heights[place + 1] / 2 - 1e-9
