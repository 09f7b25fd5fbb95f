"""How survey platforms head the columns that they fill in themselves, in the languages of their users."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import model_validator

from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Entry
from alliance_analytics.model.spelling import plain

FILE = "platform_headings.yml"


class PlatformHeadings(Entry):
    """The file of headings: platform to what a column is to the headings that it has."""

    version: str
    platforms: dict[str, dict[str, tuple[str, ...]]]

    @model_validator(mode="after")
    def _one_column_a_heading(self) -> PlatformHeadings:
        for platform, columns in self.platforms.items():
            texts = [plain(heading) for headings in columns.values() for heading in headings]
            if twice := {text for text in texts if texts.count(text) > 1}:
                raise ValueError(f"{platform} has headings that stand more than once: {sorted(twice)}")
        return self


@cache
def platform_headings(platform: str) -> Mapping[str, str]:
    """Return each heading of a platform's own columns, in plain spelling, to what its column is."""
    columns = _shipped().platforms[platform]
    return {plain(heading): column for column, headings in columns.items() for heading in headings}


@cache
def _shipped() -> PlatformHeadings:
    return load(packaged(FILE), PlatformHeadings)
