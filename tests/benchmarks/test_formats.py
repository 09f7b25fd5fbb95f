"""A folder of exports is held against its list."""

import pytest

from benchmarks.formats import expected_in, main

EXPORT = "Timestamp,We meet\n2024/05/01 10:00:00,Agree\n2024/05/02 10:00:00,Disagree\n"
HEAD = "local_path\tplatform_id\trecords\tpeople\tlikert_items\tscale_labels\n"


@pytest.fixture
def folder(tmp_path):
    """Two files, of which the list counts one, and a line that is no export."""
    (tmp_path / "a.csv").write_text(EXPORT, encoding="utf-8")
    (tmp_path / "SOURCES.tsv").write_text(
        f"{HEAD}a.csv\tgoogle-forms\t2\t2\t1\t\nb.csv\t\t\t\t\t\n", encoding="utf-8"
    )
    return tmp_path


def test_a_folder_as_expected_passes(folder, capsys):
    assert [each.file for each in expected_in(folder)] == ["a.csv"]
    assert main(folder) == 0
    assert "1 of 1 files as expected" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a.csv\tgoogle-forms\t3\t2\t\t\n", "2, not 3"),
        ("a.csv\tqualtrics\t2\t2\t\t\n", "google-forms, not qualtrics"),
        ("c.csv\tqualtrics\t2\t2\t\t\n", "no such file"),
    ],
)
def test_a_difference_fails_and_is_named(line, told, folder, capsys):
    (folder / "SOURCES.tsv").write_text(HEAD + line, encoding="utf-8")
    assert main(folder) == 1
    assert told in capsys.readouterr().out
