from pathlib import Path

import pandas as pd
from pptx import Presentation

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
            "date": [pd.NA] * 3,
            "page": pd.array([pd.NA] * 3, dtype="Int64"),
            "heading": "Title",
            "paragraph": [1, 1, 2],
            "language": ["en", "en", "nl"],
            "text": ["The oven is hot.", "Nobody minds.", "De oven is van ons allemaal."],
        }
    )
    pd.testing.assert_frame_equal(passages, expected, check_dtype=False)
    assert list(passages.columns) == PASSAGE_COLUMNS


def test_a_document_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    intake = read(tmp_path, a__pdf=b"%PDF-1.4 half", b_report__txt="The oven is hot.", c__xyz="?", d__md="")
    assert intake.passages["document"].unique().tolist() == ["b-report.txt"]
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


def test_kind_date_and_heading_are_those_of_the_document(tmp_path: Path) -> None:
    text = "# Notulen van 14 mei 2024\n\nDe oven is heet.\n\n## Vraag aan kok@example.org\n\nHij had niets.\n"
    passages = read(tmp_path, a__md=text).passages
    assert passages["kind"].unique().tolist() == ["minutes"]
    assert passages["date"].unique().tolist() == ["2024-05-14"]
    assert passages["heading"].tolist() == ["Notulen van 14 mei 2024", "Vraag aan […]"]


def test_a_format_without_marks_has_headings_too(tmp_path: Path) -> None:
    passages = read(tmp_path, report__txt="The oven is hot.\n\nThe year\n\nNobody minds.\n").passages
    assert passages["heading"].fillna("none").tolist() == ["none", "The year"]


def test_a_document_that_does_not_say_what_it_is_counts_as_a_report_and_is_told(tmp_path: Path) -> None:
    intake = read(tmp_path, a__txt="The oven is hot.")
    assert intake.passages["kind"].tolist() == ["report"]
    assert intake.log["reason"].tolist() == ["kind_unsure"]
    assert read(tmp_path, a__txt="The oven is hot.\n", report__txt="It is.").log["file"].tolist() == ["a.txt"]


def test_a_table_of_numbers_is_no_passage(tmp_path: Path) -> None:
    rows = "North 12 14 15 16 17 South 18 19 20 21 22"
    text = f"The rota was kept.\n\n{rows}\n\nIn 2023 we made 12 trips, as planned.\n"
    assert read(tmp_path, report__txt=text).passages["text"].tolist() == [
        "The rota was kept.",
        "In 2023 we made 12 trips, as planned.",
    ]


def test_slides_have_the_number_of_the_slide_for_a_page(tmp_path: Path) -> None:
    deck = Presentation()
    for title, text in (("The year", "Nobody minds."), ("Next", "The oven is hot.")):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text_frame.text = title, text
    deck.save(tmp_path / "presentation.pptx")
    passages = read(tmp_path).passages
    assert passages[["page", "heading", "kind"]].to_numpy().tolist() == [
        [1, "The year", "report"],
        [2, "Next", "report"],
    ]


def test_no_documents_give_empty_frames() -> None:
    intake = read_documents([], alliance="a", wave="w")
    assert list(intake.passages.columns) == PASSAGE_COLUMNS
    assert intake.log.empty
