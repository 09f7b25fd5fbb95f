from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.review_state import with_rejections_noted

COLUMNS = [Column("S1", ""), Column("state", "", role="administration")]


def test_a_rejected_record_stays_and_is_named(make_export):
    export = make_export(COLUMNS, [["4", "Rejected"], ["5", "approved"], ["3", ""]])
    noted = with_rejections_noted(export, "state", {"rejected"})
    assert [(note.reason, note.row) for note in noted.notes] == [("rejected", 2)]
    assert noted.cells.equals(export.cells)
    assert (noted.exclusion == "").all()


def test_without_that_column_nothing_is_said(make_export):
    export = make_export(COLUMNS[:1], [["4"]])
    assert with_rejections_noted(export, "state", {"rejected"}) is export
