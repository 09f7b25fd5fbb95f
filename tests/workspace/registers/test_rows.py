"""A register reads alike from CSV, a workbook and YAML."""

import openpyxl
import pytest

from alliance_analytics.errors import AllianceError
from alliance_analytics.workspace.registers.rows import heading, register_file, rows_from_entries, rows_of


def write_csv(path):
    path.write_text("What;By when\nVisit;2025-01-01\n;\n…;…\n", encoding="utf-8-sig")


def write_xlsx(path):
    book = openpyxl.Workbook()
    for row in (["What", "By when"], ["Visit", "2025-01-01"]):
        book.active.append(row)
    book.save(path)


def write_yaml(path):
    path.write_text("- what: Visit\n  by when: 2025-01-01\n")


@pytest.mark.parametrize(
    ("name", "write"), [("a.csv", write_csv), ("a.xlsx", write_xlsx), ("a.yml", write_yaml)]
)
def test_every_format_gives_the_same_cells(tmp_path, name, write):
    write(tmp_path / name)
    (row,) = rows_of(tmp_path / name)
    assert row.cells == {"what": "Visit", "by_when": "2025-01-01"}
    assert row.place.startswith(f"{name}, ")


@pytest.mark.parametrize("text", ["By when", "by_when", " BY-WHEN "])
def test_headings_have_one_spelling(text):
    assert heading(text) == "by_when"


def test_the_first_format_found_counts(tmp_path):
    assert register_file(tmp_path, "plan") is None
    for ending in (".yml", ".csv"):
        (tmp_path / f"plan{ending}").write_text("")
    assert register_file(tmp_path, "plan").name == "plan.csv"


@pytest.mark.parametrize("content", [{"what": "a"}, ["a"], "a"])
def test_what_is_no_list_of_entries_is_refused(content):
    with pytest.raises(AllianceError, match="not a list of entries"):
        rows_from_entries(content, "plan.yml")


def test_places_count_the_heading_row(tmp_path):
    (tmp_path / "a.csv").write_text("what\nVisit\nReport\n")
    assert [row.place for row in rows_of(tmp_path / "a.csv")] == ["a.csv, row 2", "a.csv, row 3"]
