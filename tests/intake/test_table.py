import io
import zipfile

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.table import each_text, read_table


def file(tmp_path, content, name="x.csv"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_records_keep_their_number_when_blank_ones_go(tmp_path):
    table = read_table(file(tmp_path, b"a,b\n,\n1,2\n\n3,\n"))
    assert table.cells.index.tolist() == [1, 3, 5]
    assert table.cells.to_numpy().tolist() == [["a", "b"], ["1", "2"], ["3", ""]]
    assert [(note.reason, note.found) for note in table.notes] == [("padding", "2 blank records")]


def test_nothing_is_taken_for_missing(tmp_path):
    table = read_table(file(tmp_path, b"a,b\nN/A,None\nnull,NA\n"))
    assert table.cells.to_numpy().tolist()[1:] == [["N/A", "None"], ["null", "NA"]]


def test_a_short_record_is_left_out_and_told_of(tmp_path):
    table = read_table(file(tmp_path, b"a,b,c\n1,2\n2,3,4\n5,6,7\n"))
    assert table.cells.index.tolist() == [1, 3, 4]
    assert [(note.reason, note.row) for note in table.notes] == [("short_record", 2)]


def test_there_is_nothing_beyond_the_last_record(tmp_path):
    table = read_table(file(tmp_path, b"a, b\n1,2\n"))
    assert (table.record(0), table.record(2)) == (["a", "b"], [])


def test_content_decides_what_a_file_is_not_its_name(tmp_path):
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["a", 1])
    book.save(content)
    table = read_table(file(tmp_path, content.getvalue(), "x.csv"))
    assert (table.headings, table.encoding, table.delimiter) == (["a", "1"], "xlsx", "")
    pyreadstat.write_sav(pd.DataFrame({"q": [1.0]}), tmp_path / "y.sav")
    table = read_table(file(tmp_path, (tmp_path / "y.sav").read_bytes(), "x.txt"))
    assert (table.headings, table.cells.index.tolist(), table.encoding) == (["q"], [1], "sav")


@pytest.mark.parametrize(
    ("content", "what"), [(b"", "empty"), (b" \r\n", "empty"), (b",,\n", "no filled record")]
)
def test_an_empty_file_says_so(content, what, tmp_path):
    with pytest.raises(ExportError, match=what):
        read_table(file(tmp_path, content))


def test_a_folder_and_a_file_that_is_not_there_say_so_without_their_path(tmp_path):
    with pytest.raises(ExportError, match="folder") as folder:
        read_table(tmp_path)
    with pytest.raises(ExportError, match="no such file") as absent:
        read_table(tmp_path / "absent.csv")
    assert str(tmp_path.parent) not in str(folder.value) + str(absent.value)


@pytest.mark.parametrize(
    ("content", "encoding", "delimiter"),
    [
        ("a;é\n1;2\n".encode("cp1252"), "cp1252", ";"),
        ("a\té\n1\t2\n".encode("utf-16"), "utf-16", "\t"),
        ("a|é\n1|2\n".encode("utf-8-sig"), "utf-8-sig", "|"),
        ("a,é\n1,2\n".encode(), "utf-8", ","),
    ],
)
def test_a_text_file_says_how_it_was_written(tmp_path, content, encoding, delimiter):
    table = read_table(file(tmp_path, content))
    assert (table.headings, table.encoding, table.delimiter) == (["a", "é"], encoding, delimiter)


def zipped(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in files.items():
            archive.writestr(name, inside)
    return content.getvalue()


def test_the_one_table_in_an_archive_is_read(tmp_path):
    table = read_table(file(tmp_path, zipped(answers=b"a;b\n1;2\n"), "x.zip"))
    assert (table.file, table.headings, table.encoding, table.delimiter) == (
        "x.zip",
        ["a", "b"],
        "utf-8",
        ";",
    )
    assert [note.reason for note in table.notes] == ["unpacked"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (zipped(a=b"a,b", b=b"a,b"), "does not hold one table"),
        (zipped(a=zipped(b=b"a,b")), "another archive"),
        (zipped(**{"../../x": b"a,b"}), "outside the archive"),
        (zipped(a=bytes(20 << 20)), "many times its size"),
        (zipped(**{"xl/workbook.xml": "<!DOCTYPE x>"}), "declares a document type"),
        (b"PK\x03\x04" + bytes(40), "damaged or incomplete"),
        (bytes(5000), "zero byte"),
        (b"a,b\n1,\0\n", "zero byte"),
    ],
    ids=["two tables", "nested", "outside", "bomb", "entity", "damaged", "zeros", "a zero"],
)
def test_a_hostile_or_broken_file_says_so(tmp_path, content, what):
    with pytest.raises(ExportError, match=what):
        read_table(file(tmp_path, content, "x.csv"))


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"$FL2", b"s\x02\x01"]),
)
def test_whatever_a_file_holds_it_is_a_table_or_refused(tmp_path_factory, rest, head):
    path = file(tmp_path_factory.getbasetemp(), head + rest, "any.csv")
    try:
        cells = read_table(path).cells
    except ExportError:
        return
    assert all(isinstance(cell, str) for cell in cells.to_numpy().ravel())


def test_each_text_is_changed_once():
    asked = []
    column = pd.Series(["a", "b", "a", "a"], index=[4, 7, 9, 12])
    changed = each_text(column, lambda text: asked.append(text) or text.upper())
    assert changed.to_dict() == {4: "A", 7: "B", 9: "A", 12: "A"}
    assert sorted(asked) == ["a", "b"]


def test_texts_that_hardly_repeat_are_changed_where_they_stand():
    column = pd.Series(["a", "b", "c", "a"], index=[4, 7, 9, 12])
    assert each_text(column, str.upper).to_dict() == {4: "A", 7: "B", 9: "C", 12: "A"}
