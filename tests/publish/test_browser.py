"""A browser is found where it stands, and one that is missing or broken is told plainly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.browser import VARIABLE, find_browser, quiet_options, run_browser


def program(folder: Path, name: str, does: str = "exit 0") -> Path:
    """Write a program for the shell."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_first_that_is_there_is_used(tmp_path: Path) -> None:
    program(tmp_path, "msedge")
    chrome = program(tmp_path, "google-chrome")
    assert find_browser({"PATH": str(tmp_path)}) == chrome


@pytest.mark.parametrize("by", ["name", "path"])
def test_the_one_that_is_named_comes_first(by: str, tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    own = program(tmp_path, "my-browser")
    named = {"name": "my-browser", "path": str(own)}[by]
    assert find_browser({"PATH": str(tmp_path), VARIABLE: named}) == own


def test_the_one_that_is_named_is_not_replaced_by_another(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    with pytest.raises(PageError, match="named is not there") as caught:
        find_browser({"PATH": str(tmp_path), VARIABLE: str(tmp_path / "gone")})
    assert caught.value.found == "gone"
    assert str(tmp_path) not in str(caught.value)


def test_none_at_all_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alliance_analytics.publish.browser.PLACES", ())
    with pytest.raises(PageError, match="No browser was found") as caught:
        find_browser({"PATH": str(tmp_path)})
    assert VARIABLE in str(caught.value.remedy)


def test_it_gets_a_profile_of_its_own_and_no_network(tmp_path: Path) -> None:
    said = run_browser(["--dump-dom"], "file:///page", browser=program(tmp_path, "echo", 'echo "$@"'))
    assert "--proxy-server=127.0.0.1:9" in said
    assert "--headless" in said
    assert said.split()[-2:] == ["--dump-dom", "file:///page"]
    profile = next(word for word in said.split() if word.startswith("--user-data-dir=")).split("=", 1)[1]
    assert not Path(profile).exists()


@pytest.mark.parametrize("does", ["exit 3", "sleep 5"])
def test_one_that_fails_or_hangs_is_told(does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alliance_analytics.publish.browser.PATIENCE", 0.2)
    with pytest.raises(PageError, match="did not do its work") as caught:
        run_browser([], "file:///page", browser=program(tmp_path, "broken", does))
    assert caught.value.where == "broken"


@pytest.mark.parametrize(("user", "given"), [(0, True), (1000, False)])
def test_only_the_administrator_does_without_the_sandbox(
    user: int, given: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    assert ("--no-sandbox" in quiet_options(tmp_path)) == given
