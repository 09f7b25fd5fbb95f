from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from alliance_analytics.intake.platforms.fixed_archive import OLDEST_TIME, without_times


def archive(year: int) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as file:
        file.writestr(ZipInfo("a.xml", (year, 1, 1, 0, 0, 0)), b"<a/>")
        file.writestr(ZipInfo("b/c.xml", (year, 2, 2, 0, 0, 0)), b"<c/>")
    return content.getvalue()


def test_the_time_of_writing_leaves_no_trace():
    assert archive(2001) != archive(2002)
    assert without_times(archive(2001)) == without_times(archive(2002))


def test_the_content_and_its_order_stay():
    with ZipFile(BytesIO(without_times(archive(2001)))) as still:
        assert still.namelist() == ["a.xml", "b/c.xml"]
        assert still.read("b/c.xml") == b"<c/>"
        assert {entry.date_time for entry in still.infolist()} == {OLDEST_TIME}
