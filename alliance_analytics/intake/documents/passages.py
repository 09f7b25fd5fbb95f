"""All reports of a wave as passages: one row a sentence, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from alliance_analytics.intake.documents.block import Block, Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.dates import date_of
from alliance_analytics.intake.documents.formats import read_content
from alliance_analytics.intake.documents.headings import with_headings
from alliance_analytics.intake.documents.kinds import Kind, kind_of
from alliance_analytics.intake.documents.language import language_of, main_language
from alliance_analytics.intake.documents.sentences import is_prose, sentences
from alliance_analytics.intake.identifiers.texts import masked

PASSAGE_COLUMNS = [
    *("alliance", "wave", "document", "kind", "date", "page", "heading", "paragraph", "language", "text"),
]
LOG_COLUMNS = ["file", "row", "column", "reason", "found", "action"]

USUAL_KIND: Kind = "report"
_UNSURE = Note(
    "kind_unsure",
    "a document that does not say what it is",
    "It counts as a report of your own. Name the file minutes, review, letter or comment if it is one.",
)


@dataclass(frozen=True)
class DocumentIntake:
    """What came out of the reports of a wave.

    Attributes
    ----------
    passages : DataFrame
        One row a sentence: alliance, wave, document (file name), kind (report, minutes, review, letter or
        comment), date (year-month-day, missing when the document does not say it), page or slide (from 1,
        missing without pages), heading (the nearest above, or missing), paragraph (from 1), language (en, nl
        or other) and text.
    log : DataFrame
        One row a thing to know about a document: file, row and column (always missing), reason, found and
        action.
    """

    passages: pd.DataFrame
    log: pd.DataFrame


def read_documents(paths: Sequence[Path], *, alliance: str, wave: str) -> DocumentIntake:
    """Return the passages of some documents, and a log of what could not be read.

    A document that cannot be read is a row of the log; the others are read all the same.

    Parameters
    ----------
    paths : sequence of Path
        Documents of any format in ``formats.FORMATS``; only the names of the files are kept.
    alliance, wave : str
        Written into the frame.
    """
    rows: list[tuple[object, ...]] = []
    log: list[tuple[object, ...]] = []
    for path in paths:
        document = _read(path)
        rows += [(alliance, wave, path.name, *cells) for cells in _passages(path.name, document)]
        log += [(path.name, pd.NA, pd.NA, note.reason, note.found, note.action) for note in document.notes]
    passages = pd.DataFrame(rows, columns=PASSAGE_COLUMNS).astype({"page": "Int64", "paragraph": "int64"})
    return DocumentIntake(passages, pd.DataFrame(log, columns=LOG_COLUMNS).astype({"row": "Int64"}))


def _read(path: Path) -> Document:
    """Return the running text of a document, and notes; one that cannot be read is a note alone."""
    try:
        document = read_content(path.name, path.read_bytes())
    except OSError:
        note = Note("not_there", "a file that cannot be opened", "See whether it is there and may be read.")
        return Document((), (note,))
    except UnreadableDocumentError as error:
        return Document((), (error.note,))
    blocks = tuple(block for block in with_headings(document.blocks) if block.listed or is_prose(block.text))
    return replace(document, blocks=blocks, notes=(*document.notes, *_remarks(path.name, document, blocks)))


def _remarks(name: str, document: Document, blocks: Sequence[Block]) -> Iterator[Note]:
    if not blocks:
        yield Note("no_text", "no running text", "See whether the right document was saved.")
    elif kind_of(name, document.opening) is None:
        yield _UNSURE


def _passages(name: str, document: Document) -> Iterator[tuple[object, ...]]:
    usual = main_language(block.text for block in document.blocks)
    kind = kind_of(name, document.opening) or USUAL_KIND
    written = date_of(name, document, usual)
    day = pd.NA if written is None else written.isoformat()
    for number, block in enumerate(document.blocks, start=1):
        heading = masked(block.heading) if block.heading else pd.NA
        for sentence in sentences(block.text):
            language = language_of(sentence, usual)
            yield kind, day, block.page, heading, number, language, masked(sentence)
