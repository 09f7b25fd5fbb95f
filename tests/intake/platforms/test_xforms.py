import pandas as pd
import pytest

from alliance_analytics.intake.platforms.xforms import columns_of


def columns(headings, *records, own=(), separator="/"):
    return columns_of(headings, pd.DataFrame(records or [[""] * len(headings)]), dict(own), separator)


@pytest.mark.parametrize(
    ("heading", "separator", "name"),
    [("S1", "/", "S1"), ("group_a/S1", "/", "S1"), ("group_a/page/S1", "/", "S1"), ("group_a-S1", "-", "S1")],
)
def test_a_name_stands_behind_its_groups(heading, separator, name):
    assert [(c.name, c.text) for c in columns([heading], separator=separator)] == [(name, "")]


def test_one_name_in_two_groups_keeps_its_path():
    assert [c.name for c in columns(["first/S1", "second/S1", "S2"])] == ["first/S1", "second/S1", "S2"]


def test_labels_stand_behind_the_label_of_their_group():
    asked = ["How far?/We trust them.", "How far?/They trust us.", "Is it and/or is it not?", "He/she left"]
    assert [(c.text, c.part) for c in columns(asked)] == [
        ("How far?", "We trust them."),
        ("How far?", "They trust us."),
        ("Is it and/or is it not?", ""),
        ("He/she left", ""),
    ]


def test_a_question_with_several_answers_counts_once():
    found = columns(["how", "how/mail", "how/phone", "why"], ["mail", "1", "0", "x"], ["", "", "", "y"])
    assert [c.role for c in found] == ["answer", "choice", "choice", "answer"]
    assert (found[1].text, found[1].part) == ("how", "mail")


def test_a_question_under_a_group_of_its_name_is_no_option():
    assert columns(["how", "how/far"], ["x", "agree"])[1].role == "answer"


@pytest.mark.parametrize(
    "headings",
    [
        ["Where?", "_Where?_latitude", "_Where?_longitude", "_Where?_altitude", "_Where?_precision"],
        ["a/where", "a/_where_latitude", "a/_where_longitude"],
        ["where-Latitude", "where-Longitude", "where-Altitude", "where-Accuracy"],
    ],
)
def test_a_place_tells_who_somebody_is(headings):
    assert {c.role for c in columns(headings)} == {"identifier"}


def test_one_coordinate_is_a_question():
    assert columns(["_of_latitude", "The precision"])[0].role == "answer"


def test_what_the_form_notes_itself_is_no_question():
    found = columns(["start", "deviceid", "phonenumber", "photo_URL", "_mine"], own=[("_mine", "mail")])
    assert [c.role for c in found] == ["administration", "device", "identifier", "identifier", "mail"]


def test_names_of_options_are_read_by_their_words():
    labels = columns(["S1"], ["strongly_agree"], ["dont_know"], ["4"], ["agree"], ["a, b"])[0].labels
    assert labels == {"strongly_agree": "strongly agree", "dont_know": "dont know"}


def test_comments_are_no_names_of_options():
    assert columns(["why"], *[[f"word_{n}"] for n in range(51)])[0].labels == {}


def test_what_was_typed_at_other_lies_beside_its_question():
    found = columns(["PARTNER", "PARTNER_other", "an_other"])
    assert [(c.role, c.beside) for c in found] == [("answer", None), ("other_text", 0), ("answer", None)]


def test_what_a_collecting_program_notes_is_no_answer_and_stays_out():
    noted = ["starttime", "duration", "simid", "devicephonenum", "caseid", "formdef_version"]
    assert [c.role for c in columns(noted)] == [
        *("administration", "timing", "identifier", "identifier", "identifier", "administration"),
    ]
    assert {c.role for c in columns(["gpsLatitude", "gpsLongitude", "gpsAccuracy"])} == {"identifier"}


def test_a_code_below_zero_is_part_of_a_name():
    assert [c.name for c in columns(["grp-crops_-77", "crops_-77"], separator="-")] == [
        "grp-crops_-77",
        "crops_-77",
    ]
