"""Only exhibits leave a notebook, and only one that ran to its end."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.exhibit import MEDIA_TYPE, Exhibit, Table
from alliance_analytics.publish.page.notebook import exhibits_of, settings_of

EXHIBIT = Exhibit(
    "pillars",
    "standing",
    "Trust is weakest",
    points=("one", "two"),
    table=Table("c", ("a", "b"), (("x", "1"),), (1,)),
)
STREAM = {"output_type": "stream", "name": "stdout", "text": ["a raw row\n"]}
ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "secret", "traceback": []}
RAN = {"exception": None, "end_time": "2026-01-01T00:00:00", "duration": 1.0}


def shown(*contents: Any) -> list[dict[str, Any]]:
    return [
        {"output_type": "display_data", "metadata": {}, "data": {MEDIA_TYPE: content, "text/plain": ["x"]}}
        for content in contents
    ]


def code(
    outputs: list[dict[str, Any]], *, count: int | None = 1, source: Any = "show()", status: str = ""
) -> dict[str, Any]:
    metadata = {"papermill": {"status": status}} if status else {}
    return {
        "cell_type": "code",
        "execution_count": count,
        "source": source,
        "metadata": metadata,
        "outputs": outputs,
    }


def written(folder: Path, *cells: dict[str, Any], papermill: dict[str, Any] | None = None) -> Path:
    metadata = {} if papermill is None else {"papermill": papermill}
    path = folder / "review.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4}), encoding="utf-8")
    return path


def test_exhibits_come_back_whole_and_in_order(tmp_path: Path) -> None:
    second = Exhibit("themes", "standing", "No theme moved", svg="<svg/>", alt="A line.", language="nl")
    path = written(tmp_path, code(shown(asdict(EXHIBIT), asdict(second))), code([STREAM]), papermill=RAN)
    assert exhibits_of(path) == (EXHIBIT, second)


def test_everything_else_stays_behind(tmp_path: Path) -> None:
    markdown = {"cell_type": "markdown", "metadata": {}, "source": "secret"}
    widget = {"output_type": "display_data", "data": {"text/html": "<b>secret</b>"}, "metadata": {}}
    exhibits = exhibits_of(written(tmp_path, markdown, code([STREAM, widget]), code(shown(asdict(EXHIBIT)))))
    assert exhibits == (EXHIBIT,)


def test_an_empty_cell_need_not_run(tmp_path: Path) -> None:
    path = written(tmp_path, code(shown(asdict(EXHIBIT))), code([], count=None, source=["\n", " "]))
    assert len(exhibits_of(path)) == 1


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        (code([ERROR]), "failed"),
        (code([], count=None), "did not run"),
        (code([], status="pending"), "did not run"),
        (code([], status="failed"), "did not run"),
    ],
)
def test_a_cell_that_failed_or_did_not_run_gives_nothing(
    tmp_path: Path, cell: dict[str, Any], message: str
) -> None:
    path = written(tmp_path, code(shown(asdict(EXHIBIT)), status="completed"), cell, papermill=RAN)
    with pytest.raises(PageError, match=rf"{message}(.|\n)*review.ipynb, code cell 2") as caught:
        exhibits_of(path)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("run", [RAN | {"exception": True}, RAN | {"end_time": None}])
def test_a_run_that_did_not_end_gives_nothing(tmp_path: Path, run: dict[str, Any]) -> None:
    with pytest.raises(PageError, match="not run to its end"):
        exhibits_of(written(tmp_path, code(shown(asdict(EXHIBIT))), papermill=run))


def test_a_notebook_without_exhibits_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no exhibit"):
        exhibits_of(written(tmp_path, code([STREAM])))


@pytest.mark.parametrize("content", [{"anchor": "a"}, asdict(EXHIBIT) | {"points": 3}, "text"])
def test_a_broken_exhibit_is_told_with_its_cell(tmp_path: Path, content: Any) -> None:
    with pytest.raises(PageError, match=r"broken(.|\n)*code cell 1"):
        exhibits_of(written(tmp_path, code(shown(content))))


def test_the_rules_of_an_exhibit_hold_here_too(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no headline"):
        exhibits_of(written(tmp_path, code(shown(asdict(EXHIBIT) | {"headline": ""}))))


@pytest.mark.parametrize("text", ["not json", "[]", "{}", '{"cells": 3}'])
def test_what_is_no_notebook_is_refused_without_its_path(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match=r"other\.ipynb") as caught:
        exhibits_of(path)
    assert str(tmp_path) not in str(caught.value)


def test_a_missing_notebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"nowhere\.ipynb"):
        exhibits_of(tmp_path / "nowhere.ipynb")


def test_one_exhibit_carries_the_settings() -> None:
    page = Exhibit("page", "page", "Annual review", settings={"title": "Annual review"})
    assert settings_of((EXHIBIT, page)) == {"title": "Annual review"}
    for exhibits in ((EXHIBIT,), (page, page)):
        with pytest.raises(PageError, match="exactly one"):
            settings_of(exhibits)
