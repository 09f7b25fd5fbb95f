"""Shares of passages, with a band for what was left to a reader, and freed from known error."""

import pandas as pd
import pytest

from alliance_analytics.interpret.themes.textkey import text_key
from alliance_analytics.review.themes import sample as theming_sample
from alliance_analytics.review.themes import shares as theming_shares
from alliance_analytics.review.themes.shares import theme_shares

TRUST = "trust_loyalty"


@pytest.fixture(autouse=True)
def no_drawing(request, monkeypatch):
    """Leave the drawing to the one test that looks at the picture."""
    if "picture" not in request.node.name:
        monkeypatch.setattr(theming_shares, "picture", lambda _, alt, *__, **___: picture_of(alt))


def picture_of(alt):
    return {"svg": "<svg/>", "svg_narrow": "", "alt": alt}


@pytest.fixture
def with_sample(monkeypatch):
    """A function that lets a person have coded all passages of a study, one theme each."""

    def coded_blind(study, themes):
        texts = study.codes["text"].tolist()
        table = pd.DataFrame({"text": texts, "key": [*map(text_key, texts)], "themes": themes})
        by_hand = table.assign(document="report.txt", paragraph="1")
        monkeypatch.setattr(theming_sample, "blind_sample", lambda *_: by_hand)
        return study

    return coded_blind


def rows(exhibit, theme):
    return [row[1:] for row in exhibit.table.rows if row[0] == theme]


def test_shares_stand_with_their_intervals_and_what_was_left_has_a_band(saying):
    exhibit = theme_shares(saying(_2025=f"{TRUST},{TRUST},flexibility,?,,"))
    assert rows(exhibit, "Trust and loyalty") == [
        ("2025", "6", "33% (10% to 70%)", "33% (10% to 70%)", "0% (0% to 39%)", "0% (0% to 39%)")
    ]
    assert rows(exhibit, "Left to a reader") == [("2025", "6", "17% (3% to 56%)", "–", "–", "–")]
    assert exhibit.headline.startswith(
        "The theme that reports of 2025 speak of most: Trust and loyalty, in 33% of 6 passages"
    )


def test_the_picture_is_described_without_counting_the_band_as_a_theme(saying):
    exhibit = theme_shares(saying(_2025=f"{TRUST},flexibility,?,?"))
    assert "with 50% left to a reader" in exhibit.alt
    assert "highest Trust and loyalty 25%" in exhibit.alt
    assert "<svg" in exhibit.svg


def test_without_a_blind_sample_that_is_said_and_nothing_is_corrected(saying):
    exhibit = theme_shares(saying(_2025=TRUST))
    assert len(exhibit.table.header) == 7
    assert any("nobody has coded passages without seeing them" in note for note in exhibit.notes)


def test_a_blind_sample_frees_the_shares_from_known_error(saying, with_sample):
    study = saying(_2025=",".join([TRUST] * 10 + [""] * 20))
    exhibit = theme_shares(with_sample(study, [TRUST] * 8 + ["none"] * 20 + [TRUST] * 2))
    share, corrected = rows(exhibit, "Trust and loyalty")[0][2], rows(exhibit, "Trust and loyalty")[0][-1]
    assert share.startswith("33% (")
    assert corrected.startswith("33% (")
    assert corrected != share
    assert rows(exhibit, "Flexibility")[0][-1] == "too few coded"
    assert rows(exhibit, "Left to a reader")[0][-1] == "–"


def test_the_agreement_of_each_theme_stands_beside_with_a_verdict(saying, with_sample):
    study = saying(_2025=",".join([TRUST] * 10 + [""] * 20))
    notes = theme_shares(with_sample(study, [TRUST] * 10 + ["none"] * 20)).notes
    told = next(note for note in notes if "alpha" in note)
    assert "on 30 passages" in told
    assert "Trust and loyalty 1.00 (1.00 to 1.00), trends can be relied on" in told
    assert "Flexibility cannot be told" in told


def test_a_sample_of_other_passages_says_nothing_about_these(saying, monkeypatch):
    stray = pd.DataFrame(
        [{"document": "x", "paragraph": "1", "text": "Other.", "themes": "none", "key": "0"}]
    )
    monkeypatch.setattr(theming_sample, "blind_sample", lambda *_: stray)
    assert theming_sample.agreement_of(saying(_2025=TRUST)) is None


def test_a_wave_without_reports_shows_none(saying):
    assert theme_shares(saying(_2024=TRUST)) is None


def test_a_wave_of_which_nothing_was_coded_says_so(saying):
    assert theme_shares(saying(_2025=",")).headline == (
        "Of 2 passages in reports of 2025, none was given a theme"
    )
