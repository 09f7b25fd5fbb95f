from alliance_analytics.interpret.themes.nearest import nearest
from alliance_analytics.model.codebook import codebook


def test_a_sentence_is_nearest_to_itself_within_its_theme() -> None:
    sentence = next(one for one in codebook().prototypes if one.theme == "flexibility")
    themes = ["flexibility", "trust_loyalty"]
    itself, other = nearest(codebook()).find([sentence.text] * 2, [sentence.language] * 2, themes)
    assert itself is not None
    assert other is not None
    assert itself[0] == sentence
    assert 0.99 < itself[1] <= 1.000001
    assert other[0].theme == "trust_loyalty"


def test_an_example_is_in_the_language_of_the_passage() -> None:
    themes, text = ["flexibility"] * 3, "Het plan werd aangepast."
    dutch, english, other = nearest(codebook()).find([text] * 3, ["nl", "en", "other"], themes)
    assert dutch is not None
    assert dutch[0].language == "nl"
    assert english is None or english[0].language == "en"
    assert other is None


def test_a_text_without_words_or_without_a_theme_is_near_nothing() -> None:
    assert nearest(codebook()).find(["", "We agree."], ["en", "en"], ["flexibility", None]) == [None, None]
