import pytest

from alliance_analytics.intake import headings
from alliance_analytics.intake.headings import heading_of, questions_of
from alliance_analytics.intake.platforms.base import Column

S1, S3 = "Partners keep their promises.", "It is clear, week by week, who decides."


@pytest.fixture
def questions(instrument):
    return questions_of(instrument)


def heading(text="", name="", part=""):
    return heading_of(0, Column(name, text, part))


@pytest.mark.parametrize(
    "column",
    [
        heading(S1),
        heading("partners keep their\xa0promises"),
        heading("Choose one.", part=S1),
        heading(f"How far do you agree? [{S1}]"),
        heading(f"How far do you agree?\n - {S1}"),
        heading(f"How far do you agree-{S1}"),
        heading("<p>Partners keep&nbsp;their promises.</p>"),
        heading("Partners komen hun beloften na"),
        heading(f"{S1} - Selected Choice"),
    ],
)
def test_the_wording_is_found_in_every_wrapping(column, questions):
    assert headings.asks(column, questions) == {"S1"}


def test_the_question_above_a_grid_is_no_wording_of_its_rows(questions):
    assert headings.asks(heading(S1, part="Something else"), questions) == set()


def test_the_longest_wording_inside_a_heading_counts(instrument):
    longer = instrument.items[0].model_copy(update={"id": "S9", "wording": {"en": f"{S1[:-1]} to us."}})
    both = questions_of(instrument.model_copy(update={"items": (*instrument.items, longer)}))
    assert headings.asks_inside(heading("7. Partners keep their promises to us (required)"), both) == {"S9"}
    assert headings.asks_inside(heading("7. Partners keep their promises (required)"), both) == {"S1"}


@pytest.mark.parametrize(
    ("column", "found"),
    [
        (heading(name="S1"), {"S1"}),
        (heading(name="grid[s1]"), {"S1"}),
        (heading("S1"), {"S1"}),
        (heading("Partners kept all their promises", name="S1"), {"S1"}),
        (heading("How many years do you work here?", name="S1"), set()),
        (heading(name="S10"), set()),
    ],
)
def test_an_id_counts_unless_the_text_contradicts_it(column, found, questions):
    assert headings.bears_id(column, questions) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is clear, week by week,...", {"S3"}),
        ("It is clear", set()),
        ("Some partners serve only them", {"S2"}),
    ],
)
def test_a_heading_cut_short_is_known_by_a_long_beginning(text, found, questions):
    assert headings.is_cut_short(heading(text), questions) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Partners keep there promisses.", {"S1"}),
        ("It is not clear, week by week, who decides.", set()),
        ("Partners like their promises and more.", set()),
    ],
)
def test_a_few_letters_may_differ_but_not_a_not(text, found, questions):
    assert headings.is_alike(heading(text), questions) == found


def test_two_questions_nearly_as_like_claim_nothing(instrument):
    twin = instrument.items[0].model_copy(
        update={"id": "S9", "wording": {"en": "Partners keep their promise."}}
    )
    both = questions_of(instrument.model_copy(update={"items": (*instrument.items, twin)}))
    assert headings.is_alike(heading("Partners keep their promisse."), both) == set()


@pytest.mark.parametrize(
    ("text", "found"), [("Organisatie", {"PARTNER"}), ("niveau", {"LEVEL"}), ("Naam", set())]
)
def test_partner_and_level_may_be_called_as_they_usually_are(text, found, questions):
    assert headings.is_named_as_usual(heading(text), questions) == found
