"""What a page was made of, so that whoever doubts it can make it again: inputs, parameters, versions, seeds.

Files go by their kind and the start of their hash: a file may be named after a person, and a hash says as
well whether two pages rest on the same. Nothing depends on the clock, so that a page made again is the same.
"""

from __future__ import annotations

import hashlib
import inspect
import platform
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from alliance_analytics.intake.data_dictionary import is_dictionary_file
from alliance_analytics.interpret.stages import stage_shares
from alliance_analytics.measure.relative_weights import relative_weights
from alliance_analytics.review.study import Study
from alliance_analytics.workspace.layout import FORGOTTEN, REPORTS, TABLES

LIBRARIES = ("numpy", "pandas", "scipy", "statsmodels", "matplotlib", "seaborn")
"""Those that count and draw."""
DRAWN: dict[str, Callable[..., Any]] = {"stages": stage_shares, "drivers": relative_weights}
"""What rests on random draws, each with a seed of its own."""
SHORT = 8
"""Signs of a hash: enough to tell files apart, and too few to be taken for a telephone number."""
SETTINGS = (".yml", ".yaml")
LISTS = frozenset(TABLES) - {FORGOTTEN}
OWN = ("settings", "lists")
"""Kinds that lie beside the exports; any other file that lies about is no input."""
PACKAGE = "alliance_analytics"


def provenance(study: Study) -> dict[str, str]:
    """Return what the page of a study was made of, part by part; unknown parts are left out.

    The same inputs give the same text, whenever and wherever it is made.
    """
    parts = {
        "date": _date(study),
        "parameters": _parameters(study),
        "instrument": f"{study.instrument.title[study.language]} {study.instrument.version}",
        "rule": _rule(study),
        "fingerprint": _fingerprint(study),
    }
    told = {study.say(f"provenance.{part}"): text for part, text in parts.items() if text}
    told |= dict(_inputs(study))
    last = {"seeds": _seeds(study), "versions": _versions(), "contact": study.workspace.settings.contact}
    return told | {study.say(f"provenance.{part}"): text for part, text in last.items() if text}


def _date(study: Study) -> str:
    """Return the date of the newest wave that says one."""
    dates = (study.workspace.date(study.alliance, wave) for wave in study.history.names)
    return max((date.isoformat() for date in dates if date), default="")


def _parameters(study: Study) -> str:
    return study.say(
        "provenance.parameters_text",
        alliance=study.alliance,
        wave=study.wave,
        language=study.language,
        waves=", ".join(study.history.names),
    )


def _rule(study: Study) -> str:
    rule = study.history.now.plan.rule
    return study.say(
        "provenance.rule_text",
        version=rule.version,
        score=rule.score_minimum,
        item=rule.item_minimum,
        few=rule.subtraction_minimum,
    )


def _fingerprint(study: Study) -> str:
    """Return one short hash of all inputs."""
    digest = hashlib.sha256()
    for _, path in _files(study):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:SHORT]


def _inputs(study: Study) -> Iterator[tuple[str, str]]:
    """Yield each wave with kinds and hashes of its files, then what holds for all waves."""
    found: dict[str, dict[str, list[str]]] = {}
    for place, path in _files(study):
        short = hashlib.sha256(path.read_bytes()).hexdigest()[:SHORT]
        found.setdefault(place, {}).setdefault(_kind(path), []).append(short)
    for place, kinds in found.items():
        named = study.say("provenance.inputs", wave=place) if place else study.say("provenance.inputs_of_all")
        listed = (study.say(f"input.{kind}") + " " + ", ".join(kinds[kind]) for kind in kinds)
        yield named, "; ".join(listed)


def _files(study: Study) -> Iterator[tuple[str, Path]]:
    """Yield the wave, or '' for all, and each file that the page may rest on, in a fixed order."""
    workspace, folder = study.workspace, study.workspace.folders[study.alliance]
    for wave in study.history.names:
        yield from ((wave, path) for path in workspace.files(study.alliance, wave))
        yield from ((wave, path) for path in _own_files(folder / wave))
    yield from (("", path) for path in dict.fromkeys((*_own_files(folder), *_own_files(workspace.root))))


def _own_files(folder: Path) -> list[Path]:
    """Return settings and lists that lie directly in a folder."""
    return sorted(path for path in folder.iterdir() if path.is_file() and _kind(path) in OWN)


def _kind(path: Path) -> str:
    """Return what a file is to the program, told by place and ending; never what it is called."""
    name = path.name.lower()
    if REPORTS in path.parts[:-1][-3:]:
        return "reports"
    if path.suffix.lower() in SETTINGS:
        return "settings"
    if name in LISTS:
        return "lists"
    return "dictionaries" if is_dictionary_file(path) else "answers"


def _seeds(study: Study) -> str:
    seeds = {name: inspect.signature(draw).parameters["seed"].default for name, draw in DRAWN.items()}
    return ", ".join(f"{study.say(f'seed.{name}')} {seed}" for name, seed in seeds.items())


def _versions() -> str:
    found = (f"{name} {version(name)}" for name in LIBRARIES)
    return ", ".join((f"{PACKAGE} {version(PACKAGE)}", f"Python {platform.python_version()}", *found))
