import pytest

from alliance_analytics.intake.log import COLUMNS, IntakeLog, LogEntry, cells, heading_shown, label_shown


def test_entries_stand_in_the_order_in_which_they_were_made():
    entries = (LogEntry("padding", "Left out."), LogEntry("empty", "Left out.", row=3))
    assert IntakeLog("x.csv", entries).frame()["reason"].tolist() == ["padding", "empty"]


def test_the_frame_has_its_columns_even_when_nothing_happened():
    frame = IntakeLog("x.csv").frame()
    assert tuple(frame) == COLUMNS
    assert frame.empty
    assert frame["row"].dtype == "Int64"


def test_an_entry_without_a_record_has_no_row():
    frame = IntakeLog("x.csv", (LogEntry("padding", "Left out.", found="2 blank records"),)).frame()
    assert frame["row"].isna().all()
    assert frame.loc[0, ["file", "reason", "found"]].tolist() == ["x.csv", "padding", "2 blank records"]


def test_a_heading_is_shown_on_one_short_line():
    assert heading_shown("Question\n  one") == "Question one"
    assert len(heading_shown("long " * 40)) == 80


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Mee\xa0eens", r"'Mee\xa0eens'"),
        ("x" * 41, "a text of 41 characters"),
        ("a@b.nl", "a text of 6 characters"),
    ],
)
def test_a_label_is_shown_unless_it_may_be_somebodys_own_words(label, shown):
    assert label_shown(label) == shown


def test_cells_are_counted_in_words():
    assert (cells(1), cells(2)) == ("1 cell", "2 cells")
