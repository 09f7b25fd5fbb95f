"""Recall and precision: every kind is found by any of three signs, and no innocent column is taken."""

import string

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.intake.identifiers.checksums import is_bsn
from alliance_analytics.intake.identifiers.columns import identifying_columns
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import answer_scales

FIRST = "Ann Bob Cas Dee Eve Fay Gus Hal Ida Jan Kim Lou Max Ned Ole Pia Quin Rob Sue Ted".split()
LAST = "Smith Jansen Müller Dupont García O'Neil Bakker Visser Schmidt Leroy".split()
HEX = "0123456789abcdef"
LABELS = [
    [labels[0] for labels in by_point]
    for scale in answer_scales().scales
    for by_point in scale.labels.values()
]
HEADINGS = ["Anything else?", "Q7", "Vraag 3", "Remarks", "Column 12"]

number = st.integers(0, 999_999)
words = st.sampled_from("we meet often and trust is good but slow niet altijd snel genoeg".split())
sentence = st.lists(words, min_size=4, max_size=12).map(" ".join)
IDENTIFIERS = {
    "mail": number.map("person{}@example.org".format),
    "phone": number.map("+31 6 12{:06d}".format),
    "device": st.tuples(*[st.integers(0, 255)] * 2).map("192.0.{0[0]}.{0[1]}".format),
    "panel_id": st.text(HEX, min_size=22, max_size=22).map("a1{}".format),
    "national_id": st.sampled_from([str(n) for n in range(123_450_000, 123_451_000) if is_bsn(str(n))]),
    "name": st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)).map(" ".join),
    "link": number.map("https://files.example.org/{}.jpg".format),
    "coordinates": st.tuples(number, number).map("52.{0[0]:06d}, 4.{0[1]:06d}".format),
}
INNOCENT = {
    "points": st.integers(1, 5).map(str),
    "finer points": st.integers(0, 10).map(str),
    "recodes": st.integers(-3, 3).map(str),
    "labels": st.sampled_from(LABELS).flatmap(st.sampled_from),
    "numbered labels": st.tuples(st.integers(1, 5), st.sampled_from(LABELS[0])).map("{0[0]}. {0[1]}".format),
    "departments": st.sampled_from(["Human Resources", "Finance", "Sales North", "Public Affairs"]),
    "partners": st.sampled_from(["North Bank", "Veltor Bio", "Tide Lab", "Gemeente Zuid"]),
    "jobs": st.sampled_from(["Project Manager", "Senior Adviser", "Team Leader", "Nurse"]),
    "dates": st.dates().map(str),
    "times": st.datetimes().map("{:%Y-%m-%d %H:%M:%S}".format),
    "european dates": st.dates().map("{:%d-%m-%Y}".format),
    "american times": st.datetimes().map("{:%m/%d/%Y %I:%M:%S %p}".format),
    "short times": st.datetimes().map("{:%d.%m.%Y %H:%M}".format),
    "seconds": number.map(str),
    "weights": st.floats(0.1, 3).map("{:.6f}".format),
    "sentences": sentence,
    "countries": st.sampled_from(["Netherlands", "United Kingdom", "Costa Rica", "France"]),
    "yes and no": st.sampled_from(["Yes", "No", ""]),
    "codes": st.text(string.ascii_uppercase, min_size=2, max_size=4),
}


def found(cells, heading="Q7", **column):
    return identifying_columns([Column("", heading, **column)], pd.DataFrame({0: cells}, dtype=object))


@pytest.mark.parametrize("kind", IDENTIFIERS)
@given(data=st.data(), heading=st.sampled_from(HEADINGS), blanks=st.integers(0, 9))
def test_identifiers_are_found_by_what_stands_there(kind, data, heading, blanks):
    cells = data.draw(st.lists(IDENTIFIERS[kind], min_size=8, max_size=20, unique=True))
    assert found([*cells, *[""] * blanks], heading) == {0: kind}


@pytest.mark.parametrize("what", INNOCENT)
@given(data=st.data(), heading=st.sampled_from(HEADINGS))
def test_an_innocent_column_is_not_taken(what, data, heading):
    cells = data.draw(st.lists(INNOCENT[what], min_size=1, max_size=30))
    assert found(cells, heading) == {}


@given(cells=st.lists(sentence, min_size=5, max_size=20), address=IDENTIFIERS["mail"])
def test_comments_with_an_address_among_them_stay_comments(cells, address):
    assert found([*cells, f"Write to {address}, please"]) == {}


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("mail", "mail"),
        ("token", "token"),
        ("response_id", "response_id"),
        ("record_id", "response_id"),
        ("device", "device"),
        ("identifier", "other"),
    ],
)
def test_the_platforms_word_is_enough(role, kind):
    assert found(["4", ""], role=role) == {0: kind}


def test_the_name_is_enough_even_where_nothing_stands():
    assert found(["", ""], "E-mailadres") == {0: "mail"}
    assert found(["Jan", "Jan"], "Voornaam") == {0: "name"}


@pytest.mark.parametrize("heading", ["Email", "Name", "Telefoon"])
def test_a_question_on_a_scale_may_bear_the_name_of_an_identifier(heading):
    assert found(["1", "5", "3", ""], heading) == {}
    assert found([heading, "", heading], heading) == {}


def test_codes_with_labels_are_answers_whatever_they_look_like():
    labels = {"111222333": "Agree", "123456782": "Disagree", "100000009": "Neutral"}
    assert found(list(labels), labels=labels) == {}


def test_degrees_side_by_side_are_a_place_and_one_column_alone_is_not():
    cells = pd.DataFrame(
        {0: ["52.37021", "51.92442"], 1: ["4.89517", "4.47773"], 2: ["4", "5"]}, dtype=object
    )
    columns = [Column("", f"Q{place}") for place in range(3)]
    assert identifying_columns(columns, cells) == {0: "coordinates", 1: "coordinates"}
    assert identifying_columns(columns, cells, besides=[1]) == {}


def test_questions_that_are_known_are_left_out():
    cells = pd.DataFrame({0: ["a@b.org"], 1: ["c@d.org"]}, dtype=object)
    assert identifying_columns([Column("", "Name"), Column("", "Mail")], cells, besides=[0]) == {1: "mail"}


def test_how_long_it_took_is_no_identifier():
    assert found(["0612345678", "0612345679"], role="timing") == {}


def test_a_question_for_the_postcode_identifies_by_what_was_answered():
    cells = pd.DataFrame([["2611 AB", "yes"], ["2628", "no"]])
    columns = [Column("", "What is the postcode of the place where you live?"), Column("", "Postcode known?")]
    assert identifying_columns(columns, cells) == {0: "address"}


@pytest.mark.parametrize(
    ("part", "texts", "kind"),
    [
        ("First name", ["Ann", "Bob", "Cas"], "name"),
        ("E-mail", ["a@b.org", "none"], "mail"),
        ("E-mail", ["Daily", "Weekly"], None),
        ("E-mail", ["Ja", "Nein"], None),
        ("Street", ["Clean", "Dirty", "Clean", "Dirty"], None),
        ("Phone", [], "phone"),
    ],
)
def test_a_row_of_a_question_identifies_by_its_name_and_what_was_answered(part, texts, kind):
    cells = pd.DataFrame({0: texts}, dtype=object)
    column = Column("", "Please tell us", part)
    assert identifying_columns([column], cells) == ({0: kind} if kind else {})
