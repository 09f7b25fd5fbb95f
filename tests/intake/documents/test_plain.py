import codecs

import pytest

from alliance_analytics.intake.documents.block import UnreadableDocumentError
from alliance_analytics.intake.documents.plain import decoded, read_plain

TEXT = "De coördinatie ging goed."


@pytest.mark.parametrize(
    "content",
    [TEXT.encode(), codecs.BOM_UTF8 + TEXT.encode(), TEXT.encode("utf-16")],
)
def test_unicode_is_read_without_a_note(content: bytes) -> None:
    assert decoded(content) == (TEXT, ())


def test_an_old_encoding_is_read_and_noted() -> None:
    document = read_plain(TEXT.encode("cp1252"))
    assert document.blocks[0].text == TEXT
    assert [note.reason for note in document.notes] == ["encoding"]


def test_something_else_than_text_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError):
        read_plain(b"\x01\x00\x02\x00 not text")
