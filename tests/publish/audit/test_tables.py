"""Tables are read out of pages, CSV files and archives, as a reader would."""

from io import BytesIO
from zipfile import ZipFile

from alliance_analytics.publish.audit.tables import tables_in

PAGE = """<html><head><title>Review · Quay · Wave 2025</title></head><body><section id="estimates-pillar">
<table><tr><th>Pillar</th><th>n</th></tr><tr><th>Trust</th><td>12</td></tr></table></section></body></html>"""


def zipped(**files):
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.csv", content)
    return target.getvalue()


def test_a_table_of_a_page_goes_by_the_anchor_of_its_exhibit():
    (table,) = tables_in("a.html", PAGE.encode())
    assert (table.name, table.page) == ("estimates-pillar", "Review · Quay · Wave 2025")
    assert (table.header, table.rows) == (("Pillar", "n"), (("Trust", "12"),))


def test_a_table_of_an_archive_goes_by_its_name():
    (table,) = tables_in("a.zip", zipped(scores='"a";"n"\r\n"x";"12"\r\n'))
    assert (table.name, table.page, table.header, table.rows) == ("scores", "", ("a", "n"), (("x", "12"),))


def test_a_csv_file_with_commas_is_read():
    (table,) = tables_in("sub/scores.csv", b"\xef\xbb\xbfa,n\nx,12\n")
    assert (table.name, table.header) == ("scores", ("a", "n"))


def test_an_archive_within_an_archive_is_read():
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("inner.zip", zipped(scores="a,n\n"))
    assert [table.name for table in tables_in("a.zip", target.getvalue())] == ["scores"]


def test_what_holds_no_table_gives_none():
    assert not [
        *tables_in("a.zip", b"PK\x03\x04broken"),
        *tables_in("a.txt", b"n"),
        *tables_in("a.pdf", b"%PDF-"),
    ]
