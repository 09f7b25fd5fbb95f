import pandas as pd
import pytest

from alliance_analytics.errors import DisclosureError
from alliance_analytics.publish.figures.stacked import prepare_stacked, stacked, stacked_alt

LABELS = {"x": "Cultural", "y": "Relational", "z": "Procedural"}
KINDS = {"blank": "left blank", "dont_know": "don't know", "together": "several reasons"}
SETTINGS = {"kinds": KINDS, "labels": LABELS}
FRAME = pd.DataFrame(
    [
        ("x", "blank", 0.02, True, ""),
        ("x", "dont_know", 0.04, True, ""),
        ("y", "blank", 0.01, True, ""),
        ("z", "together", float("nan"), False, "too_few"),
    ],
    columns=["name", "kind", "value", "shown", "reason"],
)


def widths(figure):
    return {
        str(bar.get_label()): round(bar.get_width(), 6)
        for bar in figure.axes[1].patches
        if not bar.get_hatch()
    }


def test_a_bar_is_made_of_its_kinds():
    found = widths(stacked(FRAME, **SETTINGS))
    assert found == {"blank x": 0.02, "dont_know x": 0.04, "blank y": 0.01}


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_word_has_its_place(see, narrow, language):
    figure = stacked(FRAME, **SETTINGS, narrow=narrow, language=language)
    assert not see.collisions(figure)
    assert not see.outside(figure)


def test_lengths_are_written_as_shares_or_as_counts(see):
    assert {"6%", "1%"} <= set(see.words(stacked(FRAME, **SETTINGS)))
    assert {"6.0%", "1.0%"} <= set(see.words(stacked(FRAME, **SETTINGS, unit="small share")))
    counts = FRAME.assign(value=FRAME["value"] * 100)
    assert {"6", "1"} <= set(see.words(stacked(counts, **SETTINGS, unit="count")))


def test_a_hidden_bar_is_hatched(see):
    figure = stacked(FRAME, **SETTINGS)
    assert see.drawn(figure, "hidden z")[0].get_hatch()
    assert prepare_stacked(FRAME, KINDS, LABELS).loc["z", "state"] == "hidden"


def test_the_legend_names_only_kinds_that_occur(see):
    assert "several reasons" not in see.words(stacked(FRAME, **SETTINGS))


def test_bars_without_length_can_be_drawn(see):
    assert "0%" in see.words(stacked(FRAME.head(3).assign(value=0.0), **SETTINGS))


def test_a_frame_that_was_never_released_is_refused():
    with pytest.raises(DisclosureError):
        stacked(FRAME.drop(columns="shown"), **SETTINGS)


def test_alternative_text():
    said = stacked_alt(FRAME, **SETTINGS, about="answers not given in 2025")
    assert said.startswith(
        "Stacked bars of answers not given in 2025: highest Cultural 6%, lowest Relational 1%"
    )
    assert "1 hidden" in said
    hidden = stacked_alt(FRAME.tail(1), **SETTINGS, about="answers")
    assert "nothing may be shown" in hidden
    assert "only Cultural is shown, 6%" in stacked_alt(FRAME.head(2), **SETTINGS, about="answers")
