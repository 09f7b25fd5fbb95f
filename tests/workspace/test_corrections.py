"""Files of codes that people gave."""

from pathlib import Path

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace.corrections import FILE, add_correction, read_codes, read_corrections


def correction(**changed: str) -> dict[str, str]:
    usual = {"document": "a.md", "paragraph": "1", "text": "We trust them.", "by": "me"}
    return usual | {"themes": "trust_loyalty", "polarity": "enabler"} | changed


def test_what_was_added_is_read_and_the_last_word_counts(tmp_path: Path) -> None:
    path = tmp_path / "new" / FILE
    add_correction(path, correction())
    add_correction(path, correction(themes="none", polarity=""))
    found = read_corrections(path)
    assert found[["document", "themes"]].to_numpy().tolist() == [["a.md", "none"]]


def test_no_file_is_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / FILE).empty


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"themes": "luck"}, "unknown"), ({"polarity": ""}, "polarity"), ({"polarity": "good"}, "polarity")],
)
def test_unknown_codes_are_refused(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    with pytest.raises(WorkspaceError, match=said):
        add_correction(tmp_path / FILE, correction(**changed))


def test_passages_not_coded_yet_are_left_out_and_a_missing_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sample.csv"
    path.write_text("document,paragraph,text,themes,polarity\na,1,x,,\na,2,y,none,\n", encoding="utf-8")
    assert read_codes(path)["text"].tolist() == ["y"]
    path.write_text("document,text\na,x\n", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="column"):
        read_codes(path)
