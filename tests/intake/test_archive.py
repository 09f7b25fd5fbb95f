import io
import struct
import zipfile
import zlib

import pytest

from alliance_analytics.errors import DocumentError, ExportError
from alliance_analytics.intake.archive import LIMITS, Limits, is_zip, only_table, pieces, refuse_unsafe


def packed(files, method=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def says_it_is_small(content):
    """Return an archive with one part whose headers lie about its size, and hold the sum of the lie."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
    size, crc = struct.pack("<L", 10), struct.pack("<L", zlib.crc32(bytes(10)))
    lie = content.replace(struct.pack("<L", entry.file_size), size)
    return lie.replace(struct.pack("<L", entry.CRC), crc)


def test_an_archive_is_told_by_its_first_bytes():
    assert is_zip(packed({"a": "b"}))
    assert is_zip(packed({}))
    assert not is_zip(b"a,b\n")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_parts_come_out_as_they_went_in(method):
    text = "a,b\n" * 100_000
    content = packed({"x.csv": text}, method)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
    assert b"".join(pieces(content, entry)).decode() == text
    refuse_unsafe(content, "x.zip")


@pytest.mark.parametrize("lie", [says_it_is_small, bytes])
def test_a_bomb_is_refused_whatever_it_says_of_its_size(lie):
    bomb = lie(packed({"xl/worksheets/sheet1.xml": bytes(50 << 20)}))
    assert len(bomb) < 100_000
    with pytest.raises(ExportError, match="many times its size"):
        refuse_unsafe(bomb, "x.xlsx")


def test_many_parts_that_are_small_alone_are_too_much_together():
    content = packed({f"{number}.bin": bytes(2 << 20) for number in range(3)})
    with pytest.raises(ExportError, match="at most 4 MiB"):
        refuse_unsafe(content, "x.xlsx", limits=Limits(unpacked=4 << 20))
    with pytest.raises(ExportError, match="3 parts"):
        refuse_unsafe(content, "x.xlsx", limits=Limits(entries=2))
    refuse_unsafe(content, "x.xlsx")


@pytest.mark.parametrize("name", ["../../x", "a/../../x", "/etc/x", "C:/x", "..\\x", "\\\\server\\x"])
def test_a_name_that_leads_outside_is_refused(name):
    with pytest.raises(ExportError, match="outside the archive"):
        refuse_unsafe(packed({name: "x"}), "x.zip")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("far", [0, 4_200_000])
def test_xml_with_declarations_is_refused(codec, far):
    xml = f'{" " * far}<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///z">]><x>&y;</x>'
    with pytest.raises(ExportError, match="declares"):
        refuse_unsafe(packed({"word/document.xml": xml.encode(codec)}), "x.docx")
    refuse_unsafe(packed({"notes.txt": xml}), "x.zip")


def test_the_refusal_is_of_the_kind_that_the_caller_says():
    with pytest.raises(DocumentError, match="not safe"):
        refuse_unsafe(packed({"../x": "x"}), "x.docx", DocumentError)
    with pytest.raises(DocumentError, match="damaged or incomplete"):
        refuse_unsafe(packed({"x": "x"})[:-30], "x.docx", DocumentError)


def test_what_no_office_program_does_is_refused():
    with pytest.raises(ExportError, match="no office program knows"):
        refuse_unsafe(packed({"x": "x" * 999}, zipfile.ZIP_LZMA), "x.zip")
    locked = bytearray(packed({"x": "x"}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ExportError, match="password"):
        refuse_unsafe(bytes(locked), "x.zip")


def test_every_way_to_damage_an_archive_is_told_or_harmless():
    content = packed({"x.csv": "a,b\n" * 50})
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 0xFF
        try:
            refuse_unsafe(bytes(damaged), "x.zip")
        except ExportError:
            continue


def test_the_one_table_is_found_between_other_files():
    assert only_table(packed({"answers": "a,b"}), "x.zip") == b"a,b"
    assert (
        only_table(packed({"__MACOSX/._a.csv": "x", "f/a.CSV": "a,b", "read me.md": "y"}), "x.zip") == b"a,b"
    )


@pytest.mark.parametrize("files", [{}, {"a.csv": "a", "b.csv": "b"}, {"a.png": "a", "b.png": "b"}])
def test_no_table_or_several_are_refused(files):
    with pytest.raises(ExportError, match="does not hold one table"):
        only_table(packed(files), "x.zip")


def test_the_limits_leave_room_for_a_large_survey():
    assert LIMITS.unpacked >= 1 << 30
    assert LIMITS.ratio < 1000


COUNTED = "Do we meet?\nAnswer Choices,Responses\nYes,3\n,Answered,3\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_archive_of_summaries_is_told_which_export_to_make(codec):
    counted = COUNTED.encode(codec)
    with pytest.raises(ExportError, match="2 summaries") as error:
        only_table(
            packed({"CSV/Question 1.csv": counted, "CSV/Question 2.csv": counted, "a.pdf": "x"}), "x.zip"
        )
    assert "all individual responses" in str(error.value.remedy)


@pytest.mark.parametrize("other", ["id,answer\n1,Agree\n", "", b"PK\xff\x00"])
def test_an_archive_of_a_summary_and_something_else_holds_several_tables(other):
    with pytest.raises(ExportError, match="2 files"):
        only_table(packed({"Question 1.csv": COUNTED, "all.csv": other}), "x.zip")
