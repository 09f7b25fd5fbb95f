"""A word that stands in for a number is explained where it stands."""

from alliance_analytics.publish.wording import words
from alliance_analytics.review.tables import shown_table

SAY = words("review", "en")


def test_a_hidden_cell_is_explained_in_the_caption():
    table = shown_table(SAY, "Means", ["Group", "Mean"], [["North", SAY("hidden")]], [1])
    assert table.caption == f"Means. {SAY('hidden_key')}"
    assert table.numeric == (1,)


def test_a_table_without_hidden_cells_keeps_its_caption():
    assert shown_table(SAY, "Means", ["Group", "Mean"], [["North", "3.4"]]).caption == "Means"
