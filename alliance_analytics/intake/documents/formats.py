"""Which format a document has: by its content, for endings can be wrong, else by its ending."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath

from alliance_analytics.intake.documents.block import Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.office import holds

_START = 1024
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream in which an office program keeps a document with a password."""

_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(rb"(?:[A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*){2,}\r?\n")
_MAIL_HEADERS = re.compile(rb"^(?:From|Van|Received|Message-ID|MIME-Version): ", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Format:
    """A format of documents.

    To add one: a reader from the bytes of a file to a ``Document``, and a line in ``FORMATS``.

    ``shows`` tells from the content that a file has this format; None when the content cannot tell.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes], Document]
    shows: Callable[[bytes], bool] | None = None


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:_START]


def _is_word(content: bytes) -> bool:
    return holds(content, "word/document.xml")


def _is_slides(content: bytes) -> bool:
    return holds(content, "ppt/presentation.xml")


def _is_web(content: bytes) -> bool:
    return _HTML.match(content.removeprefix(b"\xef\xbb\xbf")) is not None


def _is_mail(content: bytes) -> bool:
    headers = _MAIL.match(content)
    return headers is not None and _MAIL_HEADERS.search(headers.group()) is not None


def _reader(module: str) -> Callable[[bytes], Document]:
    """Return the reader of a module, imported when first used: libraries of formats take long to load."""

    def read(content: bytes) -> Document:
        reader: Callable[[bytes], Document] = getattr(
            import_module(f"alliance_analytics.intake.documents.{module}"), f"read_{module}"
        )
        return reader(content)

    return read


FORMATS = (
    Format("PDF", (".pdf",), _reader("pdf"), _is_pdf),
    Format("Word", (".docx", ".docm"), _reader("word"), _is_word),
    Format("PowerPoint", (".pptx", ".pptm"), _reader("slides"), _is_slides),
    Format("HTML", (".html", ".htm", ".xhtml"), _reader("web"), _is_web),
    Format("mail", (".eml",), _reader("mail"), _is_mail),
    Format("Markdown", (".md", ".markdown"), _reader("markdown")),
    Format("plain text", (".txt", ".text"), _reader("plain")),
)
ENDINGS = tuple(ending for known in FORMATS for ending in known.endings)


def read_content(name: str, content: bytes) -> Document:
    """Return the text of a document.

    Parameters
    ----------
    name : str
        Name of the file, for its ending.
    content : bytes
        The whole file.

    Raises
    ------
    UnreadableDocumentError
        If it is empty, has a format that is not read, or is broken, locked or without text.
    """
    if not content.strip():
        raise UnreadableDocumentError(Note("empty", "an empty file", "Copy or export it again."))
    ending = PurePath(name).suffix.lower()
    shown = next((known for known in FORMATS if known.shows and known.shows(content)), None)
    named = next((known for known in FORMATS if ending in known.endings), None)
    chosen = shown or named
    if chosen is None or content.startswith(_OLD_OFFICE) or _is_foreign(content, chosen):
        raise UnreadableDocumentError(_unknown(ending, content))
    document = _read(content, chosen)
    return document if chosen is named else _renamed(document, ending, chosen)


def _read(content: bytes, chosen: Format) -> Document:
    try:
        return chosen.read(content)
    except UnreadableDocumentError:
        raise
    # Whatever a reader stumbles over in one damaged or hostile file, the others are read all the same.
    except Exception as error:
        note = Note("broken", f"a {chosen.name} document that is damaged", "Open it and save it again.")
        raise UnreadableDocumentError(note) from error


def _is_foreign(content: bytes, chosen: Format) -> bool:
    """Whether an office file of another kind only carries the ending of a format that is read."""
    return chosen.shows is None and content.startswith((_ZIP, b"{\\rtf"))


def _unknown(ending: str, content: bytes) -> Note:
    if content.startswith(_OLD_OFFICE) and _LOCKED in content:
        return Note("encrypted", "an Office document that is locked", "Save a copy without a password.")
    if content.startswith(_OLD_OFFICE):
        return Note("unknown_format", "a file of an old Office version", "Save it as .docx, .pptx or PDF.")
    found = f"a file ending in {ending}" if ending else "a file without an ending"
    return Note("unknown_format", found, f"Save it in a format that is read: {', '.join(ENDINGS)}.")


def _renamed(document: Document, ending: str, chosen: Format) -> Document:
    found = f"a document in {chosen.name} format, ending in {ending or 'nothing'}"
    note = Note(
        "wrong_ending", found, f"It was read as {chosen.name}; rename it to end in {chosen.endings[0]}."
    )
    return replace(document, notes=(*document.notes, note))
