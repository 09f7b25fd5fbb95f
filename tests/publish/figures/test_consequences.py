import pandas as pd
import pytest

from alliance_analytics.publish.figures.consequences import consequences, consequences_alt

LABELS = {"x": "Cultural", "y": "Relational"}
VARIANTS = {"gaps": "every gap lowest, or highest", "fast": "without the fastest"}
SETTINGS = {"variants": VARIANTS, "labels": LABELS}


def frame(hidden=()):
    rows = [
        ("interval", "x", -0.1, 0.12),
        ("interval", "y", -0.1, 0.1),
        ("gaps", "x", -0.2, 0.05),
        ("gaps", "y", -0.1, 0.02),
        ("fast", "x", 0.03, 0.03),
        ("fast", "y", -0.04, -0.04),
    ]
    table = pd.DataFrame(rows, columns=["variant", "name", "low", "high"]).assign(wave="2025")
    gone = table["variant"].isin(hidden)
    numbers = {name: table[name].mask(gone) for name in ("low", "high")}
    return table.assign(**numbers, shown=~gone, reason=gone.map({True: "subtraction", False: ""}))


def test_one_answer_is_a_marker_and_two_are_a_range(see):
    figure = consequences(frame(), **SETTINGS)
    assert see.drawn(figure, "change fast x")[0].get_xdata()[0] == 0.03
    assert list(see.drawn(figure, "range gaps x")[0].get_xdata()) == [-0.2, 0.05]
    assert not see.drawn(figure, "change gaps x")


def test_the_interval_is_a_band_and_the_axis_holds_both_sides(see):
    figure = consequences(frame(), **SETTINGS)
    assert see.drawn(figure, "interval x")[0].get_width() == pytest.approx(0.22)
    low, high = figure.axes[1].get_xlim()
    assert low == -high
    assert high > 0.2


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_word_has_its_place(see, narrow, language):
    figure = consequences(frame(), **SETTINGS, narrow=narrow, language=language)
    assert not see.collisions(figure)
    assert not see.outside(figure)


def test_changes_are_written_with_their_sign(see):
    assert {"−0.1", "0.0", "+0.1"} <= set(see.words(consequences(frame(), **SETTINGS)))
    assert "+0,1" in see.words(consequences(frame(), **SETTINGS, language="nl"))


def test_a_hidden_variant_is_named_and_not_drawn(see):
    figure = consequences(frame(hidden=["fast"]), **SETTINGS)
    assert "without the fastest (hidden)" in see.words(figure)
    assert not any(label.startswith("change fast") for label in see.labels(figure))


def test_with_everything_hidden_the_axis_still_stands(see):
    figure = consequences(frame(hidden=["interval", *VARIANTS]), **SETTINGS)
    assert not see.outside(figure)


def test_alternative_text():
    said = consequences_alt(frame(), **SETTINGS)
    assert "at most 0.20, by “every gap lowest, or highest” on Cultural" in said
    assert "nothing may be shown" in consequences_alt(frame(hidden=list(VARIANTS)), **SETTINGS)
