import io

import openpyxl
import pandas as pd
import pyreadstat
import pytest

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


def test_short_records_are_filled_up(tmp_path):
    table = read_table(file(tmp_path, b"a,b,c\n1\n2,3,4\n5,6,7\n"))
    assert table.record(1) == ["1", "", ""]
    assert table.record(9) == []


def test_content_decides_what_a_file_is_not_its_name(tmp_path):
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["a", 1])
    book.save(content)
    assert read_table(file(tmp_path, content.getvalue(), "x.csv")).headings == ["a", "1"]
    pyreadstat.write_sav(pd.DataFrame({"q": [1.0]}), tmp_path / "y.sav")
    table = read_table(file(tmp_path, (tmp_path / "y.sav").read_bytes(), "x.txt"))
    assert (table.headings, table.cells.index.tolist()) == (["q"], [1])


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


def test_each_text_is_changed_once():
    asked = []
    column = pd.Series(["a", "b", "a"], index=[4, 7, 9])
    changed = each_text(column, lambda text: asked.append(text) or text.upper())
    assert changed.to_dict() == {4: "A", 7: "B", 9: "A"}
    assert asked == ["a", "b"]
