"""Where an instrument comes from: the one that is shipped, or an organisation's own file.

A questionnaire may be cut to size by leaving out whole modules; its scales are made of what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from alliance_analytics.errors import ModelError, ParameterError, did_you_mean
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instrument_rules import broken_rules, unknown_words
from alliance_analytics.model.instrument_table import read_table
from alliance_analytics.model.loading import load, packaged, parse, read_yaml
from alliance_analytics.model.problem import refuse

FILE = "instruments/mastering_alliances.yml"

Content = tuple[Any, tuple[str, ...]]
"""What a file holds, and the place of each of its items."""


@cache
def default_instrument() -> Instrument:
    """Return the questionnaire that is shipped, read once."""
    return load(packaged(FILE), Instrument)


def read_instrument(path: Path) -> Instrument:
    """Return an organisation's own questionnaire.

    Parameters
    ----------
    path : Path
        A YAML file with the fields of `Instrument`, or a CSV file with a row a question. Without levels of
        its own it has those of the default instrument.

    Raises
    ------
    ModelError
        If the file is missing or of another kind, breaks its schema, or holds what no questionnaire can: an
        id used twice, a question without wording, an unknown kind or direction, a pillar without a dimension,
        a scale of one statement, a name that looks misspelt, or nothing to score. Names every such place, up
        to five.
    """
    content, places = _reader(path)(path)
    return _checked(_with_levels(content), places, path.name)


def modules(instrument: Instrument) -> tuple[str, ...]:
    """Return the names of an instrument's modules, in questionnaire order."""
    return tuple(dict.fromkeys(item.module for item in instrument.items))


def without_modules(instrument: Instrument, names: Iterable[str]) -> Instrument:
    """Return an instrument without the questions of some modules.

    Parameters
    ----------
    instrument : Instrument
        Stays as it is.
    names : iterable of str
        Modules to leave out; none leaves everything in.

    Raises
    ------
    ParameterError
        If a module is unknown.
    ModelError
        If what is left cannot be scored, for a scale keeps one statement only.
    """
    left_out, known = frozenset(names), modules(instrument)
    for name in sorted(left_out - set(known)):
        raise ParameterError(
            "A module is unknown.",
            where=f"instrument {instrument.id}",
            found=name,
            allowed=", ".join(known),
            remedy=did_you_mean(name, known),
        )
    items = tuple(item for item in instrument.items if item.module not in left_out)
    rest = instrument.model_copy(update={"items": items})
    refuse(broken_rules(rest, [item.id for item in items]), f"instrument {instrument.id}")
    return rest


def _reader(path: Path) -> Callable[[Path], Content]:
    readers = {".csv": read_table, ".yml": _read_document, ".yaml": _read_document}
    if path.suffix.lower() not in readers:
        raise ModelError(
            "An instrument is of a kind that cannot be read.",
            where=path.name,
            found=path.suffix or "no ending",
            allowed=", ".join(readers),
            remedy="Save it as CSV, or write it as YAML.",
        )
    if not path.is_file():
        raise ModelError(
            "An instrument is missing.", where=path.name, remedy="Check the name of the file and its folder."
        )
    return readers[path.suffix.lower()]


def _read_document(path: Path) -> Content:
    content = read_yaml(path)
    return content, tuple(f"items[{place}]" for place in range(len(_written(content))))


def _written(content: Any) -> list[Any]:
    items = content.get("items") if isinstance(content, dict) else None
    return items if isinstance(items, list) else []


def _with_levels(content: Any) -> Any:
    if not isinstance(content, dict) or "levels" in content:
        return content
    usual = default_instrument()
    return {"levels": usual.levels, "level_variants": usual.level_variants, **content}


def _checked(content: Any, places: tuple[str, ...], file: str) -> Instrument:
    placed = zip(places, _written(content), strict=True)
    refuse(unknown_words((place, item) for place, item in placed if isinstance(item, dict)), file)
    instrument = parse(content, Instrument, file)
    refuse(broken_rules(instrument, places), file)
    return instrument
