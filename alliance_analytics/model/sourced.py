"""Every entry of the model says where it comes from, and whose it is."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Basis = Literal["stated", "our reading", "our convention"]
Language = Literal["en", "nl"]
LANGUAGES: tuple[Language, ...] = ("en", "nl")


class Entry(BaseModel):
    """A frozen entry that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Entry):
    """Where a fact stands: a work and a section of it."""

    work: str = Field(description="Title of the work, or 'this project' for a convention.")
    section: str = Field(description="Section, chapter or page.")


class Sourced(Entry):
    """An entry with a source.

    ``basis`` is *stated* when the source says so, *our reading* when it is an interpretation of the
    source, and *our convention* when the source is silent and the rule is this project's.
    """

    source: Source
    basis: Basis


class Bilingual(Entry):
    """A short text in the two languages of the review."""

    en: str
    nl: str

    def __getitem__(self, language: str) -> str:
        """Return the text in ``language`` ('en' or 'nl')."""
        return self.nl if language == "nl" else self.en
