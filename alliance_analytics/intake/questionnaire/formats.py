"""The formats a form can be written in.

To add one: a module with a function from a ``Form`` to the bytes of a file, and a line in ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from alliance_analytics.errors import ParameterError
from alliance_analytics.intake.questionnaire.document import document
from alliance_analytics.intake.questionnaire.form import Form
from alliance_analytics.intake.questionnaire.limesurvey import limesurvey
from alliance_analytics.intake.questionnaire.making import make_form
from alliance_analytics.intake.questionnaire.qualtrics import qualtrics
from alliance_analytics.intake.questionnaire.webpage import webpage
from alliance_analytics.intake.questionnaire.xlsform import xlsform
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.sourced import LANGUAGES


@dataclass(frozen=True)
class Format:
    """One format: the ending of its files, and whether one file holds several languages."""

    render: Callable[[Form], bytes]
    ending: str
    several_languages: bool = False


FORMATS = {
    "xlsform": Format(xlsform, ".xlsx", several_languages=True),
    "limesurvey": Format(limesurvey, ".txt", several_languages=True),
    "qualtrics": Format(qualtrics, ".txt"),
    "html": Format(webpage, ".html"),
    "docx": Format(document, ".docx"),
}


def write_questionnaire(
    instrument: Instrument,
    name: str,
    path: Path,
    *,
    language: str | None = None,
    partners: Sequence[str] = (),
    contact: str | None = None,
) -> Form:
    """Write the questionnaire in a format, and return the form that was written.

    Parameters
    ----------
    instrument : Instrument
        What is asked.
    name : str
        A key of ``FORMATS``.
    path : Path
        A new file, with the ending of the format.
    language : str, optional
        The one language of the file. Without it a file that can holds every language of the form, and another
        the instrument's first.
    partners, contact : optional
        See ``make_form``.

    Raises
    ------
    ParameterError
        If the file is there already or has another ending, or something asked for cannot be had.
    ModelError
        If the format cannot hold the instrument.
    """
    chosen = FORMATS[name]
    _refuse_path(path, chosen.ending)
    tongue = language if language or chosen.several_languages else _first_language(instrument)
    form = make_form(instrument, language=tongue, partners=partners, contact=contact)
    path.write_bytes(chosen.render(form))
    return form


def _first_language(instrument: Instrument) -> str | None:
    return next((code for code in instrument.languages if code in LANGUAGES), None)


def _refuse_path(path: Path, ending: str) -> None:
    if path.suffix.lower() != ending:
        raise ParameterError(
            "The file has the ending of another format.",
            where=path.name,
            found=path.suffix or "no ending",
            allowed=ending,
            remedy=f"Call it {path.stem}{ending}.",
        )
    if not path.parent.is_dir():
        raise ParameterError(
            "There is no such folder.", where=path.parent.name, remedy="Make the folder, or choose another."
        )
    if path.exists():
        raise ParameterError(
            "There is such a file; nothing was written.",
            where=path.name,
            remedy="Choose another name, or remove the file: somebody may have worked on it.",
        )
