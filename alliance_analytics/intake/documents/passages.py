"""All reports of a wave as passages: one row a sentence, with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import DocumentError, did_you_mean
from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.language import language_of
from alliance_analytics.intake.documents.mail import read_mail
from alliance_analytics.intake.documents.masking import masked
from alliance_analytics.intake.documents.pdf import read_pdf
from alliance_analytics.intake.documents.plain import read_markdown, read_plain
from alliance_analytics.intake.documents.sentences import sentences
from alliance_analytics.intake.documents.web import read_web
from alliance_analytics.intake.documents.word import read_word

READERS: dict[str, Callable[[Path], list[Block]]] = {
    ".pdf": read_pdf,
    ".docx": read_word,
    ".html": read_web,
    ".htm": read_web,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_plain,
    ".eml": read_mail,
}
"""To add a format: one function from a path to blocks, named here."""

KINDS = {
    "minutes": ("minutes", "notulen", "verslag-van", "meeting", "vergader", "overleg"),
    "review": ("audit", "evaluation", "evaluatie", "review", "visitatie"),
    "letter": ("letter", "brief", "mail"),
}
PASSAGE_COLUMNS = ["alliance", "wave", "document", "kind", "page", "paragraph", "language", "text"]
LOG_COLUMNS = ["file", "row", "column", "reason", "found", "action"]


@dataclass(frozen=True)
class DocumentIntake:
    """What came out of the reports of a wave.

    Attributes
    ----------
    passages : frame, one row a sentence
        Columns alliance, wave, document (file name), kind (report, minutes, review or letter), page (missing
        without pages), paragraph (from 1), language (en, nl or other) and text.
    log : frame, one row a document that could not be read
        Columns file, row, column, reason, found and action.
    """

    passages: pd.DataFrame
    log: pd.DataFrame


def read_documents(paths: Sequence[Path], *, alliance: str, wave: str) -> DocumentIntake:
    """Return the passages of some documents, and a log of those that could not be read.

    Parameters
    ----------
    paths : sequence of Path
        Documents of any format in ``READERS``; each is named by its file name only.
    alliance, wave : str
        Written into the frame.
    """
    rows: list[dict[str, object]] = []
    log: list[dict[str, object]] = []
    for path in paths:
        try:
            rows += _rows(path, _blocks(path))
        except DocumentError as error:
            log.append(_entry(path, error))
    passages = pd.DataFrame(rows, columns=PASSAGE_COLUMNS).assign(alliance=alliance, wave=wave)
    return DocumentIntake(passages.astype({"page": "Int64"}), pd.DataFrame(log, columns=LOG_COLUMNS))


def _blocks(path: Path) -> list[Block]:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise DocumentError(
            "A document has an unknown format.",
            where=path.name,
            found=path.suffix or "no ending",
            allowed=", ".join(READERS),
            remedy=did_you_mean(path.suffix.lower(), READERS),
        )
    if not path.stat().st_size:
        raise DocumentError("A document is empty.", where=path.name, remedy="Copy or export it again.")
    return reader(path)


def _rows(path: Path, blocks: Sequence[Block]) -> list[dict[str, object]]:
    return [
        {
            "document": path.name,
            "kind": _kind(path.name),
            "page": block.page,
            "paragraph": number,
            "language": language_of(sentence),
            "text": masked(sentence),
        }
        for number, block in enumerate(blocks, 1)
        for sentence in sentences(block.text)
    ]


def _kind(name: str) -> str:
    return next(
        (kind for kind, words in KINDS.items() if any(word in name.lower() for word in words)), "report"
    )


def _entry(path: Path, error: DocumentError) -> dict[str, object]:
    found = " · ".join(part for part in (error.found, error.allowed and f"allowed: {error.allowed}") if part)
    return {
        "file": path.name,
        "row": pd.NA,
        "column": "",
        "reason": error.what,
        "found": found,
        "action": error.remedy or "",
    }
