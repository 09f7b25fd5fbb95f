import pytest

from alliance_analytics.intake.documents.language import language_of, main_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The partners kept what they had promised.", "en"),
        ("De partners hielden zich aan wat zij hadden beloofd.", "nl"),
        ("Die Partner haben sich nicht auf den Plan geeinigt.", "other"),
        ("Les partenaires ne sont pas dans la même salle.", "other"),
        ("12 345", "other"),
    ],
)
def test_stop_words_vote(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("usual", ["en", "nl"])
def test_the_document_decides_where_the_votes_are_equal_or_none(usual: str) -> None:
    assert language_of("Tea was hot.", usual) == usual
    assert language_of("Excellent!", usual) == usual


def test_a_document_has_the_language_of_most_of_its_words() -> None:
    assert main_language(["Het was een goed jaar voor de alliantie.", "Well done!"]) == "nl"
    assert main_language([]) == "other"
