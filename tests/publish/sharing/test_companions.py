"""The files beside a page: made from exhibits alone, byte for byte the same when made again."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.publish.page.assembling import page_settings
from alliance_analytics.publish.sharing.companions import NOTES, TABLES, companions
from alliance_analytics.publish.sharing.tables import SharedTable, as_text

TABLE = SharedTable("scores", "Means of all", ("name", "n"), ("What it is", "People"), (("Trust", "12"),))
POINTS = Exhibit("findings", MAIN_POINTS, "How Quay works together", points=("One.",))


def exhibits(*tables, language="en"):
    beside = {TABLES: as_text(tables), NOTES: "A score needs 5 people."} if tables else None
    settings = page_settings(
        "Annual review",
        language,
        alliance="Quay",
        wave="2025",
        sections={},
        provenance={},
        synthetic=True,
        beside=beside,
    )
    return [settings, POINTS]


def unpacked(content):
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def test_the_archive_explains_every_column_of_every_file():
    files = unpacked(companions(exhibits(TABLE), "2025.html")["2025-tables.zip"])
    assert list(files) == ["README.txt", "codebook.csv", "scores.csv"]
    assert '"scores.csv","n","People"' in files["codebook.csv"]
    assert all(
        part in files["README.txt"]
        for part in ("Quay", "scores.csv: Means of all", "A score needs 5 people.")
    )


def test_a_dutch_file_has_dutch_marks():
    files = unpacked(companions(exhibits(TABLE, language="nl"), "2025.html")["2025-tables.zip"])
    assert '"name";"n"' in files["scores.csv"]
    assert "decimaalteken" in files["README.txt"]


def test_without_tables_there_is_only_the_summary():
    assert list(companions(exhibits(), "2025.html")) == ["2025-summary.txt"]


def test_the_same_exhibits_give_the_same_bytes():
    first = companions(exhibits(TABLE), "2025.html")
    assert list(first) == ["2025-summary.txt", "2025-tables.zip"]
    assert companions(exhibits(TABLE), "2025.html") == first


def test_without_settings_there_is_nothing_to_say():
    with pytest.raises(PageError):
        companions([POINTS], "2025.html")
