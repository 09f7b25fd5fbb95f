"""Comments are coded as reports are, where they may be shown, and only counted."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.publish.exhibit import exhibit_text
from alliance_analytics.review.themes.comments import theme_comments
from alliance_analytics.workspace.consents import CONSENT

GROUPS = {"Quay": {"tactical": (30, 12)}}
WORDS = [
    "The partners trust each other completely.",
    "I trust them, and they trust us.",
    "Parking is free for visitors.",
    "We trust our partners to keep their word.",
]


@pytest.fixture
def open_study(tmp_path, write_alliance, canal):
    """A function that opens an alliance whose people wrote some comments, with a recorded yes or without."""

    def write(comments, consent=True):
        table = canal["2025"].head(12).assign(partner="Quay", level="tactical")
        folder = write_alliance(tmp_path / "quay", GROUPS, {"2025": table})
        export = folder / "2025" / "answers.csv"
        answers = pd.read_csv(export, dtype=str)
        answers["C1"] = [*comments, *[""] * (12 - len(comments))]
        answers.to_csv(export, index=False)
        if consent:
            (folder / "2025" / CONSENT).write_text("said_by: A. S.\ndate: 2025-07-01\nwave: 2025\n")
        return aa.study(folder)

    return write


def test_shares_are_counted_and_no_comment_is_shown(open_study):
    exhibit = theme_comments(open_study([*WORDS, "n/a", "-"]))
    told = exhibit_text(exhibit)
    assert exhibit.headline.startswith(
        "The theme that comments in 2025 speak of most: Trust and loyalty, in 75% of 4 comments"
    )
    assert "are left out: 2." in told
    assert not any(text in told for text in WORDS)


@pytest.mark.parametrize(
    ("comments", "consent"),
    [(WORDS, False), (WORDS[:2], True), ([*WORDS[:2], "n/a", "none", "-"], True)],
)
def test_without_a_yes_or_with_too_few_who_said_something_there_are_none(open_study, comments, consent):
    assert theme_comments(open_study(comments, consent)) is None
