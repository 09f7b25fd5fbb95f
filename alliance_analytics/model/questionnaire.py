"""What a respondent reads around the questions: why, how long, who sees what; in both languages, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from alliance_analytics.errors import ModelError, did_you_mean
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Bilingual, Language, Sourced

FILE = "questionnaire.yml"


class QuestionnaireTexts(Sourced):
    """The texts of a form that are no questions."""

    version: str
    texts: dict[str, Bilingual] = Field(description="Key to its text, with {placeholders} for values.")

    def say(self, key: str, language: Language, **values: object) -> str:
        """Return the text under a key, with its placeholders filled in.

        Raises
        ------
        ModelError
            If there is no such text, or a value that it needs is missing.
        """
        if key not in self.texts:
            remedy = did_you_mean(key, self.texts)
            raise ModelError("There is no such text.", where=FILE, found=key, remedy=remedy)
        try:
            return self.texts[key][language].format(**values)
        except (KeyError, IndexError) as error:
            raise ModelError(
                "A value in a text is missing.", where=f"{FILE}, {key}", found=str(error)
            ) from error


@cache
def questionnaire_texts(path: Path | None = None) -> QuestionnaireTexts:
    """Return the texts shipped with the package, or those in ``path``."""
    return load(path or packaged(FILE), QuestionnaireTexts)
