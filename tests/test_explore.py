"""Controls choose arguments, and show the code that gives the same exhibit."""

from html import unescape
from re import sub

import pytest

import alliance_analytics as aa
from alliance_analytics.explore import OPENING, Explorer, views
from alliance_analytics.publish.exhibit import exhibit_text


@pytest.fixture(scope="module")
def opened(workspace):
    return aa.explorer(workspace)


@pytest.fixture
def explorer(opened):
    """An explorer as it opens; what it measured once stays measured."""
    opened.view.value = OPENING
    for control, value in ((opened.alliance, "canal"), (opened.wave, "2025"), (opened.language, "en")):
        control.value = value
    return opened


@pytest.fixture(scope="module")
def mixed(tmp_path_factory, write_alliance):
    """A workspace of an alliance that cannot be read and one that can, with waves of the same name."""
    root = tmp_path_factory.mktemp("mixed")
    for name in ("broken", "sound"):
        write_alliance(root / name, {"Quay": {"tactical": (9, 6)}})
    (root / "broken" / "2025" / "answers.csv").write_text("")
    return root


def executed(code, workspace):
    """Return what the last line of a cell with this code gives."""
    opening, view = code.splitlines()
    names = {"aa": aa, "workspace": workspace}
    exec(opening, names)
    return eval(view, names)


def code_shown(explorer):
    return unescape(sub(r"</?pre>", "", explorer.code.value))


def test_the_first_alliance_opens_in_its_newest_wave(workspace):
    explorer = aa.explorer(workspace)
    assert explorer.alliance.options == ("canal", "ferry")
    assert explorer.wave.options == ("2025", "2024", "2023")
    assert (explorer.alliance.value, explorer.wave.value, explorer.language.value) == ("canal", "2025", "en")


def test_a_folder_may_be_given_as_text_or_as_a_path(world):
    assert aa.explorer(world).alliance.options == aa.explorer(str(world)).alliance.options


@pytest.mark.parametrize("view", ["Main points", "Evidence of the stage", "What is hidden"])
def test_the_code_shown_gives_the_same_exhibit(explorer, workspace, view):
    explorer.alliance.value, explorer.view.value = "ferry", view
    assert executed(explorer.written(), workspace) == explorer.exhibit()


def test_every_view_is_written_as_code_that_calls_the_same_function(workspace):
    for title, choice in views(aa.study(workspace)).items():
        name = choice.code.split("(")[0].removeprefix("aa.")
        called = getattr(choice.view, "func", choice.view)
        assert getattr(aa, name) is called, title


def test_a_choice_changes_what_is_shown_and_its_code(explorer):
    explorer.view.value = "Change: dimensions"
    assert explorer.exhibit().anchor == "changes-dimension"
    assert code_shown(explorer) == explorer.written()
    assert code_shown(explorer).endswith("aa.changes(study, 'dimension')")


def test_another_wave_is_another_study(explorer):
    explorer.view.value = "Change: pillars"
    explorer.wave.value = "2024"
    assert "since wave 2023" in explorer.exhibit().headline
    assert "'2024'" in code_shown(explorer)


def test_another_language_keeps_the_view(explorer):
    explorer.alliance.value, explorer.view.value = "ferry", "What is hidden"
    explorer.language.value = "nl"
    assert explorer.view.value == "What is hidden"
    assert "verborgen" in explorer.exhibit().headline


def test_another_alliance_brings_its_own_waves_and_views(explorer):
    explorer.view.value = "Evidence of the stage"
    explorer.alliance.value = "ferry"
    assert explorer.wave.options == ("2025",)
    assert "Answers: price" in explorer.view.options
    assert not [title for title in explorer.view.options if "themes" in title and ":" in title]
    assert explorer.view.value == "Evidence of the stage"


def test_a_view_that_the_other_alliance_lacks_gives_way_to_the_first(explorer):
    explorer.view.value = "Change: themes"
    explorer.alliance.value = "ferry"
    assert explorer.view.value == OPENING


def test_an_alliance_with_a_wave_of_the_same_name_is_shown_at_once(mixed):
    explorer = aa.explorer(mixed)
    explorer.alliance.value = "sound"
    assert explorer.wave.value == "2025"
    assert "'sound'" in code_shown(explorer)
    assert "sound" in exhibit_text(explorer.exhibit())


def test_what_cannot_be_read_is_told_with_what_to_do(mixed, capsys):
    explorer = aa.explorer(mixed)
    explorer.language.value = "nl"
    assert explorer.alliance.value == "broken"
    assert "What to do" in capsys.readouterr().out


def test_an_alliance_without_a_wave_can_be_chosen(tmp_path):
    (tmp_path / "alliance.yml").touch()
    assert aa.explorer(tmp_path).view.options == (OPENING,)


def test_a_study_is_measured_once_however_often_somebody_comes_back(explorer, monkeypatch):
    first = explorer.exhibit()
    monkeypatch.setattr("alliance_analytics.explore.study", None)
    explorer.view.value = "What is hidden"
    explorer.view.value = OPENING
    assert explorer.exhibit() == first


def test_there_is_nothing_to_show_and_that_is_said(explorer, capsys):
    explorer.view.value = "Change: pillars"
    explorer.wave.value = "2023"
    assert explorer.exhibit() is None
    assert "nothing to show here" in capsys.readouterr().out


def test_the_controls_are_shown_as_the_last_line_of_a_cell(explorer, capsys):
    explorer._ipython_display_()
    assert "Alliance" in capsys.readouterr().out


def test_the_text_of_an_explorer_holds_no_study(workspace):
    assert "Study" not in repr(Explorer(workspace))
