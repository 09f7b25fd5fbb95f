import pytest

from alliance_analytics.intake.documents.sentences import is_prose, sentences


@pytest.mark.parametrize(
    "whole",
    [
        "The Gem. Zuidermeer keeps 3.5 posts free.",
        "Dat is bijv. Dr. A. Jansen, d.w.z. De Bilt.",
        "See e.g. Table 4 in vol. 2 of the report.",
        "It ended (as we said) in St. Ives.",
        "The offer of Smith Ltd. 3 was late.",
    ],
)
def test_abbreviations_initials_and_decimals_do_not_cut(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It works. It lasts! Does it? 4 of us think so.", 4),
        ("He said: “We stop.” Nobody answered.", 2),
        ("We bought flour, salt etc. Nobody paid.", 2),
        ("De oven is van Bakker B.V. Niemand wist dat.", 2),
        ("Het kan. Éénmaal is genoeg.", 2),
        ("no capital. here so it stays one", 1),
    ],
)
def test_sentences_are_cut_where_they_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_nothing_is_lost() -> None:
    text = "The van came late. “Again!” said the cook. Mr. Oakes left at 5 p.m. Nobody saw him."
    assert " ".join(sentences(text)) == text


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The van is shared.", True),
        ("Minutes of the alliance board 2024", False),
        ("12.", False),
        ("Present:", False),
        ("a line without a full stop that is far too long to be a heading", True),
    ],
)
def test_headings_and_labels_are_no_prose(text: str, prose: bool) -> None:
    assert is_prose(text) is prose
