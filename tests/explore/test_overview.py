"""The state of a workspace: its waves, who answered where that may be told, and what to mend."""

import pytest

import alliance_analytics as aa
from alliance_analytics.publish.exhibit import exhibit_text
from alliance_analytics.workspace.own_data import start_with


@pytest.fixture(scope="module")
def shown(workspace):
    return aa.overview(workspace)


def test_every_wave_is_a_row(shown):
    assert shown.headline == "2 alliances, 4 waves"
    assert [row[:3] for row in shown.table.rows] == [
        ("Canal alliance", "2023", "2023-05-05"),
        ("Canal alliance", "2024", "2024-05-05"),
        ("Canal alliance", "2025", "2025-05-05"),
        ("ferry", "2025", "2025-06-01"),
    ]


def test_response_is_that_of_the_released_study(shown, workspace):
    told = aa.study(workspace, "canal", "2025").answered
    cells = shown.table.rows[2][3:5]
    assert cells == (
        ("not told",) * 2 if told is None else (f"{told['answered']:.0f}", f"{told['invited']:.0f}")
    )


def test_a_response_that_may_not_be_told_is_not(tmp_path, write_alliance):
    write_alliance(tmp_path / "all", {"Quay": {"tactical": (9, 9)}, "Dam": {"tactical": (9, 8)}})
    assert aa.study(tmp_path, "all").answered is None
    assert aa.overview(tmp_path).table.rows[0][3:5] == ("not told", "not told")


def test_where_nobody_said_who_was_invited_those_who_answered_are_counted(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "all" / "ours", {"Quay": {"tactical": (9, 9)}})
    start_with(folder / "2025" / "answers.csv", tmp_path / "new")
    assert aa.overview(tmp_path / "new").table.rows[0][3:5] == ("9", "not known")


def test_it_speaks_the_language_asked_for(workspace):
    assert aa.overview(workspace, "nl").headline == "2 allianties, 4 metingen"


def test_one_is_told_as_one(tmp_path, write_alliance):
    write_alliance(tmp_path / "sound", {"Quay": {"tactical": (19, 12)}})
    assert [aa.overview(tmp_path, spoken).headline for spoken in ("en", "nl")] == [
        "1 alliance, 1 wave",
        "1 alliantie, 1 meting",
    ]


def test_what_must_be_mended_is_told_and_the_others_go_on(tmp_path, write_alliance):
    for name in ("broken", "sound"):
        write_alliance(tmp_path / name, {"Quay": {"tactical": (19, 12)}})
    (tmp_path / "broken" / "2025" / "answers.csv").write_text("")
    shown = aa.overview(tmp_path)
    assert shown.table.rows[0][2:5] == ("cannot be read",) * 3
    assert shown.table.rows[1][0] == "sound"
    assert "broken/2025" in exhibit_text(shown)


def test_nothing_to_mend_is_said(shown):
    assert shown.points == ("Everything can be read.",)
