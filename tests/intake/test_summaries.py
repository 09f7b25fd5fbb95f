import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.summaries import counts_answers
from alliance_analytics.intake.table import read_table


@pytest.mark.parametrize(
    ("records", "summary"),
    [
        ([["Our survey", ""], ["Answer Choices", "Responses"], ["Agree", "10"]], True),
        ([["Antwoordkeuzen", "Reacties"], ["Mee eens", "3"]], True),
        (
            [["Q1"], ["", "Agree", "Disagree"], ["We meet.", "4"], ["", "Answered", "7"], ["Skipped", "1"]],
            True,
        ),
        ([["How far?", "Why?"], ["Agree", "Responses"]], False),
        ([["Answer Choices", "Why?"], ["Agree", "x"]], False),
        ([["Answered", "Skipped"], ["12", "3"]], False),
        ([], False),
    ],
)
def test_counts_of_answers_are_known_by_their_headings_and_totals(records, summary):
    assert counts_answers(records) == summary


def test_a_ragged_summary_is_told_from_a_damaged_file(tmp_path):
    path = tmp_path / "q.csv"
    lines = ["How far?", "Answer Choices,Responses,", *["Agree,23.45%,12"] * 5, ",Answered,60", ",Skipped,3"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(ExportError) as error:
        read_table(path)
    assert "summary" in error.value.what
    assert "all individual responses" in str(error.value.remedy)
