"""Folders that fsspec can reach: fetched from, and put into whole."""

import pytest

from alliance_analytics.batch.stores import Store

pytest.importorskip("fsspec", reason="needs the extra cluster")


@pytest.fixture(params=["file", "s3"])
def store(request, tmp_path):
    """A folder on disk, and one in a bucket, which knows neither folders nor renaming."""
    if request.param == "file":
        return Store(str(tmp_path / "store"))
    return Store(f"{request.getfixturevalue('bucket')}/{tmp_path.name}")


def test_what_is_put_can_be_fetched(store, tmp_path):
    (tmp_path / "a.html").write_text("a page")
    store.put(tmp_path / "a.html", "harbour/a.html")
    assert store.names() == ("harbour/a.html",)
    store.fetch(["harbour/a.html"], tmp_path / "into")
    assert (tmp_path / "into" / "harbour" / "a.html").read_text() == "a page"


def test_what_is_removed_is_gone_and_may_be_gone_before(store, tmp_path):
    (tmp_path / "a.html").write_text("a page")
    store.put(tmp_path / "a.html", "a.html")
    for _ in range(2):
        store.remove("a.html")
    assert store.names() == ()


def test_a_place_that_is_not_there_holds_nothing(store):
    assert Store(f"{store.address}/nothing").names() == ()
