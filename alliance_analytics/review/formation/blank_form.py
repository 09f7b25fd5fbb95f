"""A form about a possible alliance to fill in: every question with its words, and an empty cell a rater."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from alliance_analytics.errors import ParameterError
from alliance_analytics.model.formation import Formation, formation
from alliance_analytics.model.sourced import Language
from alliance_analytics.publish.wording import words

RATERS = ("A", "B", "C")
"""Headings of raters: a letter tells nobody's name."""
ENDINGS = (".csv", ".yml", ".yaml")


def blank_form(path: Path, language: Language, model: Formation | None = None) -> str:
    """Return an empty form as text, in the format that the file's ending asks for.

    Parameters
    ----------
    path : Path
        Where it will be written: a CSV or a YAML file.
    language : str
        ``'en'`` or ``'nl'``.
    model : Formation, optional
        The questions; those shipped when left out.

    Raises
    ------
    ParameterError
        If the ending is another one.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ParameterError(
            "A form cannot be written in this format.",
            where=path.name,
            found=ending or "no ending",
            allowed=", ".join(ENDINGS),
            remedy="Give a file with one of these endings. A workbook can be made from the CSV.",
        )
    asked = model or formation()
    return _csv(asked, language) if ending == ".csv" else _yaml(asked, language)


def _csv(asked: Formation, language: Language) -> str:
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["question", "wording", *RATERS, "evidence"])
    for _, entry in asked.questions:
        wording = f"{entry.name[language]}: {entry.description[language]}"
        writer.writerow([entry.id, wording, *("" for _ in RATERS), ""])
    return target.getvalue()


def _yaml(asked: Formation, language: Language) -> str:
    say, scale = words("formation", language), asked.ratings
    ends = {"lowest": scale.lowest, "highest": scale.highest, "low": scale.low[language]}
    comments = [
        say("form.comment_1", high=scale.high[language], **ends),
        *(say(f"form.comment_{place}") for place in (2, 3)),
    ]
    lines = [f"# {comment}" for comment in comments]
    for _, entry in asked.questions:
        lines += [
            "",
            f"# {entry.name[language]}: {entry.description[language]}",
            f"- question: {entry.id}",
            *(f"  {rater}:" for rater in RATERS),
            "  evidence:",
        ]
    return "\n".join(lines) + "\n"
