import pytest

from alliance_analytics.interpret.themes.negation import Negations, Span
from alliance_analytics.interpret.themes.normal import normal
from alliance_analytics.model.codebook import LanguageRules


@pytest.fixture
def negations(rules: LanguageRules) -> Negations:
    return Negations(rules.negation, rules.groups)


def around(negations: Negations, text: str, word: str = "trust") -> tuple[str, ...]:
    plain = normal(text)
    start = plain.index(word)
    return negations.around(plain, Span(start, start + len(word)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There is no trust.", ("no",)),
        ("We don't really have much trust.", ("don't",)),
        ("Lack of trust.", ("lack of",)),
        ("Trust is not there.", ("not",)),
        ("There is never no trust.", ("never", "no")),
    ],
)
def test_a_negation_reaches_a_few_words(negations: Negations, text: str, words: tuple[str, ...]) -> None:
    assert around(negations, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "No one of us has ever had trust.",
        "It was not cheap, trust was.",
        "It was not cheap but trust grew.",
        "It was not cheap. Trust grew.",
        "Trust grew, not fast.",
        "Trust has been growing and not slowly.",
        "Not only trust grew.",
        "The knot of trust.",
    ],
)
def test_a_negation_does_not_reach_further(negations: Negations, text: str) -> None:
    assert around(negations, text) == ()


def test_a_negation_inside_a_cue_is_found(negations: Negations) -> None:
    plain = normal("The plan is not fixed.")
    span = Span(plain.index("plan"), plain.index("fixed") + 5)
    assert negations.inside(plain, span) == ("not",)


@pytest.mark.parametrize(("pattern", "named"), [("nobody|never ... asked", True), ("trust*", False)])
def test_a_pattern_may_name_a_negation_itself(negations: Negations, pattern: str, named: bool) -> None:
    assert negations.named_by(pattern) is named


def test_a_longer_span_holds_a_shorter_one_inside_it() -> None:
    assert Span(0, 9).holds(Span(3, 9))
    assert not Span(0, 9).holds(Span(0, 9))
    assert not Span(0, 9).overlaps(Span(9, 12))
