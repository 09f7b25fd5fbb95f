from pathlib import Path

import pandas as pd
import pytest

from alliance_analytics.intake.documents.passages import (
    LOG_COLUMNS,
    PASSAGE_COLUMNS,
    DocumentIntake,
    read_documents,
)


def read(folder: Path, **documents: str | bytes) -> DocumentIntake:
    for name, content in documents.items():
        path = folder / name.replace("__", ".").replace("_", "-")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_documents(sorted(folder.iterdir()), alliance="Two ovens", wave="2024")


def test_one_row_a_sentence_with_its_place(tmp_path: Path) -> None:
    text = "# Title\n\nThe oven is hot. Nobody minds.\n\nDe oven is van ons allemaal.\n"
    passages = read(tmp_path, minutes_of_may__md=text).passages
    expected = pd.DataFrame(
        {
            "alliance": "Two ovens",
            "wave": "2024",
            "document": "minutes-of-may.md",
            "kind": "minutes",
            "page": pd.array([pd.NA] * 3, dtype="Int64"),
            "paragraph": [1, 1, 2],
            "language": ["en", "en", "nl"],
            "text": ["The oven is hot.", "Nobody minds.", "De oven is van ons allemaal."],
        }
    )
    pd.testing.assert_frame_equal(passages, expected, check_dtype=False)
    assert list(passages.columns) == PASSAGE_COLUMNS


def test_a_document_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    intake = read(tmp_path, a__pdf=b"%PDF-1.4 half", b__txt="The oven is hot.", c__xyz="?", d__md="")
    assert intake.passages["document"].unique().tolist() == ["b.txt"]
    assert list(intake.log.columns) == LOG_COLUMNS
    assert intake.log[["file", "reason"]].values.tolist() == [
        ["a.pdf", "broken"],
        ["c.xyz", "unknown_format"],
        ["d.md", "empty"],
    ]
    assert intake.log["action"].str.endswith(".").all()


def test_a_file_that_is_gone_is_logged_by_its_name_only(tmp_path: Path) -> None:
    log = read_documents([tmp_path / "gone.pdf"], alliance="a", wave="w").log
    assert log["reason"].tolist() == ["not_there"]
    assert not log.astype(str).apply(lambda column: column.str.contains(str(tmp_path))).any(axis=None)


def test_headings_and_labels_give_no_passage_but_items_do(tmp_path: Path) -> None:
    text = "Report of the year\n\nPresent:\n\n- shorter meetings\n\nThe oven is hot.\n"
    assert read(tmp_path, report__txt=text).passages["text"].tolist() == [
        "shorter meetings",
        "The oven is hot.",
    ]


def test_a_document_of_headings_only_is_logged(tmp_path: Path) -> None:
    intake = read(tmp_path, report__md="# One\n\n## Two\n")
    assert intake.passages.empty
    assert intake.log["reason"].tolist() == ["no_text"]


def test_addresses_are_masked(tmp_path: Path) -> None:
    passages = read(tmp_path, report__txt="Write to cook@example.org before noon.").passages
    assert passages["text"].tolist() == ["Write to […] before noon."]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("verslag-van-de-stuurgroep-2021.txt", "minutes"),
        ("notulen_mei.txt", "minutes"),
        ("jaarverslag-2024.txt", "report"),
        ("Evaluatierapport.txt", "review"),
        ("annual review 2023.txt", "review"),
        ("nieuwsbrief-2023.txt", "report"),
        ("brief-aan-de-raad.txt", "letter"),
        ("where-we-stand.eml", "letter"),
    ],
)
def test_the_kind_is_read_from_the_name(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_text(
        "From: a@example.org\nTo: b@example.org\n\nThe oven is hot.\n", encoding="utf-8"
    )
    passages = read_documents([tmp_path / name], alliance="a", wave="w").passages
    assert passages["kind"].unique().tolist() == [kind]


def test_no_documents_give_empty_frames() -> None:
    intake = read_documents([], alliance="a", wave="w")
    assert list(intake.passages.columns) == PASSAGE_COLUMNS
    assert intake.log.empty
