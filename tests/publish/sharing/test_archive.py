"""An archive holds what was put in, and nothing of when and where."""

from io import BytesIO
from zipfile import ZipFile

from alliance_analytics.publish.sharing.archive import LONG_AGO, archive_of

FILES = {"README.txt": b"read me", "a.csv": b"1,2"}


def test_it_reads_back_in_order():
    with ZipFile(BytesIO(archive_of(FILES))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert archive.namelist() == list(FILES)


def test_it_is_the_same_at_another_time(monkeypatch):
    first = archive_of(FILES)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert archive_of(FILES) == first


def test_it_tells_no_time_and_no_system():
    with ZipFile(BytesIO(archive_of(FILES))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {LONG_AGO}
        assert {entry.create_system for entry in archive.infolist()} == {3}
