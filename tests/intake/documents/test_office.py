from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from alliance_analytics.intake.documents.block import UnreadableDocumentError
from alliance_analytics.intake.documents.office import holds, opened, saved_on


def archive(**parts: bytes) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", text)
    return content.getvalue()


def reason(content: bytes) -> str:
    with pytest.raises(UnreadableDocumentError) as raised:
        opened(content, docx.Document, "Word", ".docx")
    assert "Word" in raised.value.note.found
    assert raised.value.note.action.endswith(".")
    return raised.value.note.reason


def test_what_is_in_a_zip_tells_what_it_is() -> None:
    content = archive(word__document=b"<x/>")
    assert holds(content, "word/document.xml")
    assert not holds(content, "ppt/presentation.xml")
    assert not holds(content[: len(content) // 2], "word/document.xml")
    assert not holds(b"word/document.xml", "word/document.xml")


def test_a_zip_from_the_future_is_no_proof() -> None:
    content = bytearray(archive(word__document=b"<x/>"))
    content[content.index(b"PK\x01\x02") + 6] = 88
    assert not holds(bytes(content), "word/document.xml")


@pytest.mark.parametrize(
    "content",
    [b"just text", archive(word__document=b"<x/>"), archive(a=b"")[:30]],
    ids=["text", "no document", "cut off"],
)
def test_what_does_not_open_is_broken(content: bytes) -> None:
    assert reason(content) == "broken"


def test_a_bomb_is_never_unpacked() -> None:
    assert reason(archive(word__document=bytes(40 << 20))) == "unsafe"


def test_no_entity_is_ever_fetched() -> None:
    entity = b'<!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/hostname">]><x>&leak;</x>'
    assert reason(archive(word__document=entity)) == "unsafe"


def test_the_day_of_saving_is_a_property() -> None:
    word = docx.Document()
    word.core_properties.modified = datetime(2024, 5, 14, 9, 30)
    assert saved_on(word) == date(2024, 5, 14)
    assert saved_on(object()) is None
