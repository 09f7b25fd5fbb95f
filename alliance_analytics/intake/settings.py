"""What a survey export does not say of itself: the settings of a wave that reading it needs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from alliance_analytics.model.sourced import Entry


def _names_alone(value: Any) -> Any:
    """Take a list of names as a mapping to no other spellings."""
    return value if isinstance(value, Mapping) else dict.fromkeys(value or (), ())


class SurveySettings(Entry):
    """What a wave's settings say about its export. Everything is optional."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    platform: str | None = Field(
        default=None, description="The platform, where the file does not give it away."
    )
    partners: Annotated[dict[str, tuple[str, ...]], BeforeValidator(_names_alone)] = Field(
        default_factory=dict, description="Names of the partners, each with other spellings of it."
    )
    levels: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="Level id to other spellings of the level."
    )
    answer_codes: dict[str, str] = Field(
        default_factory=dict, description="Code, or any text of a cell, to the label that it stands for."
    )
    partner_codes: dict[str, str] = Field(default_factory=dict, description="Code to partner.")
    level_codes: dict[str, str] = Field(default_factory=dict, description="Code to level.")
    mapping: dict[str, str] = Field(
        default_factory=dict, description="Name or heading of a column to the id of an item."
    )
    rescale: dict[str, Annotated[int, Field(ge=2, le=11)] | str] = Field(
        default_factory=dict,
        description="Item, column or '*' to the points, or the id, of the scale it was answered on.",
    )
    already_turned: tuple[str, ...] = Field(
        default=(), description="Ids of items whose answers the file holds turned."
    )
    keep_rows: tuple[str, ...] = Field(
        default=(), description="Kinds of record that count although they are usually left out, e.g. test."
    )
    dictionary: Path | None = Field(
        default=None, description="The file that says what codes mean, where several could."
    )
    language: str | None = Field(default=None, description="Language the form was asked in.")
