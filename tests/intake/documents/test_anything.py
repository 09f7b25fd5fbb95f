"""Passages of documents and tables."""

from pathlib import Path

import pytest

from alliance_analytics.errors import DocumentError
from alliance_analytics.intake.documents.anything import COLUMNS, passages_of


def test_documents_and_tables_become_passages_with_ids_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met often. They agreed on the plan.\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id;text\nx;Wij werken samen.\nx;Ook hier.\n", encoding="utf-8")
    found, log = passages_of([tmp_path], text_column="text", id_column="id")
    assert list(found.columns) == COLUMNS
    assert found["id"].tolist() == ["a.txt#1", "a.txt#2", "x", "x~2"]
    assert found["language"].tolist()[:3] == ["en", "en", "nl"]
    assert (log["file"] == "a.txt").all()


def test_tables_in_a_folder_are_left_alone_unless_a_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met often in the hall.\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("q1,q2\n1,2\n", encoding="utf-8")
    assert passages_of([tmp_path])[0]["document"].tolist() == ["a.txt"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_are_told_apart_by_the_header_whatever_a_text_holds(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "b.csv"
    path.write_text(f'text{separator}id\n"One; two, three.\tFour",7\n'.replace(",7", f"{separator}7"))
    assert passages_of([path], id_column="id")[0][["id", "text"]].to_numpy().tolist() == [
        ["7", "One; two, three.\tFour"]
    ]


def test_a_table_of_one_column_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text("text\nThe partners trust each other.\n", encoding="utf-8")
    assert passages_of([path])[0]["text"].tolist() == ["The partners trust each other."]


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no document"):
        passages_of([tmp_path])
    with pytest.raises(DocumentError, match="no such"):
        passages_of([tmp_path / "gone.txt"])


def test_a_missing_column_is_told_with_the_columns_there_are(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text("q1,q2\n1,2\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="q1, q2"):
        passages_of([path])
