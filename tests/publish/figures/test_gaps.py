import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.figures.gaps import gaps, gaps_alt, prepare_gaps
from alliance_analytics.publish.figures.style import GROUPS, MARKERS


def some(names, count):
    return dict(list(names.items())[:count])


@pytest.fixture
def pillars(make):
    return some(make.pillars["en"], 4)


def draw(make, pillars, count, **settings):
    groups = some(make.partners, count)
    return gaps(make.groups(groups, **settings), by="partner", groups=groups, labels=pillars)


def test_each_group_keeps_its_marker_and_colour(make, see, pillars):
    figure = draw(make, pillars, 5)
    for place, group in enumerate("abcde"):
        for name in pillars:
            (dot,) = see.drawn(figure, f"mean {group} {name}")
            assert (dot.get_marker(), dot.get_color()) == (MARKERS[place], GROUPS[place])
            assert dot.get_xdata() == pytest.approx([2 + place * 0.4])


def test_groups_stand_apart_within_a_row(make, see, pillars):
    figure = draw(make, pillars, 3)
    heights = [see.drawn(figure, f"mean {group} 1")[0].get_ydata()[0] for group in "abc"]
    assert heights == sorted(set(heights))


def test_an_interval_goes_with_every_mean(make, see, pillars):
    figure = draw(make, pillars, 2)
    (band,) = see.drawn(figure, "interval b 3")
    assert band.get_xdata() == pytest.approx([2.1, 2.7])


def test_a_hidden_group_stays_in_its_place(make, see, pillars):
    figure = draw(make, pillars, 3, hidden="c")
    assert see.drawn(figure, "hidden c 1")[0].get_hatch()
    assert see.drawn(figure, "absent c 1")[0].get_marker() == MARKERS[2]
    assert "Waterschap (hidden)" in see.words(figure)


def test_more_than_five_groups_are_counted_not_drawn(make, see, pillars):
    figure = draw(make, pillars, 8)
    assert not see.drawn(figure, "mean f 1")
    assert "3 more: see the table" in see.words(figure)


def test_the_whole_alliance_is_a_group_too(make, pillars):
    frame = make.groups(["a"]).assign(partner=None)
    assert prepare_gaps(frame, "partner", {"all": "Everybody"}, pillars)["all"]["mean"].notna().all()


def test_two_waves_at_once_are_refused(make, pillars):
    frame = make.groups(["a", "a"])
    with pytest.raises(PageError, match="two rows of one name"):
        gaps(frame, by="partner", groups={"a": "A"}, labels=pillars)


def test_alternative_text_names_group_and_scale(make, pillars):
    groups = some(make.partners, 3)
    said = gaps_alt(make.groups(groups, hidden="b"), by="partner", groups=groups, labels=pillars)
    assert said.startswith("Dot plot comparing mean scores of 3 groups in 2025: highest Waterschap, Mindset")
    assert "2.8" in said
    assert "2.4" not in said
