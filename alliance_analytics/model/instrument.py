"""An instrument: the statements people answer, and the scales that these make up.

The default is *Mastering Alliances*; any other organisation's questionnaire is another YAML or CSV file of
the same shape.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from alliance_analytics.model.identified import by_id
from alliance_analytics.model.sourced import Basis, Bilingual, Entry, Source

Kind = Literal["statement", "outcome", "open", "partner", "level"]
Direction = Literal["positive", "negative"]
ScaleKind = Literal["dimension", "pillar", "theme", "item"]
SCALE_KINDS: tuple[ScaleKind, ...] = ("dimension", "pillar", "theme", "item")

# YAML reads a bare 1 as a number; as the name of a pillar or an item it means the text.
Name = Annotated[str, Field(coerce_numbers_to_str=True)]

# A statement counts once in a theme, also when the theme is named twice.
Themes = Annotated[tuple[Name, ...], AfterValidator(lambda names: tuple(dict.fromkeys(names)))]


# One earlier id may stand alone, as it does in a table.
EarlierIds = Annotated[
    tuple[Name, ...], BeforeValidator(lambda ids: ids if isinstance(ids, list | tuple) else (ids,))
]


class Item(Entry):
    """One question.

    ``direction`` is *negative* where agreeing describes the bad end; such answers are turned before scoring.
    A mark of the first stage is negative too: the higher its turned score, the more it is left behind.
    """

    id: Name
    kind: Kind
    wording: dict[str, str] = Field(description="Language code to the text as asked.")
    direction: Direction = "positive"
    pillar: Name | None = None
    dimension: Name | None = None
    themes: Themes = ()
    mark: str | None = Field(default=None, description="Id of the stage mark this statement speaks to.")
    module: str = "core"
    was: EarlierIds = Field(default=(), description="Ids that it had in earlier instruments.")
    wording_changed: bool | None = Field(
        default=None, description="Whether people now read something else; by its words when left out."
    )
    source: Source | None = None
    basis: Basis = "our convention"

    @property
    def is_scored(self) -> bool:
        """Whether it is answered on the agreement scale, as statements and outcomes are."""
        return self.kind in ("statement", "outcome")

    def asked(self, language: str) -> str:
        """Return the text in ``language``, or in the item's first language where it has no such text."""
        return self.wording.get(language) or next(iter(self.wording.values()))


class Instrument(Entry):
    """A questionnaire with its answer scale."""

    id: Name
    title: Bilingual
    version: Name
    answer_scale: str = Field(default="agreement_5", description="Id of a scale in answer_scales.yml.")
    points: int = Field(default=5, ge=2, le=11)
    levels: dict[str, dict[str, str]] = Field(
        description="Level id to its wording per language, e.g. strategic: {en: Strategic, nl: Strategisch}."
    )
    level_variants: dict[str, tuple[Name, ...]] = Field(
        default_factory=dict, description="Level id to other spellings that mean the same level."
    )
    items: tuple[Item, ...]

    @property
    def scored(self) -> tuple[Item, ...]:
        """Items answered on the agreement scale: statements and outcomes."""
        return tuple(item for item in self.items if item.is_scored)

    @property
    def turned(self) -> frozenset[str]:
        """Ids of the scored items whose wording describes the bad end."""
        return frozenset(item.id for item in self.scored if item.direction == "negative")

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages the questionnaire can be asked in, in the order of its first item."""
        return tuple(self.items[0].wording)

    def item(self, item_id: str) -> Item:
        """Return one item by its id; raises ModelError when there is none."""
        return by_id(self.items, item_id, "item")

    def scales(self, kind: ScaleKind) -> dict[str, tuple[str, ...]]:
        """Return scale name to the ids of its items, in questionnaire order.

        A dimension holds its own statements; it is not a mean of pillar means.
        """
        found: dict[str, list[str]] = {}
        for item in self.scored:
            for name in _scale_names(item, kind):
                found.setdefault(name, []).append(item.id)
        return {name: tuple(ids) for name, ids in found.items()}


def _scale_names(item: Item, kind: ScaleKind) -> tuple[str, ...]:
    if kind == "item":
        return (item.id,)
    if kind == "theme":
        return item.themes
    name = item.pillar if kind == "pillar" else item.dimension
    return (name,) if name else ()
