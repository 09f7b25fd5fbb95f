"""All reports of a wave as passages: one row a sentence, with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from alliance_analytics.intake.documents.block import Block, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.formats import read_content
from alliance_analytics.intake.documents.language import language_of, main_language
from alliance_analytics.intake.documents.masking import masked
from alliance_analytics.intake.documents.sentences import is_prose, sentences

PASSAGE_COLUMNS = ["alliance", "wave", "document", "kind", "page", "paragraph", "language", "text"]
LOG_COLUMNS = ["file", "row", "column", "reason", "found", "action"]

_KINDS = {
    "minutes": r"minutes|notes|notulen|aantekeningen|vergadering\w*|meeting|overleg|verslag van",
    "review": r"review|evaluation|evaluatie\w*|audit|visitatie\w*|zelfevaluatie",
    "letter": r"letter|brief|memo|mail|eml",
}


@dataclass(frozen=True)
class DocumentIntake:
    """What came out of the reports of a wave.

    Attributes
    ----------
    passages : DataFrame
        One row a sentence: alliance, wave, document (file name), kind (report, minutes, review or letter),
        page (from 1, missing without pages), paragraph (from 1), language (en, nl or other) and text.
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
        blocks, notes = _read(path)
        rows += [(alliance, wave, path.name, _kind(path.name), *cells) for cells in _passages(blocks)]
        log += [(path.name, pd.NA, pd.NA, note.reason, note.found, note.action) for note in notes]
    passages = pd.DataFrame(rows, columns=PASSAGE_COLUMNS).astype({"page": "Int64", "paragraph": "int64"})
    return DocumentIntake(passages, pd.DataFrame(log, columns=LOG_COLUMNS).astype({"row": "Int64"}))


def _read(path: Path) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    try:
        document = read_content(path.name, path.read_bytes())
    except OSError:
        return (), (
            Note("not_there", "a file that cannot be opened", "See whether it is there and may be read."),
        )
    except UnreadableDocumentError as error:
        return (), (error.note,)
    blocks = tuple(block for block in document.blocks if block.listed or is_prose(block.text))
    if not blocks:
        nothing = Note("no_text", "no running text", "See whether the right document was saved.")
        return (), (*document.notes, nothing)
    return blocks, document.notes


def _passages(blocks: Sequence[Block]) -> Iterator[tuple[object, ...]]:
    usual = main_language(block.text for block in blocks)
    for number, block in enumerate(blocks, start=1):
        for sentence in sentences(block.text):
            yield block.page, number, language_of(sentence, usual), masked(sentence)


def _kind(name: str) -> str:
    words = re.sub(r"[\W\d_]+", " ", name.lower())
    found = (kind for kind, pattern in _KINDS.items() if re.search(rf"\b(?:{pattern})\b", words))
    return next(found, "report")
