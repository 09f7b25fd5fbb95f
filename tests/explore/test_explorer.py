"""Controls choose arguments, show the code that gives the same exhibit, and keep nothing that is hidden."""

import json
from dataclasses import replace
from html import unescape
from re import sub

import ipywidgets
import pytest

import alliance_analytics as aa
from alliance_analytics.errors import DisclosureError, ParameterError
from alliance_analytics.explore.controls import CHOOSING, SAVING, WAITING
from alliance_analytics.publish.audit.scanning import Known, scanned
from alliance_analytics.review.auditing.knowing import known_in


@pytest.fixture(scope="module")
def opened(workspace, tmp_path_factory):
    return aa.explorer(workspace, out=tmp_path_factory.mktemp("saved"))


@pytest.fixture
def explorer(opened):
    """An explorer as it opens; what it measured and drew once stays."""
    opened.controls.view.value = "hidden"
    opened.report.clear()
    start = {"alliance": "canal", "language": "en", "wave": "2025", "compared": "", "second": ""}
    for name, value in start.items():
        getattr(opened.controls, name).value = value
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
    return unescape(sub(r"</?pre>", "", explorer.code.value.partition("</p>")[2]))


def looks(explorer):
    return [(study.wave, view.name) for study, view in explorer._looks()]


def test_the_first_alliance_opens_in_its_newest_wave_with_the_web(workspace):
    controls = aa.explorer(workspace).controls
    chosen = [getattr(controls, name).value for name in ("alliance", "wave", "view", "scale", "language")]
    assert chosen == ["canal", "2025", "spider", "pillar", "en"]


@pytest.mark.parametrize("view", ["main_points", "evidence", "hidden"])
def test_the_code_shown_gives_the_same_exhibit(explorer, workspace, view):
    explorer.controls.alliance.value, explorer.controls.view.value = "ferry", view
    assert executed(explorer.written(), workspace) == explorer.exhibit()
    assert code_shown(explorer) == explorer.written()


def test_scale_and_groups_are_arguments(explorer):
    explorer.controls.scale.value, explorer.controls.group.value = "dimension", "level"
    explorer.controls.view.value = "gaps"
    assert explorer.exhibit().anchor == "levels-dimension"
    assert explorer.written().endswith("aa.levels(study, 'dimension')")


def test_what_the_views_do_not_listen_to_cannot_be_chosen(explorer):
    controls = explorer.controls
    assert (controls.scale.disabled, controls.dimension.disabled) == (True, True)
    controls.second.value = "answers"
    assert (controls.scale.disabled, controls.dimension.disabled) == (True, False)


def test_another_wave_and_another_view_stand_beside_the_first(explorer):
    explorer.controls.compared.value, explorer.controls.second.value = "2024", "data_quality"
    assert looks(explorer) == [("2025", "hidden"), ("2024", "hidden"), ("2025", "data_quality")]


def test_nothing_stands_twice(explorer):
    explorer.controls.compared.value, explorer.controls.second.value = "2025", "hidden"
    assert looks(explorer) == [("2025", "hidden")]


def test_another_language_renames_the_controls_and_keeps_what_was_chosen(explorer):
    explorer.controls.wave.value = "2024"
    explorer.controls.language.value = "nl"
    assert explorer.controls.wave.description == "Meting"
    assert (explorer.controls.wave.value, explorer.controls.view.value) == ("2024", "hidden")
    assert "verborgen" in explorer.exhibit().headline


def test_another_alliance_brings_its_own_waves_scales_and_dimensions(explorer):
    explorer.controls.alliance.value = "ferry"
    controls = explorer.controls
    assert [value for _, value in controls.wave.options] == ["2025"]
    assert [value for _, value in controls.scale.options] == ["pillar", "dimension"]
    assert [value for _, value in controls.dimension.options] == ["service", "price"]


def test_choosing_an_alliance_draws_once(explorer, monkeypatch):
    drawn = []
    monkeypatch.setattr(type(explorer), "_show", lambda self: drawn.append(1))
    explorer.controls.alliance.value = "ferry"
    assert drawn == [1]


def test_what_cannot_be_read_is_told_with_what_to_do(mixed):
    explorer = aa.explorer(mixed)
    explorer.controls.view.value = "hidden"
    assert "What to do" in explorer.told.value
    explorer.controls.alliance.value = "sound"
    assert explorer.exhibit().anchor == "hidden"
    assert "'sound'" in code_shown(explorer)


def test_while_the_next_view_is_measured_the_last_one_looks_like_the_last_one(explorer, monkeypatch):
    seen = []
    monkeypatch.setattr(
        type(explorer), "_looks", lambda self: seen.append(self.pictures[0]._dom_classes) or []
    )
    explorer.controls.view.value = "data_quality"
    assert (seen, explorer.pictures[0]._dom_classes) == ([(WAITING,)], ())


def test_a_view_is_drawn_once_however_often_somebody_comes_back(explorer):
    first = explorer.exhibit()
    explorer.controls.view.value = "data_quality"
    explorer.controls.view.value = "hidden"
    assert explorer.exhibit() is first


def test_a_screen_has_the_same_without_the_drawing_for_phones(explorer):
    explorer.controls.view.value = "response"
    seen, leaving = explorer.look(), explorer.exhibit()
    assert (seen.svg_narrow, replace(leaving, svg_narrow="")) == ("", seen)
    assert leaving.svg_narrow


def test_there_is_nothing_to_show_and_that_is_said(explorer):
    explorer.controls.view.value = "changes"
    explorer.controls.wave.value = "2023"
    assert explorer.exhibit() is None
    assert "nothing to show here" in explorer.pictures[0].value
    with pytest.raises(ParameterError, match="nothing to show"):
        explorer.save_table()


def test_what_is_saved_is_told_by_name(explorer):
    explorer.controls.table.click()
    assert "canal-2025-hidden.csv" in explorer.told.value
    assert (explorer.out / "canal-2025-hidden.csv").exists()


def test_a_button_that_cannot_do_it_says_why(explorer):
    explorer.controls.picture.click()
    assert "has no picture" in explorer.told.value
    explorer.controls.report.click()
    assert "The report is empty" in explorer.told.value


def test_a_report_holds_each_view_once(explorer):
    assert explorer.add_to_report() == 1
    explorer.controls.add.click()
    assert "holds 1" in explorer.told.value
    assert "hidden" in explorer.save_report().read_text(encoding="utf-8")


def test_a_report_is_about_one_wave(explorer):
    explorer.add_to_report()
    explorer.controls.wave.value = "2024"
    with pytest.raises(ParameterError, match="one alliance in one wave"):
        explorer.add_to_report()


def test_every_control_has_a_name_in_words_and_can_be_reached(explorer, capsys):
    explorer._ipython_display_()
    assert "VBox" in capsys.readouterr().out
    for name in (*CHOOSING, *SAVING):
        assert getattr(explorer.controls, name).description, name
        assert getattr(explorer.controls, name).tabbable is not False, name
    assert 'role="status"' in explorer.told.value


def test_without_buttons_nothing_can_be_saved_by_hand(workspace, monkeypatch):
    shown = []
    monkeypatch.setattr("alliance_analytics.explore.explorer.display", shown.append)
    aa.explorer(workspace, read_only=True)._ipython_display_()
    held = [type(each).__name__ for each in shown[0].children]
    assert held == ["HTML", "HBox", "HTML", "HBox"]  # the first says how the focus looks


def widgets():
    return ipywidgets.Widget.get_manager_state()["state"]


def test_the_state_of_the_widgets_holds_nothing_that_the_gate_hides(workspace, tmp_path):
    of_others = widgets()
    explorer = aa.explorer(workspace, out=tmp_path)
    for view in ("gaps", "response", "left_out"):
        explorer.controls.view.value = view
    own = {name: held for name, held in widgets().items() if name not in of_others}
    told = json.dumps(own, default=str)
    for name in widgets():  # drawn by chance, so that some look like a bank account: the audit knows them too
        told = told.replace(name, "widget")
    state = told.encode()
    assert b"Northern Locks" in state or b"canal" in state
    assert scanned("state.json", state, known_in(workspace)[0]) == ()
    assert scanned("state.json", b'"a.b@example.org"', Known()) != ()


def test_a_look_before_the_plan_needs_consent(workspace):
    with pytest.raises(DisclosureError, match="trusted: true"):
        aa.explorer(workspace, trusted=True)


def test_the_text_of_an_explorer_holds_no_study(opened):
    assert "Study" not in repr(opened)
