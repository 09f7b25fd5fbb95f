import numpy as np
import pytest

from alliance_analytics.errors import DisclosureError
from alliance_analytics.publish.figures.estimates import estimates, estimates_alt, prepare_estimates


@pytest.fixture
def labels(make):
    return make.pillars["en"]


def test_every_value_stands_at_its_mean_with_its_interval(make, see, labels):
    figure = estimates(make.estimates(), labels=labels)
    (dot,) = see.drawn(figure, "mean 2")
    (band,) = see.drawn(figure, "interval 2")
    assert dot.get_xdata() == pytest.approx([2.3])
    assert band.get_xdata() == pytest.approx([2.0, 2.6])
    assert dot.get_ydata()[0] == band.get_ydata()[0]


def test_rows_run_in_the_order_of_the_labels(make, see, labels):
    order = dict(reversed(labels.items()))
    figure = estimates(make.estimates(), labels=order)
    heights = [see.drawn(figure, f"mean {name}")[0].get_ydata()[0] for name in order]
    assert heights == sorted(heights)


def test_last_wave_is_an_open_dot_below(make, see, labels):
    figure = estimates(make.estimates(), make.estimates("2024", means=[2.0] * 8), labels=labels)
    (before,), (now,) = see.drawn(figure, "before 1"), see.drawn(figure, "mean 1")
    assert before.get_xdata() == pytest.approx([2.0])
    assert before.get_markerfacecolor() == "#FFFFFF"
    assert before.get_ydata()[0] > now.get_ydata()[0]
    assert "2024" in see.words(figure)


def test_bounds_are_a_thin_line_around_the_interval(make, see, labels):
    frame = make.estimates().assign(bound_low=1.5, bound_high=5.0)
    figure = estimates(frame, labels=labels)
    (bounds,), (band,) = see.drawn(figure, "bounds 3"), see.drawn(figure, "interval 3")
    assert bounds.get_xdata() == pytest.approx([1.5, 5.0])
    assert bounds.get_linewidth() < band.get_linewidth()
    assert "what non-response could hide" in see.words(figure)


def test_hidden_is_hatched_and_no_answers_is_not(make, see, labels):
    figure = estimates(make.estimates(hidden="4", empty="7"), labels=labels)
    assert see.drawn(figure, "hidden 4")[0].get_hatch()
    assert not see.drawn(figure, "mean 4")
    assert not see.drawn(figure, "hidden 7")
    assert {"hidden", "no answers"} <= set(see.words(figure))


def test_numbers_are_written_once_a_row(make, see, labels):
    found = see.words(estimates(make.estimates(hidden="4"), labels=labels, language="nl"))
    assert "2,3" in found
    assert found.count("24") == 7


def test_a_hidden_row_is_blanked_even_when_it_still_holds_a_number(make, labels):
    leaky = make.estimates().assign(shown=False, reason="too_few")
    table = prepare_estimates(leaky, None, labels)
    assert table[["mean", "ci_low", "ci_high", "n"]].isna().all().all()


def test_a_frame_that_was_never_released_is_refused(make, labels):
    with pytest.raises(DisclosureError, match="released"):
        estimates(make.estimates().drop(columns="shown"), labels=labels)


def test_the_frames_stay_as_they_were(make, labels):
    now = make.estimates(hidden="4")
    kept = now.copy(deep=True)
    estimates(now, now, labels=labels)
    assert now.equals(kept)


def test_a_missing_interval_leaves_a_bare_dot(make, see, labels):
    figure = estimates(make.estimates().assign(ci_low=np.nan, ci_high=np.nan), labels=labels)
    assert see.drawn(figure, "mean 1")
    assert not see.drawn(figure, "interval 1")


def test_all_hidden_says_so(make, see, labels):
    figure = estimates(make.estimates(hidden="12345678"), labels=labels)
    assert "nothing can be shown, to protect respondents" in see.words(figure)


def test_another_scale_has_its_own_points(make, see, labels):
    figure = estimates(make.estimates(means=[6.0] * 8), labels=labels, points=7)
    (middle,) = {line.get_path().vertices[0, 0] for line in see.drawn(figure, "midpoint")}
    assert middle == 4


def test_alternative_text_names_highest_and_lowest(make, labels):
    said = estimates_alt(make.estimates(hidden="4"), labels=labels)
    assert said.startswith("Dot plot of mean scores")
    assert "highest Unambiguous, inspiring objective 5.0" in said
    assert "lowest Objective-bound playing field 2.3" in said
    assert "1 hidden" in said


def test_alternative_text_never_holds_a_hidden_number(make, labels):
    leaky = make.estimates(means=[3.7, 1.1, 4.2])
    leaky.loc[1, ["shown", "reason"]] = [False, "too_few"]
    assert "1.1" not in estimates_alt(leaky, labels=labels)
