"""The values of a description."""

from alliance_analytics.intake.description.described import DescribedColumn, Description, Scale


def test_answers_are_the_columns_with_that_role():
    answer = DescribedColumn("Q1", "How far?", "answer", Scale(("No", "Yes"), 2, "ascending"))
    columns = (DescribedColumn("id", "id", "identifier"), answer)
    found = Description("table", "utf-8", ",", 1, 2, 2, 2, {}, columns, ())
    assert found.answers == (answer,)
