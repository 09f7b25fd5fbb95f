import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.ragged import is_blank, level

WHOLE = [["id", "q", "r", "s", "t"], *([str(row), "4", "5", "3", "2"] for row in range(10, 30))]


def levelled(records, *, ended=True):
    cells, notes = level(records, "x.csv", ended=ended)
    return cells.index.tolist(), cells.to_numpy().tolist(), [(note.reason, note.row) for note in notes]


def test_records_of_one_width_and_blank_ones_keep_their_number():
    rows, cells, notes = levelled([["a", "b"], [], ["1", "2"]])
    assert (rows, cells, notes) == ([1, 2, 3], [["a", "b"], ["", ""], ["1", "2"]], [])


def test_a_record_with_a_cell_too_many_is_left_out_and_told_of():
    rows, _, notes = levelled([*WHOLE, ["99", "good", " fine", "5", "3", "2"]])
    assert (22 in rows, notes) == (False, [("long_record", 22)])


def test_a_blank_last_cell_does_not_tell_that_none_was_pushed_there():
    rows, _, notes = levelled([*WHOLE, ["99", "good", " fine", "5", "3", ""]])
    assert (22 in rows, notes) == (False, [("long_record", 22)])


def test_a_record_with_a_cell_too_few_is_left_out_for_nobody_knows_which():
    rows, _, notes = levelled([*WHOLE, ["99", "4"], *WHOLE[1:]])
    assert (22 in rows, notes) == (False, [("short_record", 22)])


def test_a_program_that_leaves_out_blank_cells_does_so_often():
    rows, cells, notes = levelled([*WHOLE, ["99", "4"], ["100"], ["101", "3"]])
    assert (rows[-1], cells[-2:]) == (24, [["100", "", "", "", ""], ["101", "3", "", "", ""]])
    assert notes == [("short_record", None)]


def test_records_torn_by_a_line_end_are_left_out_even_then():
    torn = [["9", "4", "so"], ["so", "3", "2"]]
    rows, _, notes = levelled([*WHOLE, *torn, *torn, WHOLE[1], ["x"], ["y"], ["z"]])
    assert notes == [*(("short_record", row) for row in (22, 23, 24, 25)), ("short_record", None)]
    assert rows[-3:] == [27, 28, 29]


def test_the_last_record_may_be_cut_off():
    short = [["99", "4"], ["100"], ["101", "3"], ["102", "Agr"]]
    assert levelled([*WHOLE, *short], ended=False)[2] == [("cut_off", 25), ("short_record", None)]
    assert levelled([*WHOLE, ["102", "4", "5", "3", "2"]], ended=False)[2] == []


def test_whoever_leaves_out_blank_cells_leaves_out_the_last_of_them_too():
    rows, _, notes = levelled([*WHOLE, *[["99", "4", "5", ""]] * 3, ["99", "4", "1"]])
    assert rows[-1] == 25
    assert notes == [*(("short_record", row) for row in (22, 23, 24)), ("short_record", None)]


@pytest.mark.parametrize(
    ("records", "what"),
    [
        ([["a", "b", "c"], ["1", "2"], ["3", "4"]], "3 headings above 2 cells"),
        ([["q", "r"], ["1", "4", "5"], ["2", "3", "4"]], "2 headings above 3 cells"),
        ([["n", "q and r", "s"], ["7", "4", "5", ""], ["8", "3", "4", ""]], "3 headings above 4 cells"),
        ([["a", "b", "c", "d"], ["7", "4", "5"], ["8", "3", "4"], ["9", "1"]], "4 headings above 3 cells"),
        ([["a", "b", "c"], ["1"], ["1", "2", "3"], ["1"], ["2"]], "3 headings above 1 cells"),
        ([*WHOLE, *[["1", "2", "3", "4", "5", "6"]] * 3], "3 records, the first of them record 22"),
    ],
)
def test_what_moves_all_cells_is_refused(records, what):
    with pytest.raises(ExportError, match=what):
        levelled(records)


def test_a_table_with_ever_shorter_records_is_as_wide_as_its_headings():
    records = [["a", "b", "c"], ["1", "2"], ["1", "2", "3"], ["1", "2"], ["2"]]
    assert levelled(records)[1][1] == ["1", "2", ""]


def test_records_of_white_space_are_blank():
    cells, _ = level([["a", ""], [" ", "\t"], ["", "b"], []], "x.csv", ended=True)
    assert is_blank(cells).tolist() == [False, True, False, True]


def test_nothing_but_blanks_stays_blank():
    assert is_blank(level([["", " "], []], "x.csv", ended=True)[0]).all()
