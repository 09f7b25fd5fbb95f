"""A text file is cut into pieces that make it up again; only what is asked for changes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.rewriting.changes import Changes
from alliance_analytics.intake.rewriting.delimited_text import raw_text, rewritten, unread_records
from alliance_analytics.intake.table import Table, read_table

ODD = 'id;"a ""quoted"" head"\r\n1;"two\r\nlines"\r\n;\r\n2; b \r\n"3";\n'


def read(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    return read_table(path)


@given(st.text(alphabet='ab,;"\r\n é', max_size=40), st.sampled_from([",", ";"]))
def test_a_text_is_cut_where_python_cuts_it(text, delimiter):
    raw = raw_text(text.encode(), Table("x.csv", None, (), "utf-8", delimiter))
    ours = [[cell for cell, _ in pieces] for pieces in raw.records]
    theirs = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert raw.content == text.encode()
    assert [len(record) for record in ours] == [max(len(record), 1) for record in theirs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_only_what_is_asked_for_changes(encoding, tmp_path):
    content = ODD.replace("b", "é").encode(encoding)
    table = read(tmp_path, content)
    changed = rewritten(content, table, Changes({4: {1: 'x; "y" …'}, 5: {0: ""}}, frozenset({2})))
    text = 'id;"a ""quoted"" head"\r\n;\r\n2;"x; ""y"" …"\r\n"";\n'
    assert changed == text.encode(encoding)


def test_nothing_to_change_changes_no_byte(tmp_path):
    content = ODD.encode()
    assert rewritten(content, read(tmp_path, content), Changes()) == content


def test_damaged_letters_stay_as_damaged_as_they_were(tmp_path):
    content = "naam,é\nzoë,à\nx,ç\n".encode() + b"y,\xff\n"
    table = read(tmp_path, content)
    assert rewritten(content, table, Changes(dropped=frozenset({2}))) == content.replace(
        "zoë,à\n".encode(), b""
    )
    assert rewritten(content, table, Changes(dropped=frozenset({4}))).endswith("x,ç\n".encode())


def test_a_record_that_no_reader_trusted_is_told(tmp_path):
    content = b"a,b,c\n1,2,3\n" + b"4,5,6\n" * 30 + b"7,8,torn,apart\n\n"
    table = read(tmp_path, content)
    assert unread_records(raw_text(content, table), table) == {33: "7,8,torn,apart\n"}


@pytest.mark.parametrize("text", ["sep=;\na;b\n1;2\n", 'a,b\n1,2\n"",""\n\n , \n'])
def test_lines_without_an_answer_are_no_lost_records(text, tmp_path):
    table = read(tmp_path, text.encode())
    assert unread_records(raw_text(text.encode(), table), table) == {}


def test_a_record_that_is_not_where_it_was_read_is_not_touched(tmp_path):
    table = read(tmp_path, b"a,b\n1,2\n3,4\n")
    with pytest.raises(ExportError, match="record 3"):
        rewritten(b"a,b\n3,4\n1,2\n", table, Changes(dropped=frozenset({3})))
