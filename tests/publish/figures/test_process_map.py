import pandas as pd
import pytest

from alliance_analytics.publish.figures.process_map import process_map, process_map_alt

STEPS = pd.DataFrame(
    [
        ("ask", "Ask first", "X", 0, 0),
        ("check", "Check", "Y", 1, 1),
        ("tell", "Tell", "X", 1, 0),
        ("do", "Do", "Y", 2, 1),
    ],
    columns=["step", "name", "owner", "column", "lane"],
)
OVERS = pd.DataFrame(
    [
        ("ask", "check", True, False),
        ("ask", "tell", False, False),
        ("check", "do", False, False),
        ("do", "ask", True, True),
    ],
    columns=["step", "next", "crosses", "returns"],
)
MARKS = pd.DataFrame([("check", "survey"), ("do", "reports")], columns=["step", "source"])
LABELS = {"X": "Harbour Office", "Y": "Tide Lab"}


def drawn(**settings):
    return process_map(STEPS, OVERS, settings.pop("marks", MARKS), **({"labels": LABELS} | settings))


@pytest.mark.parametrize("narrow", [False, True])
def test_steps_owners_hand_overs_and_friction_are_drawn(see, narrow):
    figure = drawn(narrow=narrow)
    assert {"Harbour Office", "Tide Lab", "Ask first", "Check", "Do"} <= set(see.words(figure))
    assert all(see.drawn(figure, f"step {step}") for step in STEPS["step"])
    assert all(
        see.drawn(figure, f"hand-over {a} {b}") for a, b in zip(OVERS["step"], OVERS["next"], strict=True)
    )
    assert see.drawn(figure, "friction survey check")
    assert see.drawn(figure, "friction reports do")


def test_both_sources_of_friction_differ_in_marker(see):
    figure = drawn()
    survey, reports = (
        see.drawn(figure, "friction survey check")[0],
        see.drawn(figure, "friction reports do")[0],
    )
    assert survey.get_marker() != reports.get_marker()


def test_the_key_holds_only_what_is_there(see):
    found = see.words(drawn(marks=MARKS.iloc[:0], language="nl"))
    assert "werk dat terugkomt" in found
    assert not any(word.startswith("wrijving") for word in found)


def test_many_owners_have_no_lanes_on_a_phone_and_each_step_tells_its_own(see):
    steps = STEPS.assign(owner=list("WXYZ"), lane=[0, 1, 2, 3])
    labels = {name: f"Owner {name}" for name in "WXYZ"}
    figure = process_map(steps, OVERS, MARKS, labels=labels, narrow=True)
    assert not see.drawn(figure, "lane W")
    assert set(labels.values()) <= set(see.words(figure))
    assert see.drawn(process_map(steps, OVERS, MARKS, labels=labels), "lane W")


def test_the_alternative_counts_and_names_friction():
    said = process_map_alt(STEPS, OVERS, MARKS, labels=LABELS)
    assert said == (
        "Map of the process: 4 steps of 2 owners, 1 hand-overs between owners; "
        "friction is marked on: Check, Do."
    )
    assert process_map_alt(STEPS, OVERS, MARKS.iloc[:0], labels=LABELS, language="nl").endswith(
        "geen enkele stap."
    )
