"""The files that go out beside a page: ``<wave>-tables.zip`` and ``<wave>-summary.txt``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.notebook import settings_of
from alliance_analytics.publish.sharing.archive import archive_of
from alliance_analytics.publish.sharing.mail import summary_text
from alliance_analytics.publish.sharing.tables import SharedTable, csv_bytes, delimiter_of, from_text
from alliance_analytics.publish.wording import Words, words

TABLES = "tables"
"""Setting of a page that carries its tables."""
README, CODEBOOK = "README.txt", "codebook.csv"
NOTES = "notes"
"""Setting of a page that carries what is said of its tables."""


def companions(exhibits: Sequence[Exhibit], page: str) -> dict[str, bytes]:
    """Return the files that go out beside a page, name to content.

    Parameters
    ----------
    exhibits : sequence of Exhibit
        Of the page, one of which carries its settings.
    page : str
        Name of the page's file, e.g. ``2025.html``.

    Returns
    -------
    dict
        The summary, and the archive of tables where the settings carry tables. The same exhibits give the
        same bytes.

    Raises
    ------
    PageError
        If no exhibit, or more than one, carries the settings, or the tables are broken.
    """
    settings = settings_of(tuple(exhibits))
    language = next(exhibit.language for exhibit in exhibits if exhibit.settings)
    say, stem = words("sharing", language), Path(page).stem
    tables = from_text(settings[TABLES]) if settings.get(TABLES) else ()
    archive = f"{stem}-tables.zip" if tables else ""
    text = summary_text(exhibits, settings, say, page=page, tables=archive)
    files = {f"{stem}-summary.txt": text.encode()}
    if tables:
        files[archive] = archive_of(_in_archive(tables, settings, say, language))
    return files


def _in_archive(
    tables: Sequence[SharedTable], settings: dict[str, str], say: Words, language: str
) -> dict[str, bytes]:
    named = {f"{table.name}.csv": csv_bytes(table.header, table.rows, language) for table in tables}
    codebook = csv_bytes(("file", "column", "what"), _codebook(tables, say), language)
    readme = _readme(tables, settings, say, language).replace("\n", "\r\n").encode()
    return {README: readme, CODEBOOK: codebook, **named}


def _codebook(tables: Sequence[SharedTable], say: Words) -> list[tuple[str, str, str]]:
    own = [(CODEBOOK, name, say(f"codebook.{name}")) for name in ("file", "column", "what")]
    rows = [
        (f"{table.name}.csv", column, what)
        for table in tables
        for column, what in zip(table.header, table.explained, strict=True)
    ]
    return [*rows, *own]


def _readme(tables: Sequence[SharedTable], settings: dict[str, str], say: Words, language: str) -> str:
    mark = "," if language == "nl" else "."
    lines = [
        say("readme.title", **{name: settings[name] for name in ("title", "alliance", "wave")}),
        "",
        say("readme.about"),
        say("readme.shown"),
        *([settings[NOTES]] if settings.get(NOTES) else []),
        say("readme.format", delimiter=delimiter_of(language), mark=mark),
        *([say("mail.synthetic")] if settings.get("synthetic") else []),
        "",
        say("readme.files"),
        *(f"- {table.name}.csv: {table.about}" for table in tables),
        f"- {CODEBOOK}: {say('file.codebook')}",
    ]
    return "\n".join(lines) + "\n"
