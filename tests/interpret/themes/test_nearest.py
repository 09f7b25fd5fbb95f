from alliance_analytics.interpret.themes.nearest import nearest
from alliance_analytics.model.codebook import codebook


def test_a_sentence_is_nearest_to_itself_within_its_theme() -> None:
    sentence = next(one for one in codebook().prototypes if one.theme == "flexibility")
    itself, other = nearest(codebook()).find([sentence.text] * 2, [None, "trust_loyalty"])
    assert itself is not None
    assert other is not None
    assert itself[0] == sentence
    assert 0.99 < itself[1] <= 1.000001
    assert other[0].theme == "trust_loyalty"


def test_a_text_without_words_is_near_nothing() -> None:
    assert nearest(codebook()).find([""], [None]) == [None]
