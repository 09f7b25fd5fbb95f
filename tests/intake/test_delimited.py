import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.delimited import decoded, records

CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00\r", exclude_categories=["Cs"]), max_size=12
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_today_is_read_without_a_word(encoding):
    assert decoded("naam,antwoord één".encode(encoding), "x.csv") == ("naam,antwoord één", [])


def test_windows_text_is_read_with_a_note():
    text, notes = decoded("één café".encode("cp1252"), "x.csv")
    assert text == "één café"
    assert [note.reason for note in notes] == ["encoding"]


def test_what_is_no_text_says_where(tmp_path):
    with pytest.raises(ExportError, match="byte 3"):
        decoded(b"ab\xff\x81", "x.csv")


@given(
    st.lists(st.lists(CELL.filter(str.strip), min_size=3, max_size=3), min_size=2, max_size=5),
    st.sampled_from(",;\t"),
    st.sampled_from(["\r\n", "\n", "\r"]),
)
def test_records_come_back_whatever_separates_them(table, delimiter, end):
    quoted = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    assert records(end.join(quoted) + end, "x.csv") == table


def test_a_comma_inside_sentences_is_no_separator():
    text = "id;comment\n1;good, fine, well\n2;none\n3;so, so\n"
    assert records(text, "x.csv")[1] == ["1", "good, fine, well"]


def test_a_question_over_several_lines_is_one_record():
    assert records('a,"one\ntwo"\n1,2\n', "x.csv") == [["a", "one\ntwo"], ["1", "2"]]


def test_one_column_is_a_table_too():
    assert records("a\nb\n", "x.csv") == [["a"], ["b"]]


def test_a_cell_too_large_to_be_one_is_refused():
    with pytest.raises(ExportError, match="split into records"):
        records('a,"' + "x" * 200_000 + '"\n', "x.csv")


def test_a_quotation_mark_that_is_never_closed_swallows_nothing_silently():
    with pytest.raises(ExportError, match="split into records"):
        records('a,b\n1,"x\n2,y\n3,z\n', "x.csv")


def test_a_stray_quotation_mark_is_forgiven():
    assert records('a,b\n1,"so" called\n2,y\n', "x.csv") == [["a", "b"], ["1", "so called"], ["2", "y"]]
