import codecs
import io

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.delimited import read

CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00\x03\ufeff", exclude_categories=["Cs"]), max_size=12
)


def table(text, encoding="utf-8"):
    return read(io.BytesIO(text.encode(encoding)), "x.csv")


def records(text):
    return table(text).cells.to_numpy().tolist()


def reasons(text):
    return [(note.reason, note.row) for note in table(text).notes]


@given(
    st.lists(st.lists(CELL.filter(str.strip), min_size=3, max_size=3), min_size=2, max_size=5),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\r\n", "\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
)
def test_records_come_back_whatever_separates_them(written, delimiter, end, encoding, ended):
    quoted = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in written]
    read_back = table(end.join(quoted) + end * ended, encoding)
    assert read_back.cells.to_numpy().tolist() == written
    assert (read_back.encoding, read_back.delimiter, read_back.notes) == (encoding, delimiter, ())


@given(st.text(st.sampled_from('ab,;"\n\r\ufeff '), max_size=40).filter(str.strip))
@example(",,\r;")
def test_whatever_stands_in_a_file_it_is_read_or_refused(text):
    try:
        cells = table(text).cells
    except ExportError:
        return
    assert all(isinstance(cell, str) for cell in cells.to_numpy().ravel())


def test_a_comma_inside_sentences_is_no_separator():
    read_back = table("id;comment\n1;good, fine, well\n2;none\n3;so, so\n")
    assert (read_back.delimiter, read_back.cells.iloc[1].tolist()) == (";", ["1", "good, fine, well"])


def test_a_question_over_several_lines_is_one_record_and_lines_may_end_in_any_way():
    assert records('a,"one\ntwo"\r1,2\r\n3,4\n') == [["a", "one\ntwo"], ["1", "2"], ["3", "4"]]


def test_blank_records_are_counted():
    assert records("a,b\n\n1,2\n\n\n")[1:] == [["", ""], ["1", "2"], ["", ""], ["", ""]]


def test_one_column_is_a_table_too():
    assert records("a\nb\n") == [["a"], ["b"]]


def test_the_separator_that_excel_names_is_believed():
    read_back = table('sep=;\nid;"a,b";c\n1;2,5;3\n')
    assert (read_back.delimiter, read_back.cells.loc[3].tolist()) == (";", ["1", "2,5", "3"])
    assert (read_back.cells.index.tolist(), read_back.notes) == ([2, 3], ())


def test_a_file_that_only_names_its_separator_holds_no_record():
    assert table("sep=;\n").cells.empty


def wrapped(text):
    return "".join('"' + line.replace('"', '""') + '"\n' for line in text.splitlines())


ROWS = "".join(f'{n},"so, so",{n % 5}\n' for n in range(9))


@pytest.mark.parametrize(
    "text",
    [
        wrapped("id,why,S1\n" + ROWS),
        wrapped("id;why;S1\n" + ROWS.replace(",", ";").replace("so; so", "so, so")),
        "id,why,S1\n" + "8,none,2\n" * 9 + wrapped(ROWS),
    ],
    ids=["all", "all with semicolons", "those with a comma in a cell"],
)
def test_records_that_a_spreadsheet_put_in_one_cell_each_are_refused(text):
    with pytest.raises(ExportError, match="one cell each") as error:
        table(text)
    assert "with 3 cells inside" in error.value.found


@pytest.mark.parametrize(
    "text",
    [
        "Where?\n" + '"Lyon, Rhone, France"\n' * 9,
        "Why?\n" + '"good, fine"\n' * 9,
        "a,b\n" + '"1, 2"\n' * 9 + "1,2\n" * 9,
        '"a"\n' + '""""""\n' * 9,
    ],
)
def test_a_text_with_commas_in_one_column_is_a_text(text):
    table(text)


def test_a_cell_too_large_to_be_one_is_refused():
    with pytest.raises(ExportError, match="split into records"):
        records('a,"' + "x" * 200_000 + '"\n')


def test_a_table_too_wide_to_be_a_survey_is_refused():
    with pytest.raises(ExportError, match="too many columns"):
        records("a," * 20_000 + "\n" + "1," * 20_000)


@pytest.mark.parametrize(
    "text",
    [
        'a,b\n1,"x\n2,y\n3,z\n',
        'a,b\n1,"so" x\n2,"y\n3,z',
        'a,b\n1,"x\n2,y\n3,"z\n4,u\n',
        'a,b,c\n1,",x\n2,",y\n',
    ],
)
def test_a_quotation_mark_that_is_never_closed_swallows_nothing_silently(text):
    with pytest.raises(ExportError, match="split into records"):
        records(text)


@pytest.mark.parametrize(("cell", "meant"), [('"so" called', "so called"), ('5" pipe', '5" pipe')])
def test_a_stray_quotation_mark_is_forgiven_and_told_of(cell, meant):
    assert records(f"a,b\n1,{cell}\n2,y\n") == [["a", "b"], ["1", meant], ["2", "y"]]
    assert reasons(f'a,b\n1,"so" {cell}\n2,y\n') == [("stray_quotes", None)]


def test_an_odd_record_is_left_out_beside_regular_ones():
    text = "id,q,r\n" + "1,4,5\n" * 20
    assert reasons(text + "9,good, fine,5\n1,4,5\n") == [("long_record", 22)]
    assert reasons(text + "9,4") == [("cut_off", 22)]


def test_an_odd_record_far_down_is_found_too():
    text = "id,q,r\n" + "1,4,5\n" * 2000
    assert reasons(text + "9,good, fine,5\n") == [("long_record", 2002)]
    assert reasons(text + "9,4\n1,2,3\n") == [("short_record", 2002)]
    assert len(table(text + "\n1,2,3\n").cells) == 2003


def test_windows_text_is_read_with_a_note():
    read_back = table("naam;één\ncafé;4", "cp1252")
    assert (read_back.encoding, read_back.cells.to_numpy().tolist()[0]) == ("cp1252", ["naam", "één"])
    assert [note.reason for note in read_back.notes] == ["encoding"]


def test_a_file_of_nothing_but_a_mark_has_no_record():
    assert read(io.BytesIO(codecs.BOM_UTF8), "x.csv").cells.to_numpy().tolist() == [[""]]


def test_reading_is_as_fast_a_parser_as_pandas_has(monkeypatch):
    called = []
    real = pd.read_csv
    monkeypatch.setattr(pd, "read_csv", lambda *args, **options: called.append(1) or real(*args, **options))
    table('a,"b\nc"\n1,"x, ""y"""\n')
    assert called == [1]
