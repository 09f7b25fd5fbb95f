"""People's codes go above the coder's."""

import pandas as pd
import pytest

from alliance_analytics.interpret.themes.correcting import CORRECTION_COLUMNS, known_themes, with_corrections
from alliance_analytics.interpret.themes.textkey import text_key

LONG = (
    "After the long winter the two harbours and their crews agreed to share the tug boats, the pilots, "
    "the radio room and the costs of the great lock until the end of the century, come what may"
)


def passages(*texts: str) -> pd.DataFrame:
    rows = [
        ("a.md", number, text, "flexibility", "enabler", 0.7, False) for number, text in enumerate(texts, 1)
    ]
    columns = ["document", "paragraph", "text", "theme", "polarity", "score", "abstained"]
    return pd.DataFrame(rows, columns=columns).assign(factor="movable-plans", why="", coder="default")


def corrections(text: str, themes: str, polarity: str, paragraph: str = "1") -> pd.DataFrame:
    row = ("a.md", paragraph, text_key(text), text, themes, polarity, "me")
    return pd.DataFrame([row], columns=CORRECTION_COLUMNS)


def test_a_correction_replaces_the_codes_of_its_passage_alone() -> None:
    found = with_corrections(passages("One thing.", "Another."), corrections("One thing.", "none", ""))
    by_text = found.set_index("text")
    assert pd.isna(by_text.loc["One thing.", "theme"])
    assert by_text.loc["One thing.", ["coder", "corrected"]].tolist() == ["person", "here"]
    assert by_text.loc["Another.", "theme"] == "flexibility"


def test_two_themes_make_two_rows() -> None:
    both = corrections("One.", "trust_loyalty;flexibility", "constraint;enabler")
    found = with_corrections(passages("One."), both)
    assert list(zip(found["theme"], found["polarity"], strict=True)) == [
        ("trust_loyalty", "constraint"),
        ("flexibility", "enabler"),
    ]


@pytest.mark.parametrize(
    ("text", "how"),
    [("one long thing", "exact"), ("Something else entirely.", "")],
)
def test_the_same_words_elsewhere_are_corrected_too(text: str, how: str) -> None:
    given = corrections("One long thing.", "none", "", paragraph="9")
    assert with_corrections(passages(text), given)["corrected"].tolist() == [how]


def test_a_text_but_for_a_letter_is_a_near_repeat() -> None:
    given = corrections(f"{LONG}.", "trust_loyalty", "enabler", paragraph="9")
    found = with_corrections(passages(f"{LONG}s."), given)
    assert found[["corrected", "theme"]].to_numpy().tolist() == [["near", "trust_loyalty"]]


def test_a_passage_that_was_left_to_a_person_gets_the_theme_and_no_factor() -> None:
    left = passages("One.").assign(theme=pd.NA, polarity=pd.NA, factor=pd.NA, abstained=True, why="grey")
    found = with_corrections(left, corrections("One.", "trust_loyalty", "enabler"))
    assert found[["theme", "abstained", "why"]].to_numpy().tolist() == [["trust_loyalty", False, ""]]
    assert found["factor"].isna().all()


def test_no_corrections_change_nothing() -> None:
    given = passages("One.")
    found = with_corrections(given, pd.DataFrame(columns=CORRECTION_COLUMNS))
    pd.testing.assert_frame_equal(found.drop(columns="corrected"), given)


@pytest.mark.parametrize(
    ("codes", "known"), [("none", True), ("flexibility;trust_loyalty", True), ("luck", False)]
)
def test_codes_are_known_or_not(codes: str, known: bool) -> None:
    assert known_themes(codes) is known
