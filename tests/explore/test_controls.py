"""A control keeps what was chosen where that is still offered."""

import ipywidgets
import pytest

from alliance_analytics.explore.controls import CHOOSING, HEARD, SAVING, Controls, offer
from alliance_analytics.publish.wording import words


@pytest.mark.parametrize(("kept", "then"), [("b", "b"), ("c", "a")])
def test_what_was_chosen_stays_where_it_is_offered_still(kept, then):
    control = ipywidgets.Dropdown(options=["b", "c"], value=kept)
    offer(control, [("A", "a"), ("B", "b")])
    assert control.value == then


def test_nothing_offered_is_nothing_chosen():
    control = ipywidgets.Dropdown(options=["b"], value="b")
    offer(control, [])
    assert control.value is None


@pytest.mark.parametrize(
    ("view", "second", "also", "heard"),
    [
        ("spider", "", [], ["scale"]),
        ("answers", "response", [], ["group", "dimension"]),
        ("gaps", "", [], ["scale", "group"]),
        ("hidden", "", ["scale"], ["scale"]),
        ("hidden", "", [], []),
    ],
)
def test_what_no_view_listens_to_cannot_be_chosen(view, second, also, heard):
    controls = Controls()
    controls.speak(words("explorer", "en"))
    controls.view.value, controls.second.value = view, second
    controls.listen(also)
    assert [name for name in HEARD if not getattr(controls, name).disabled] == heard


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_control_is_named_in_the_language(language):
    controls = Controls()
    controls.speak(words("explorer", language))
    named = [each.description for each in (*controls.choosers(), *controls.buttons())]
    assert len(named) == len(CHOOSING) + len(SAVING) == len(set(named))
    assert all(named)


def test_a_button_is_as_wide_as_its_words():
    assert {each.layout.width for each in Controls().buttons()} == {"auto"}
