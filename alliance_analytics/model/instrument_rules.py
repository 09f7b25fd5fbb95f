"""What an instrument must be beyond its schema.

A rule is a small function that sees every item with its place in the file and yields the problems it finds, so that a
user hears of all of them at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from alliance_analytics.errors import ModelError, did_you_mean
from alliance_analytics.model.dimensions import DIMENSION_IDS
from alliance_analytics.model.instrument import Direction, Instrument, Item, Kind, ScaleKind
from alliance_analytics.model.themes import THEME_IDS

FEWEST_ITEMS = 2
"""Items a scale needs before it can say more than one statement does."""

RESERVED = ("alliance", "wave", "person", "partner", "level")
"""Columns that stand beside the items and scales in a frame."""

LIKENESS = 0.8
"""Share of letters in common from which another name is taken for a slip of the pen."""

SHOWN = 5
"""Problems named in one message."""

WORDS: dict[str, tuple[str, ...]] = {"kind": get_args(Kind), "direction": get_args(Direction)}


@dataclass(frozen=True)
class Problem:
    """One place where a rule is broken."""

    place: str
    what: str
    found: str
    allowed: str
    remedy: str


Placed = Sequence[tuple[str, Item]]
"""Every item behind the place it stands at, e.g. ``('row 5', item)``."""


def unknown_words(items: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Problem]:
    """Yield the kinds and directions that do not exist, from items as written in a file.

    Parameters
    ----------
    items : iterable of (str, dict)
        Place and content of each item.
    """
    for place, content in items:
        for key, allowed in WORDS.items():
            word = content.get(key, allowed[0])
            if word not in allowed:
                remedy = did_you_mean(str(word), allowed)
                yield Problem(
                    f"{place}, {key}", f"A {key} is unknown.", repr(word), ", ".join(allowed), remedy
                )


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
    return (*of_items, *_thin_scales(instrument, placed), *_confused_levels(instrument))


def refuse(problems: Iterable[Problem], file: str) -> None:
    """Raise when there is a problem; number them when there are more.

    Raises
    ------
    ModelError
        With the file, the places, what was found and allowed, and what to do.
    """
    every = tuple(problems)
    if not every:
        return
    told = every[:SHOWN]
    lead = "" if len(every) == 1 else f"An instrument is broken in {len(every)} places: "
    raise ModelError(
        lead + _numbered(problem.what for problem in told),
        where=f"{file}, " + _numbered(problem.place for problem in told),
        found=_numbered(problem.found for problem in told),
        allowed=_numbered(problem.allowed for problem in told),
        remedy=_numbered(problem.remedy for problem in told),
    )


def _numbered(parts: Iterable[str]) -> str:
    texts = tuple(parts)
    if len(texts) == 1:
        return texts[0]
    return " ".join(f"({number}) {text}" for number, text in enumerate(texts, start=1))


def _without_id(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        if not item.id.strip():
            yield Problem(
                f"{place}, id", "A question has no id.", "nothing", "a short name", "Give it an id of its own."
            )


def _same_id(placed: Placed) -> Iterator[Problem]:
    times = Counter(item.id for _, item in placed)
    first = {item.id: place for place, item in reversed(placed)}
    for place, item in placed:
        if item.id.strip() and times[item.id] > 1 and place != first[item.id]:
            remedy = f"Give it another id; {first[item.id]} has this one."
            yield Problem(f"{place}, id", "An id is used more than once.", item.id, "every id once", remedy)


def _reserved_names(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        names = {item.id, item.pillar, item.dimension, *item.themes} if item in _scored(placed) else set()
        for name in sorted(names & set(RESERVED)):
            allowed = f"any name but {', '.join(RESERVED)}"
            yield Problem(
                place, "A name is kept for a column beside the answers.", name, allowed, "Choose another."
            )


def _without_wording(placed: Placed) -> Iterator[Problem]:
    languages = dict.fromkeys(code for _, item in placed for code in item.wording)
    for place, item in placed:
        missing = [code for code in languages or ("en",) if not item.wording.get(code, "").strip()]
        if missing:
            yield Problem(
                f"{place}, wording",
                f"Question {item.id} has no wording in a language of the instrument.",
                f"nothing in {', '.join(missing)}",
                "a text in every language used",
                "Write the text, or leave that language out of the whole instrument.",
            )


def _turned_questions(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        if item.direction == "negative" and item not in _scored(placed):
            yield Problem(
                f"{place}, direction",
                f"A question of kind {item.kind} cannot be turned.",
                item.direction,
                "negative only for a statement or outcome",
                "Make it positive, or mend its kind.",
            )


def _pillars_adrift(placed: Placed) -> Iterator[Problem]:
    home: dict[str, str] = {}
    for place, item in placed:
        if item.pillar is None:
            continue
        if item.dimension is None:
            remedy = f"Name the dimension of pillar {item.pillar}."
            yield Problem(
                f"{place}, dimension", "A pillar has no dimension.", "nothing", "one dimension a pillar", remedy
            )
        elif home.setdefault(item.pillar, item.dimension) != item.dimension:
            remedy = f"Make it {home[item.pillar]!r}, as before, or name another pillar."
            what = f"Pillar {item.pillar} stands in two dimensions."
            yield Problem(f"{place}, dimension", what, item.dimension, "one dimension a pillar", remedy)


def _repeated_themes(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        for theme, count in Counter(item.themes).items():
            if count > 1:
                yield Problem(
                    f"{place}, theme", "A theme stands twice.", theme, "each theme once", "Remove one."
                )


def _misspelt_names(placed: Placed) -> Iterator[Problem]:
    for place, item in placed:
        named = [("theme", theme, THEME_IDS) for theme in item.themes]
        named += [("dimension", item.dimension or "", DIMENSION_IDS)]
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
            yield Problem(
                ", ".join(places),
                f"More than one question asks for the {kind}.",
                str(len(places)),
                "one",
                "Keep one of them.",
            )


def _nothing_scored(placed: Placed) -> Iterator[Problem]:
    if not _scored(placed):
        yield Problem(
            "items",
            "An instrument has no statement.",
            f"{len(placed)} questions, none of them scored",
            "at least one of kind statement or outcome",
            "Add a statement, or mend the kinds.",
        )


ITEM_RULES: tuple[Callable[[Placed], Iterator[Problem]], ...] = (
    _without_id,
    _same_id,
    _reserved_names,
    _without_wording,
    _turned_questions,
    _pillars_adrift,
    _repeated_themes,
    _misspelt_names,
    _crowded_kinds,
    _nothing_scored,
)


def _thin_scales(instrument: Instrument, placed: Placed) -> Iterator[Problem]:
    place_of = {item.id: place for place, item in placed}
    kinds: tuple[ScaleKind, ...] = ("dimension", "pillar", "theme")
    for kind in kinds:
        scales = instrument.scales(kind)
        for name, ids in scales.items():
            # A misspelt name has been reported as such, and would only be told twice.
            if len(ids) < FEWEST_ITEMS and not _meant(name, (*DIMENSION_IDS, *THEME_IDS)):
                yield Problem(
                    f"{place_of[ids[0]]}, {kind}",
                    f"The {kind} {name} has too few statements.",
                    str(len(ids)),
                    f"at least {FEWEST_ITEMS}",
                    "Add a statement to it, or leave the name out.",
                )


def _confused_levels(instrument: Instrument) -> Iterator[Problem]:
    known = tuple(instrument.levels)
    for level in instrument.level_variants:
        if level not in known:
            remedy = did_you_mean(level, known)
            yield Problem("level_variants", "A level is unknown.", level, ", ".join(known), remedy)
    times = Counter(
        word.casefold() for words in instrument.level_variants.values() for word in set(words)
    )
    for word, count in times.items():
        if count > 1:
            yield Problem(
                "level_variants",
                "A spelling means two levels.",
                word,
                "one level a spelling",
                "Keep it in one of them.",
            )


def _scored(placed: Placed) -> tuple[Item, ...]:
    return tuple(item for _, item in placed if item.kind in ("statement", "outcome"))


def _meant(name: str, known: Collection[str]) -> str | None:
    """Return the known name that ``name`` is a slip of, or None for a known name and for one of the user's own."""
    if name in known:
        return None
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    close = get_close_matches(plain, known, n=1, cutoff=LIKENESS)
    return close[0] if close else None
