"""What an instrument must be beyond its schema.

A rule is a small function that sees every item with its place in the file, and yields the problems it finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from alliance_analytics.errors import did_you_mean
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.dimensions import DIMENSION_IDS
from alliance_analytics.model.identified import ids
from alliance_analytics.model.instrument import Direction, Instrument, Item, Kind, ScaleKind
from alliance_analytics.model.problem import Problem
from alliance_analytics.model.stages import stage_model
from alliance_analytics.model.themes import THEME_IDS

FEWEST_ITEMS = 2
"""Items a scale needs before it can say more than one statement does."""

RESERVED = ("alliance", "wave", "person", "partner", "level")
"""Columns that stand beside the items and scales in a frame."""

LIKENESS = 0.8
"""Share of letters in common from which another name is taken for a slip of the pen."""

WORDS: dict[str, tuple[str, ...]] = {"kind": get_args(Kind), "direction": get_args(Direction)}

Placed = Sequence[tuple[str, Item]]
"""Every item behind the place it stands at, e.g. ``('row 5', item)``."""


def unknown_words(written: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Problem]:
    """Yield the kinds and directions that do not exist.

    Parameters
    ----------
    written : iterable of (str, dict)
        Place and content of each item, as the file has it.
    """
    for place, content in written:
        for key, allowed in WORDS.items():
            word = str(content.get(key, allowed[0]))
            if word not in allowed:
                what, remedy = f"A {key} is unknown.", did_you_mean(word, allowed)
                yield Problem(f"{place}, {key}", what, word or "nothing", ", ".join(allowed), remedy)


def broken_rules(instrument: Instrument, places: Sequence[str]) -> tuple[Problem, ...]:
    """Return every problem of an instrument.

    Parameters
    ----------
    instrument : Instrument
        An instrument that follows its schema.
    places : sequence of str
        Where each of its items stands, in their order.
    """
    placed = tuple(zip(places, instrument.items, strict=True))
    of_items = (problem for rule in ITEM_RULES for problem in rule(placed))
    of_scales = (*_thin_scales(instrument, placed), *_other_points(instrument))
    return (*of_items, *of_scales, *_confused_levels(instrument))


def _without_id(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        if not item.id.strip():
            what, remedy = "A question has no id.", "Give it an id of its own."
            yield Problem(f"{place}, id", what, "nothing", "a short name", remedy)


def _same_id(placed: Placed) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for place, item in placed:
        if item.id.strip() and first.setdefault(item.id, place) != place:
            what, remedy = "An id is used more than once.", f"Choose another; {first[item.id]} has this one."
            yield Problem(f"{place}, id", what, item.id, "every id once", remedy)


def _reserved_names(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        names = {item.id, item.pillar, item.dimension, *item.themes} if item.is_scored else set()
        for name in RESERVED:
            if name in names:
                what = "A name is kept for a column that stands beside the answers."
                yield Problem(
                    place, what, name, f"any name but {', '.join(RESERVED)}", "Choose another name."
                )


def _without_wording(placed: Placed) -> Iterator[Problem]:
    languages = tuple(dict.fromkeys(code for _, item in placed for code in item.wording))
    for place, item in placed:
        missing = [code for code in languages if not item.wording.get(code, "").strip()]
        if missing or not languages:
            what = f"Question {item.id} has no wording in a language of the instrument."
            found, allowed = f"nothing in {', '.join(missing) or 'any language'}", "a text in each language"
            remedy = "Write the text, or leave the language out of the whole instrument."
            yield Problem(f"{place}, wording", what, found, allowed, remedy)


def _turned_questions(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        if item.direction == "negative" and not item.is_scored:
            what = f"A question of kind {item.kind} has no direction to turn."
            allowed, remedy = (
                "negative for a statement or outcome only",
                "Make it positive, or mend its kind.",
            )
            yield Problem(f"{place}, direction", what, item.direction, allowed, remedy)


def _pillars_adrift(placed: Placed) -> Iterator[Problem]:
    home: dict[str, str] = {}
    for place, item in placed:
        if item.pillar and not item.dimension:
            what, remedy = f"Pillar {item.pillar} has no dimension.", "Name the dimension it belongs to."
            yield Problem(f"{place}, dimension", what, "nothing", "one dimension a pillar", remedy)
        elif (
            item.pillar and item.dimension and home.setdefault(item.pillar, item.dimension) != item.dimension
        ):
            what = f"Pillar {item.pillar} stands in two dimensions."
            remedy = f"Make it {home[item.pillar]!r} as before, or name another pillar."
            yield Problem(f"{place}, dimension", what, item.dimension, "one dimension a pillar", remedy)


def _misspelt_names(placed: Placed) -> Iterator[Problem]:
    marks = ids(stage_model().marks)
    for place, item in placed:
        named: list[tuple[str, str, tuple[str, ...]]] = [("theme", theme, THEME_IDS) for theme in item.themes]
        named += [("dimension", item.dimension or "", DIMENSION_IDS), ("mark", item.mark or "", marks)]
        for key, name, known in named:
            meant = _meant(name, known)
            if meant:
                remedy = f"Did you mean {meant!r}? If not, choose a name less like it."
                allowed = f"{', '.join(known)}, or a name of your own"
                yield Problem(f"{place}, {key}", f"A {key} looks misspelt.", name, allowed, remedy)


def _crowded_kinds(placed: Placed) -> Iterator[Problem]:
    for kind in ("partner", "level"):
        places = [place for place, item in placed if item.kind == kind]
        if len(places) > 1:
            what = f"More than one question asks for the {kind}."
            yield Problem(" and ".join(places), what, str(len(places)), "one", "Keep one of them.")


def _nothing_scored(placed: Placed) -> Iterator[Problem]:
    if not any(item.is_scored for _, item in placed):
        what, found = "An instrument has nothing to score.", f"{len(placed)} questions of other kinds"
        allowed = "at least one of kind statement or outcome"
        yield Problem("items", what, found, allowed, "Add a statement, or mend the kinds.")


ITEM_RULES: tuple[Callable[[Placed], Iterator[Problem]], ...] = (
    _without_id,
    _same_id,
    _reserved_names,
    _without_wording,
    _turned_questions,
    _pillars_adrift,
    _misspelt_names,
    _crowded_kinds,
    _nothing_scored,
)


def _thin_scales(instrument: Instrument, placed: Placed) -> Iterator[Problem]:
    place_of = {item.id: place for place, item in placed}
    known: dict[ScaleKind, tuple[str, ...]] = {"dimension": DIMENSION_IDS, "pillar": (), "theme": THEME_IDS}
    for kind, names in known.items():
        for name, members in instrument.scales(kind).items():
            # A misspelt name has been told as such; its scale is thin for no other reason.
            if len(members) < FEWEST_ITEMS and not _meant(name, names):
                what, remedy = f"The {kind} {name} has too few statements.", "Add one, or leave the name out."
                allowed = f"at least {FEWEST_ITEMS}"
                yield Problem(f"{place_of[members[0]]}, {kind}", what, str(len(members)), allowed, remedy)


def _other_points(instrument: Instrument) -> Iterator[Problem]:
    points = {scale.id: scale.points for scale in answer_scales().scales}
    if points.get(instrument.answer_scale, instrument.points) != instrument.points:
        what = f"The answer scale {instrument.answer_scale} has another number of points."
        allowed, remedy = (
            str(points[instrument.answer_scale]),
            "Name the scale that fits, or mend the points.",
        )
        yield Problem("points", what, str(instrument.points), allowed, remedy)


def _confused_levels(instrument: Instrument) -> Iterator[Problem]:
    known = tuple(instrument.levels)
    for level in instrument.level_variants:
        if level not in known:
            remedy = did_you_mean(level, known)
            yield Problem("level_variants", "A level is unknown.", level, ", ".join(known), remedy)
    spellings = ({word.casefold() for word in words} for words in instrument.level_variants.values())
    for word, count in Counter(word for words in spellings for word in words).items():
        if count > 1:
            what, remedy = "A spelling means more than one level.", "Keep it with one of them."
            yield Problem("level_variants", what, word, "one level a spelling", remedy)


def _meant(name: str, known: Collection[str]) -> str | None:
    """Return the known name that ``name`` is a slip of; None for a known name or one quite different."""
    if name in known:
        return None
    spelt = {_plain(other): other for other in known}
    close = get_close_matches(_plain(name), spelt, n=1, cutoff=LIKENESS)
    return spelt[close[0]] if close else None


def _plain(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")
