"""A batch gets the files beside a page by their endings."""

from alliance_analytics.batch.beside import tables_and_summary
from alliance_analytics.batch.extras import Made
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.publish.page.assembling import page_settings
from alliance_analytics.publish.sharing.companions import TABLES
from alliance_analytics.publish.sharing.tables import SharedTable, as_text


def test_files_go_by_their_endings():
    table = SharedTable("scores", "Means", ("name",), ("What",), (("Trust",),))
    settings = page_settings(
        "Review",
        "en",
        alliance="Quay",
        wave="2025",
        sections={},
        provenance={},
        synthetic=False,
        beside={TABLES: as_text([table])},
    )
    points = Exhibit("findings", MAIN_POINTS, "How it goes", points=("One.",))
    files = tables_and_summary(Made("quay/2025.html", (settings, points), "", {}))
    assert list(files) == ["-summary.txt", "-tables.zip"]
    assert b"2025-tables.zip" in files["-summary.txt"]
