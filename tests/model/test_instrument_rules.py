import pytest

from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.instrument_rules import broken_rules, unknown_words

PAIR = [{"id": "a", "dimension": "x"}, {"id": "b", "dimension": "x"}]


def problems(*items: dict, **given) -> list[str]:
    return [f"{problem.place}: {problem.what}" for problem in found(*items, **given)]


def found(*items: dict, **given) -> tuple:
    usual = {"kind": "statement", "wording": {"en": "A text."}}
    instrument = Instrument(
        id="small",
        title={"en": "Small", "nl": "Klein"},
        version="1",
        levels={"staff": {"en": "Staff"}, "lead": {"en": "Lead"}},
        items=[Item.model_validate(usual | item) for item in items],
        **given,
    )
    return broken_rules(instrument, [f"row {number}" for number, _ in enumerate(items, start=2)])


def test_a_sound_instrument_breaks_no_rule():
    assert problems(*PAIR, {"id": "partner", "kind": "partner"}, {"id": "why", "kind": "open"}) == []


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"id": " "}, "row 4, id: A question has no id."),
        ({"id": "a"}, "row 4, id: An id is used more than once."),
        ({"id": "wave"}, "row 4: A name is kept for a column that stands beside the answers."),
        (
            {"id": "c", "wording": {}},
            "row 4, wording: Question c has no wording in a language of the instrument.",
        ),
        (
            {"id": "c", "wording": {"en": " "}},
            "row 4, wording: Question c has no wording in a language of the instrument.",
        ),
        (
            {"id": "c", "kind": "open", "direction": "negative"},
            "row 4, direction: A question of kind open has no direction to turn.",
        ),
        ({"id": "c", "kind": "open", "pillar": "1"}, "row 4, dimension: Pillar 1 has no dimension."),
        ({"id": "c", "dimension": "culturel"}, "row 4, dimension: A dimension looks misspelt."),
        ({"id": "c", "themes": ["trust-loyalty"]}, "row 4, theme: A theme looks misspelt."),
        ({"id": "c", "mark": "opportunism.individual"}, "row 4, mark: A mark looks misspelt."),
        ({"id": "c", "dimension": "alone"}, "row 4, dimension: The dimension alone has too few statements."),
        ({"id": "c", "themes": ["alone"]}, "row 4, theme: The theme alone has too few statements."),
    ],
)
def test_one_bad_item_breaks_one_rule(item, expected):
    assert problems(*PAIR, item) == [expected]


def test_a_pillar_stands_in_one_dimension():
    items = [{"id": name, "dimension": home, "pillar": "1"} for name, home in ("ax", "bx", "cy", "dy")]
    assert problems(*items) == [f"row {row}, dimension: Pillar 1 stands in two dimensions." for row in (4, 5)]


def test_a_pillar_of_one_statement_is_thin():
    items = [{"id": "c", "dimension": "x", "pillar": "9"}]
    assert problems(*PAIR, *items) == ["row 4, pillar: The pillar 9 has too few statements."]


def test_each_language_of_the_instrument_is_asked_throughout():
    items = [{"id": name, "wording": {"en": "Yes.", "nl": "Ja."}} for name in "cd"]
    assert [problem.found for problem in found(*PAIR, *items)] == ["nothing in nl", "nothing in nl"]


def test_there_is_one_question_for_the_partner():
    items = [{"id": name, "kind": "partner"} for name in ("P", "Q")]
    assert problems(*PAIR, *items) == ["row 4 and row 5: More than one question asks for the partner."]


def test_something_must_be_scored():
    assert problems({"id": "why", "kind": "open"}) == ["items: An instrument has nothing to score."]


def test_an_empty_instrument_has_nothing_to_score():
    assert problems() == ["items: An instrument has nothing to score."]


def test_names_of_ones_own_are_welcome():
    own = {"themes": ["joy", "trust"], "dimension": "craft", "pillar": "Pillar A"}
    assert problems(*PAIR, {"id": "c"} | own, {"id": "d"} | own) == []


@pytest.mark.parametrize(
    ("theme", "meant"),
    [
        ("trust-loyalty", "trust_loyalty"),
        ("Trust and loyalty", "trust_loyalty"),
        ("managment_capability", "management_capability"),
        ("Flexibility", "flexibility"),
    ],
)
def test_a_slip_of_the_pen_names_what_was_meant(theme, meant):
    (problem,) = found(*PAIR, {"id": "c", "themes": [theme]}, {"id": "d", "themes": [theme]})[:1]
    assert problem.remedy == f"Did you mean {meant!r}? If not, choose a name less like it."


def test_points_are_those_of_the_answer_scale():
    (problem,) = found(*PAIR, points=7)
    assert (problem.place, problem.found, problem.allowed) == ("points", "7", "5")


def test_an_answer_scale_of_ones_own_has_its_own_points():
    assert problems(*PAIR, points=10, answer_scale="school_marks") == []


def test_variants_belong_to_a_level_that_exists():
    (problem,) = found(*PAIR, level_variants={"leed": ["chief"]})
    assert (problem.found, problem.remedy) == ("leed", "Did you mean 'lead'?")


def test_a_spelling_means_one_level():
    (problem,) = found(*PAIR, level_variants={"staff": ["Crew", "crew"], "lead": ["CREW"]})
    assert (problem.what, problem.found) == ("A spelling means more than one level.", "crew")


def test_unknown_words_name_the_nearest():
    written = [("row 2", {"kind": "statment"}), ("row 3", {"kind": "open", "direction": "negativ"})]
    told = [(problem.place, problem.found, problem.remedy) for problem in unknown_words(written)]
    assert told == [
        ("row 2, kind", "statment", "Did you mean 'statement'?"),
        ("row 3, direction", "negativ", "Did you mean 'negative'?"),
    ]


def test_a_blank_kind_is_unknown():
    (problem,) = unknown_words([("row 2", {"kind": ""})])
    assert problem.found == "nothing"
    assert problem.allowed == "statement, outcome, open, partner, level"
