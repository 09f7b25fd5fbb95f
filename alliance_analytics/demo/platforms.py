"""The survey platforms a wave can be exported from, and what each of their layouts can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zlib import crc32

from alliance_analytics.demo.plan import PlannedWave, Platform
from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.google_forms import writer as google_forms
from alliance_analytics.intake.platforms.limesurvey import writer as limesurvey
from alliance_analytics.intake.platforms.microsoft_forms import writer as microsoft_forms
from alliance_analytics.intake.platforms.qualtrics import writer as qualtrics
from alliance_analytics.intake.platforms.spss import writer as spss
from alliance_analytics.intake.platforms.surveymonkey import writer as surveymonkey

DAYS_OPEN = 18


@dataclass(frozen=True)
class Layout:
    """How one platform exports.

    ``marked`` holds the kinds of record that the layout can mark. ``file_name`` is how such a file is
    called in the language of the form, with placeholders for title, day, number and rows. An
    ``always_coded`` layout holds numbers only; ``first_special_code`` is the number of *don't know*.
    """

    write: Callable[[AnswersToWrite, Path], None]
    marked: frozenset[str]
    file_name: dict[str, str]
    asks_mail: bool = True
    always_coded: bool = False
    first_special_code: int = 6


LAYOUTS: dict[Platform, Layout] = {
    "qualtrics": Layout(
        qualtrics.write,
        qualtrics.MARKED,
        {"en": "{plus}_{day}_09.41.csv", "nl": "{plus}_{day}_09.41.csv"},
    ),
    "limesurvey": Layout(
        limesurvey.write,
        limesurvey.MARKED,
        {"en": "results-survey{number}.csv", "nl": "results-survey{number}.csv"},
        asks_mail=False,
    ),
    "surveymonkey": Layout(
        surveymonkey.write,
        surveymonkey.MARKED,
        {"en": "{title}.csv", "nl": "{title}.csv"},
    ),
    "google-forms": Layout(
        google_forms.write,
        google_forms.MARKED,
        {
            "en": "{title} (Responses) - Form Responses 1.csv",
            "nl": "{title} (Reacties) - Formulierreacties 1.csv",
        },
    ),
    "microsoft-forms": Layout(
        microsoft_forms.write,
        microsoft_forms.MARKED,
        {"en": "{title}(1-{rows}).xlsx", "nl": "{title}(1-{rows}).xlsx"},
    ),
    "spss": Layout(
        spss.write,
        spss.MARKED,
        {"en": "{title}.sav", "nl": "{title}.sav"},
        asks_mail=False,
        always_coded=True,
        first_special_code=spss.FIRST_SPECIAL,
    ),
}


def file_name(wave: PlannedWave, rows: int) -> str:
    """Return what the platform would call the export of a wave with so many records."""
    drawn = wave.date + timedelta(days=DAYS_OPEN)
    return (
        LAYOUTS[wave.platform]
        .file_name[wave.language]
        .format(
            title=wave.title,
            plus=wave.title.replace(" ", "+"),
            day=f"{drawn:%B}+{drawn.day},+{drawn.year}",
            number=100_000 + crc32(wave.title.encode()) % 900_000,
            rows=rows,
        )
    )


def is_coded(wave: PlannedWave) -> bool:
    """Return whether the export of a wave holds numbers instead of labels."""
    return wave.coded or LAYOUTS[wave.platform].always_coded
