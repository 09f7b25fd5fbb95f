import pytest

from alliance_analytics.interpret.themes.cues import Matcher, matcher
from alliance_analytics.model.codebook import Codebook, codebook


@pytest.fixture
def reader(small: Codebook) -> Matcher:
    return Matcher(small, "en")


@pytest.mark.parametrize(
    ("text", "evidence", "signs"),
    [
        ("We trust each other.", ["mutual-trust: trust each other"], [1]),
        ("We do not trust each other.", ["mutual-trust: trust each other (negated by not)"], [-1]),
        ("Never behind my back.", ["opportunism: behind my back (negated by never)"], [1]),
        ("There is no trust.", ["mutual-trust: trust (negated by no)"], [-1]),
        ("Never without trust.", ["mutual-trust: trust (negated by never, without)"], [0]),
        ("Nobody had asked me.", ["participation: nobody had asked"], [-1]),
        ("The plan is not fixed.", ["rigid-plans: plan is not fixed (negated by not)"], [1]),
        ("The trust matters.", ["mutual-trust: trust"], [0]),
    ],
)
def test_cues_carry_their_words_and_their_negation(
    reader: Matcher, text: str, evidence: list[str], signs: list[int]
) -> None:
    hits = reader.read(text).hits
    assert [str(hit) for hit in hits] == evidence
    assert [hit.sign for hit in hits] == signs


@pytest.mark.parametrize("text", ["The hospital trust met.", "A decision tree was drawn.", "Nothing at all."])
def test_words_in_another_sense_are_no_cue(reader: Matcher, text: str) -> None:
    assert reader.read(text).hits == ()


def test_another_sense_does_not_hide_a_cue_elsewhere(reader: Matcher) -> None:
    hits = reader.read("The hospital trust says that we trust each other.").hits
    assert [hit.words for hit in hits] == ["trust each other"]


def test_a_longer_cue_of_a_theme_stands_for_the_shorter_inside_it(reader: Matcher) -> None:
    hits = reader.read("We trust each other and trust our luck.").hits
    assert [hit.words for hit in hits] == ["trust each other"]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("A good decision.", [1]),
        ("The decision was not good.", [-1]),
        ("The decision was late and bad.", [-1, -1]),
        ("Good weather.", []),
    ],
)
def test_tone_is_read_beside_a_cue_only(reader: Matcher, text: str, signs: list[int]) -> None:
    assert [tone.sign for tone in reader.read(text).tones] == signs


def test_a_matcher_is_made_once(small: Codebook) -> None:
    assert matcher(small, "en") is matcher(small, "en")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_shipped_pattern_compiles(language: str) -> None:
    shipped = codebook()
    for pattern in matcher(shipped, language)._patterns:  # type: ignore[arg-type]
        assert pattern._expression
        assert pattern._exclusions
