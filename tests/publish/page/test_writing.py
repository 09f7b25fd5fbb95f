"""A reader of a file finds the old one or the new one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.page.writing import write_beside


def test_the_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_beside(tmp_path / "page.html", "é\nb\r\n")
    assert (tmp_path / "page.html").read_bytes() == "é\nb\r\n".encode()


def test_the_old_file_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    for text in ("old", "new"):
        write_beside(tmp_path / "page.html", text)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "new"


def test_the_old_file_stays_when_the_last_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write_beside(tmp_path / "page.html", "old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(PageError, match="No space left"):
        write_beside(tmp_path / "page.html", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "old"


def test_a_missing_folder_is_told_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"page\.html") as caught:
        write_beside(tmp_path / "nowhere" / "page.html", "x")
    assert str(tmp_path) not in str(caught.value)


def test_others_may_read_what_they_may_read_in_that_folder(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    write_beside(tmp_path / "page.html", "x")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "plain").stat().st_mode
