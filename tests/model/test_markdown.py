from alliance_analytics.model.markdown import Column, code, section, table


def test_a_table_has_a_heading_a_rule_and_a_row_an_entry():
    shown = table(["a", "bb"], Column("word", code), Column("length", len))
    assert shown.splitlines() == ["| word | length |", "| --- | --- |", "| `a` | 1 |", "| `bb` | 2 |"]


def test_what_would_break_a_row_is_kept_inside_its_cell():
    assert table(["a|b\nc"], Column("text", str)).splitlines()[2] == "| a\\|b c |"


def test_a_section_is_its_heading_and_its_parts():
    assert section("Title", "one", "two") == "## Title\n\none\n\ntwo"
