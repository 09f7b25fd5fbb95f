"""The coding desk: passages one at a time, codes written as they are given, and nothing kept in widgets."""

import json
import re
from urllib.request import urlopen

import pandas as pd
import pytest
from ipywidgets import Widget

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError
from alliance_analytics.explore.coding_desk import CodingDesk
from alliance_analytics.workspace.corrections import BLIND_SAMPLE, CORRECTIONS, read_codes, read_corrections

TEXTS = ["The harbour hums.", "The lock creaks.", "The crew sings."]


class Alliance:
    """What the desk asks of a study: where its folder is, and its passages."""

    alliance, language = "canal", "en"

    def __init__(self, folder, left):
        self.workspace = self
        self.folders = {"canal": folder}
        rows = {"document": "a.md", "page": 1, "paragraph": [1, 2, 3], "language": "en", "text": TEXTS}
        self.codes = self.coded = pd.DataFrame(rows).assign(
            theme=pd.NA, polarity=pd.NA, abstained=left, why="grey", score=[0.5, 0.4, 0.3],
            runner_up="flexibility", runner_up_score=0.45, cues="", prototype="The lock moves.",
        )  # fmt: skip


@pytest.fixture
def desk(tmp_path):
    return aa.coding_desk(Alliance(tmp_path, left=True), by="me")


@pytest.fixture
def blind(tmp_path):
    return aa.coding_desk(Alliance(tmp_path, left=False), by="me", blind=True, size=2)


def in_frame(desk):
    with urlopen(re.search(r'src="([^"]+)"', desk.frame.value)[1]) as answer:
        return answer.read().decode()


def type_in(desk, text):
    desk.typed.value = text
    assert desk.typed.value == ""


def written(desk):
    return read_corrections(desk.file)[["paragraph", "themes", "polarity"]].to_numpy().tolist()


def test_the_likeliest_passage_comes_first_with_the_reasons(desk, capsys):
    desk._ipython_display_()
    page = in_frame(desk)
    assert "The harbour hums." in page
    assert "too unsure of a theme" in page
    assert "Flexibility, probability 0.45" in page
    assert "VBox" in capsys.readouterr().out


def test_keys_write_codes_in_the_order_of_the_themes(desk):
    type_in(desk, "4c 1e")
    type_in(desk, "n")
    assert written(desk) == [["1", "trust_loyalty;flexibility", "enabler;constraint"], ["2", "none", ""]]
    assert (str(desk), desk.bar.value) == ("1 of 3 passages to code", 2)
    assert desk.file.name == CORRECTIONS


def test_controls_write_the_same(desk):
    desk.choices["decision_making"].value = "unclear"
    desk.buttons["write"].click()
    assert written(desk) == [["1", "decision_making", "unclear"]]
    assert "Decision quality (u: not clear which). 2 left." in desk.told.value
    assert desk.choices["decision_making"].value == ""


def test_what_was_written_can_be_undone_and_what_was_left_comes_back(desk):
    type_in(desk, "2e")
    type_in(desk, "u")
    type_in(desk, "z")
    assert written(desk) == [["1", "decision_making", "enabler"]]
    desk.buttons["undo"].click()
    assert written(desk) == []
    assert "The harbour hums." in in_frame(desk)
    assert desk.choices["decision_making"].value == "enabler"
    type_in(desk, "z")
    assert "nothing to take back" in desk.told.value


@pytest.mark.parametrize("typed", ["5e", "1", "hello", "1e 2c 3u"])
def test_other_keys_do_nothing_and_say_which_there_are(desk, typed):
    type_in(desk, typed)
    assert "Keys: the number of a theme" in desk.told.value
    assert (desk.left, desk.file.exists()) == (3, False)


def test_three_themes_are_too_many(desk):
    with pytest.raises(ParameterError, match="two themes at most"):
        desk.code(dict.fromkeys(["trust_loyalty", "decision_making", "flexibility"], "enabler"))


def test_after_the_last_passage_there_is_nothing_to_code(desk):
    for _ in TEXTS:
        desk.leave()
    assert "All passages have been read." in in_frame(desk)
    type_in(desk, "n")
    assert "All passages have been read." in desk.told.value
    assert not desk.file.exists()


def test_a_file_that_cannot_be_written_is_told_and_the_passage_stays(desk):
    desk.file.mkdir()
    type_in(desk, "1e")
    assert desk.left == 3
    assert "A file of codes cannot be read." in desk.told.value


def test_no_widget_holds_a_word_of_a_passage(desk):
    desk._ipython_display_()
    type_in(desk, "1e")
    state = json.dumps(Widget.get_manager_state(), default=str)
    assert not any(text in state for text in TEXTS)
    assert not any(text in str(desk) + repr(desk) for text in TEXTS)


def test_a_blind_sample_is_drawn_once_shown_without_reasons_and_gone_on_with(blind, tmp_path):
    blind._show()
    page = in_frame(blind)
    assert "codes are not shown" in page
    assert "Flexibility" not in page
    type_in(blind, "3c")
    assert blind.file == tmp_path / BLIND_SAMPLE
    assert read_codes(blind.file)[["themes", "by"]].to_numpy().tolist() == [["management_capability", "me"]]
    again = aa.coding_desk(Alliance(tmp_path, left=False), blind=True)
    assert (len(blind.passages), len(again.passages)) == (2, 1)
    type_in(blind, "z")
    assert read_codes(blind.file).empty


def test_a_passage_without_doubt_waits_for_nobody(tmp_path):
    desk = aa.coding_desk(Alliance(tmp_path, left=False))
    assert isinstance(desk, CodingDesk)
    assert str(desk) == "No passage waits for a reader."
