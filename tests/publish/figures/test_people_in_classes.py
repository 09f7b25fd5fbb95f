import pandas as pd
import pytest

from alliance_analytics.publish.figures.people_in_classes import people_alt, people_in_classes

LABELS = {"0-3": "under 8 minutes", "4-5": "8 to 12 minutes", "6-12": "12 minutes or more"}
FRAME = pd.DataFrame(
    {
        "wave": "2025",
        "name": list(LABELS),
        "people": [10.0, 5.0, 35.0],
        "share": [0.2, 0.1, 0.7],
        "shown": True,
        "reason": "",
    }
)
HIDDEN = FRAME.assign(shown=False, reason="too_few", share=float("nan"), people=float("nan"))


def test_a_bar_is_as_long_as_its_share(see):
    figure = people_in_classes(FRAME, labels=LABELS)
    bars = [see.drawn(figure, f"people {name}")[0] for name in LABELS]
    assert [bar.get_width() for bar in bars] == [0.2, 0.1, 0.7]


@pytest.mark.parametrize("narrow", [False, True])
def test_people_and_shares_are_written_in_their_places(see, narrow):
    figure = people_in_classes(FRAME, labels=LABELS, narrow=narrow)
    assert {"10", "20%", "35", "70%"} <= set(see.words(figure))
    assert not see.collisions(figure)
    assert not see.outside(figure)


def test_where_people_may_not_be_counted_there_are_only_shares(see):
    words = see.words(people_in_classes(FRAME.assign(people=float("nan")), labels=LABELS))
    assert "20%" in words
    assert "10" not in words


def test_hidden_classes_are_hatched(see):
    figure = people_in_classes(HIDDEN, labels=LABELS)
    assert see.drawn(figure, "hidden 0-3")[0].get_hatch()
    assert "nothing can be shown, to protect respondents" in see.words(figure)


def test_alternative_text():
    said = people_alt(FRAME, labels=LABELS, about="time to answer")
    assert (
        said
        == "Bar chart of people by time to answer in 2025: most are in the class 12 minutes or more (70%)."
    )
    assert "nothing may be shown" in people_alt(HIDDEN, labels=LABELS, about="time to answer")
