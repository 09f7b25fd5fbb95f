"""Plain text reports, and the decoding of text that does not say how it was written."""

from __future__ import annotations

from alliance_analytics.intake.documents.block import Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.paragraphs import blocks_of_text, opening_lines

_OLD_ENCODING = "cp1252"
_TOLD = Note(
    "encoding",
    "text that is not UTF-8",
    "It was read as Western European; check the accents, or save it as UTF-8.",
)


def read_plain(content: bytes) -> Document:
    """Return the paragraphs of a text file.

    Parameters
    ----------
    content : bytes
        The whole file.

    Raises
    ------
    UnreadableDocumentError
        If it is not text.
    """
    text, notes = decoded(content)
    return Document(tuple(blocks_of_text(text)), notes, opening=opening_lines(text.splitlines()))


def decoded(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """Return bytes as text, with a note when they are not Unicode.

    Raises
    ------
    UnreadableDocumentError
        If there are null bytes in it, as no text has.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), ()
    if b"\x00" in content:
        raise UnreadableDocumentError(
            Note("broken", "something else than text", "Export the document again.")
        )
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return content.decode(_OLD_ENCODING, errors="replace"), (_TOLD,)
