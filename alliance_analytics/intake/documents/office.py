"""What Word and PowerPoint files have in common: a zip of XML, with a page of properties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

from alliance_analytics.errors import DocumentError
from alliance_analytics.intake.archive import entries, is_zip, refuse_unsafe
from alliance_analytics.intake.documents.block import Note, UnreadableDocumentError


def holds(content: bytes, part: str) -> bool:
    """Return whether a file is a zip that holds a part, such as ``word/document.xml``."""
    try:
        return is_zip(content) and any(entry.filename == part for entry in entries(content))
    # What is said of the parts can be damaged in more ways than one; only what reads well is proof.
    except Exception:
        return False


def opened(content: bytes, opener: Callable[[BytesIO], Any], program: str, ending: str) -> Any:
    """Return an office file, opened, once it is known to be safe to unpack.

    Parameters
    ----------
    content : bytes
        The whole file.
    opener : callable
        What opens it.
    program, ending : str
        For the message, e.g. ``'Word'`` and ``'.docx'``.

    Raises
    ------
    UnreadableDocumentError
        If it is not safe, or does not open.
    """
    try:
        refuse_unsafe(content, f"a {program} document", DocumentError)
        return opener(BytesIO(content))
    # A damaged part can fail anywhere inside the opener, and what it raises is not documented.
    except Exception as error:
        raise UnreadableDocumentError(_refusal(error, program, ending)) from error


def _refusal(error: Exception, program: str, ending: str) -> Note:
    # Only what is refused, and not merely damaged, says what would have been allowed.
    if isinstance(error, DocumentError) and error.allowed:
        return Note("unsafe", f"a {program} document with {error.found}", error.remedy or "")
    remedy = f"Open it in {program} and save it again as {ending}, without a password."
    return Note("broken", f"a {program} document that does not open", remedy)


def saved_on(opened_file: Any) -> date | None:
    """Return the day on which an office file was last saved, as its properties say; None when they do not."""
    try:
        moment = opened_file.core_properties.modified
    except (ValueError, AttributeError):
        return None
    return moment.date() if moment else None
