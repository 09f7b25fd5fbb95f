"""The small YAML files of a workspace: what no export knows.

Every key is optional, and no unknown key is accepted.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, NonNegativeInt, field_validator

from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Bilingual, Entry, Language

Settings = TypeVar("Settings", bound=Entry)


class WorkspaceSettings(Entry):
    """``workspace.yml``: what holds for all alliances of a workspace."""

    title: str | Bilingual = ""
    language: Language = "en"
    synthetic: bool = Field(default=False, description="True for invented data: said on every page.")
    contact: str = Field(default="", description="Who readers may ask; printed at the foot of a review.")
    trusted: bool = Field(
        default=False, description="Whether analysts may look, unshared, at what the release plan hides."
    )
    public_documents: tuple[str, ...] = Field(
        default=(),
        description="Reports that anybody may read, by file name or pattern, e.g. annual-report-*.pdf: only "
        "their passages are ever quoted on a page.",
    )


class Partner(Entry):
    """A partner and the spellings that mean it."""

    name: str
    variants: tuple[str, ...] = ()


class Profile(Entry):
    """What kind of alliance it is (Mastering Alliances, 1.1)."""

    partners: int | None = Field(default=None, ge=2)
    activities: str = ""
    centralisation: Literal["low", "medium", "high"] | None = None
    formed: Literal["legal", "chosen"] | None = Field(
        default=None, description="Prescribed by law, or chosen."
    )


class AllianceSettings(Entry):
    """``<alliance>/alliance.yml``."""

    title: str | Bilingual = ""
    partners: tuple[Partner, ...] = ()
    profile: Profile = Profile()
    language: Language | None = None
    synthetic: bool = False
    modules_left_out: tuple[str, ...] = Field(default=(), description="Modules of the instrument not asked.")

    @field_validator("partners", mode="before")
    @classmethod
    def _names_are_enough(cls, value: object) -> object:
        if isinstance(value, list):
            return [{"name": entry} if isinstance(entry, str) else entry for entry in value]
        return value


class Objective(Entry):
    """One line of the annual plan."""

    objective: str
    owner: str | None = None
    target: str | float | None = None
    actual: str | float | None = None
    start: str | float | None = None
    better: str | None = Field(
        default=None, description="higher or lower; told by start and target if absent."
    )
    pillar: str | int | None = Field(default=None, description="The pillar that it should lift, if any.")


class WaveSettings(Entry):
    """``<alliance>/<wave>/wave.yml``."""

    title: str | Bilingual = ""
    date: datetime.date | None = None
    retain_until: datetime.date | None = Field(
        default=None, description="Last day on which the raw answers may be kept."
    )
    language: str | None = Field(default=None, description="Language of the form, e.g. nl.")
    platform: str | None = Field(default=None, description="Only when recognition is not unambiguous.")
    file: str | None = Field(
        default=None, description="The export to read; all exports of the folder if absent."
    )
    dictionary: str | None = Field(
        default=None, description="The file that says what codes mean; found by its content if absent."
    )
    answer_codes: dict[str, str] = Field(default_factory=dict)
    partner_codes: dict[str, str] = Field(default_factory=dict)
    level_codes: dict[str, str] = Field(default_factory=dict)
    mapping: dict[str, str] = Field(default_factory=dict, description="Column name or heading to item id.")
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
    instrument: str | None = Field(
        default=None, description="File of the instrument asked in this wave, if not the alliance's."
    )
    invited: dict[str, dict[str, NonNegativeInt]] = Field(
        default_factory=dict, description="Partner to level to people invited."
    )
    building_blocks: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()
    release_rule: dict[str, int] = Field(
        default_factory=dict, description="Minima that are raised for this wave."
    )

    @field_validator("answer_codes", "partner_codes", "level_codes", mode="before")
    @classmethod
    def _codes_as_text(cls, value: object) -> object:
        return {str(code): label for code, label in value.items()} if isinstance(value, dict) else value


def settings_from(path: Path, kind: type[Settings]) -> Settings:
    """Return a settings file as a typed entry, or the defaults when there is no such file.

    Raises
    ------
    ModelError
        If the file is there and broken.
    """
    return load(path, kind) if path.exists() else kind()


def survey_settings(told: WaveSettings, partners: dict[str, tuple[str, ...]], folder: Path) -> SurveySettings:
    """Return what reading a wave's export needs to know.

    Parameters
    ----------
    told : WaveSettings
        What ``wave.yml`` says; what has one name in both is handed on.
    partners : dict
        Names of the partners, each with other spellings.
    folder : Path
        Of the wave, in which the files that it names lie.
    """
    shared = SurveySettings.model_fields.keys() & WaveSettings.model_fields.keys()
    settings = told.model_dump(include=set(shared), exclude_none=True)
    if "dictionary" in settings:
        settings["dictionary"] = folder / settings["dictionary"]
    return SurveySettings(partners=partners, **settings)


def title_in(title: str | Bilingual, language: str, otherwise: str) -> str:
    """Return a title in ``language``, or ``otherwise`` when there is none."""
    return (title if isinstance(title, str) else title[language]) or otherwise
