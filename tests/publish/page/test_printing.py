"""The PDF twin, with a stand-in for the browser; a real one prints in tests/browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.page.printing import repeatable, write_pdf

PRINTED = b"""%PDF-1.4
1 0 obj
<</Title (Review)
/CreationDate (D:20260102030405+00'00')
/ModDate (D:20260102030405+01'30')>>
endobj
2 0 obj
<</MarkInfo <</Marked true>>
/ID (node00000091)>>
<</ID (node00000007) /Headers [(node00000091)]>>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><title>Review</title>", encoding="utf-8")
    return path


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that prints what stands in ``printed``, in the place of a browser."""
    (tmp_path / "printed").write_bytes(PRINTED)
    program = tmp_path / "chromium"
    program.write_text(
        f'#!/bin/sh\nfor each in "$@"; do case $each in --print-to-pdf=*) '
        f'cat "{tmp_path}/printed" > "${{each#*=}}";; esac; done\necho "$@" > "{tmp_path}/said"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("ALLIANCE_BROWSER", str(program))
    return program


def test_times_go_and_every_byte_keeps_its_place() -> None:
    done = repeatable(PRINTED)
    assert b"2026" not in done
    assert len(done) == len(PRINTED)
    assert done.index(b"endobj") == PRINTED.index(b"endobj")


def test_tags_are_numbered_from_one_in_their_order() -> None:
    assert b"/ID (node00000002)>>\n<</ID (node00000001) /Headers [(node00000002)]" in repeatable(PRINTED)
    later = PRINTED.replace(b"00000091", b"00000093").replace(b"00000007", b"00000009")
    assert repeatable(later) == repeatable(PRINTED)


def test_the_page_is_printed_with_its_outline_and_without_the_name_of_the_system(
    page: Path, browser: Path, tmp_path: Path
) -> None:
    write_pdf(page, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes() == repeatable(PRINTED)
    said = (tmp_path / "said").read_text()
    assert "--user-agent=alliance_analytics" in said
    assert "--generate-pdf-document-outline" in said
    assert said.split()[-1] == page.as_uri()


@pytest.mark.parametrize("printed", [b"", b"%PDF-1.4 without tags"])
def test_a_pdf_without_tags_is_refused_and_the_old_one_stays(
    printed: bytes, page: Path, browser: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.pdf").write_bytes(b"old")
    (tmp_path / "printed").write_bytes(printed)
    with pytest.raises(PageError, match="no tagged PDF"):
        write_pdf(page, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes() == b"old"


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no page to print") as caught:
        write_pdf(tmp_path / "gone.html", tmp_path / "gone.pdf")
    assert str(tmp_path) not in str(caught.value)
