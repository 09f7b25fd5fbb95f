"""Files of codes that people gave."""

from pathlib import Path

import pandas as pd
import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace.corrections import (
    CORRECTIONS,
    add_correction,
    fill_in,
    read_codes,
    read_corrections,
    take_back,
)

SAMPLE = "document,paragraph,text,themes,polarity,by,mine\na,1,x,,,,keep\na,2,y,none,,me,this\n"


def correction(**changed: str) -> dict[str, str]:
    usual = {"document": "a.md", "paragraph": "1", "text": "We trust them.", "by": "me"}
    return usual | {"themes": "trust_loyalty", "polarity": "enabler"} | changed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / CORRECTIONS


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.csv"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def test_what_was_added_is_read_and_the_last_word_counts(path: Path) -> None:
    add_correction(path, correction())
    add_correction(path, correction(themes="none", polarity=""))
    found = read_corrections(path)
    assert found[["document", "themes"]].to_numpy().tolist() == [["a.md", "none"]]


def test_what_was_added_last_can_be_taken_back(path: Path) -> None:
    add_correction(path, correction())
    add_correction(path, correction(themes="none", polarity=""))
    add_correction(path, correction(text="Another."))
    take_back(path, correction())
    assert read_corrections(path)["themes"].tolist() == ["trust_loyalty", "trust_loyalty"]
    take_back(path, correction(text="Never added."))
    assert len(read_corrections(path)) == 2


def test_a_file_written_by_hand_keeps_its_columns_and_their_order(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("by,note,text,themes,polarity,paragraph,document\nme,hm,x,none,,7,b\n", "utf-8-sig")
    add_correction(path, correction())
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert table.columns[:2].tolist() == ["by", "note"]
    assert table["note"].tolist() == ["hm", ""]
    assert read_corrections(path)[["document", "paragraph"]].to_numpy().tolist() == [
        ["b", "7"],
        ["a.md", "1"],
    ]


def test_nothing_but_the_file_is_left_behind(path: Path) -> None:
    add_correction(path, correction())
    assert [each.name for each in path.parent.iterdir()] == [CORRECTIONS]


def test_a_file_that_cannot_be_read_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    with pytest.raises(WorkspaceError, match="cannot be read"):
        add_correction(path, correction())


def test_no_file_is_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / CORRECTIONS).empty


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"themes": "luck"}, "unknown"), ({"polarity": ""}, "polarity"), ({"polarity": "good"}, "polarity")],
)
def test_unknown_codes_are_refused_and_nothing_is_written(
    path: Path, changed: dict[str, str], said: str
) -> None:
    with pytest.raises(WorkspaceError, match=said):
        add_correction(path, correction(**changed))
    assert not path.exists()


def test_passages_not_coded_yet_are_left_out_and_a_missing_column_is_told(sample: Path) -> None:
    assert read_codes(sample)["text"].tolist() == ["y"]
    sample.write_text("document,text\na,x\n", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="column"):
        read_codes(sample)


def test_a_passage_of_a_sample_is_filled_in_and_emptied_again(sample: Path) -> None:
    fill_in(sample, 0, "flexibility", "unclear", "me")
    assert read_codes(sample)["themes"].tolist() == ["flexibility", "none"]
    fill_in(sample, 0, "", "", "")
    assert sample.read_text(encoding="utf-8") == SAMPLE
    with pytest.raises(WorkspaceError, match="row 2"):
        fill_in(sample, 0, "flexibility", "", "me")
