import pytest

from alliance_analytics.interpret.themes.comments import comments_of, is_no_answer


@pytest.mark.parametrize("text", ["n/a", "N.v.t.", "-", " None. ", "geen opmerkingen", "don't know", "..."])
def test_nothing_is_said(text: str) -> None:
    assert is_no_answer(text)


@pytest.mark.parametrize("text", ["No trust.", "Geen vertrouwen", "Nothing is decided"])
def test_a_short_answer_is_an_answer(text: str) -> None:
    assert not is_no_answer(text)


def test_answers_keep_their_place_and_silence_is_counted() -> None:
    found = comments_of(["n/a", "We trust them.", None, "", "-"])
    assert found.texts.to_dict() == {1: "We trust them."}
    assert found.without_answer == 2
