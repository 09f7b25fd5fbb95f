"""A form to fill in is empty to a reader of tables, and topics carry their number."""

from alliance_analytics.publish.guide.guide import LINES_TO_FILL, blank_form, numbered


def test_a_blank_form_has_lines_of_dots():
    table = blank_form("Agreements", ("What", "Who"))
    assert table.rows == (("…", "…"),) * LINES_TO_FILL
    assert table.header == ("What", "Who")


def test_a_topic_carries_its_number(guide):
    assert numbered(2, guide.topics[0]) == "2. Trust 1"
