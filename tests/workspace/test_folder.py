"""An opened workspace gives frames by alliance and wave."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.errors import (
    AllianceError,
    DisclosureError,
    ExportError,
    ModelError,
    ParameterError,
    WorkspaceError,
)
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.workspace import open_workspace

ITEMS = [item.id for item in default_instrument().scored]
PAIR = {"Quay": {"tactical": (4, 3)}, "Crossing": {"operational": (4, 2)}}


@pytest.fixture
def quay(tmp_path, write_alliance):
    """The folder of a small alliance of one wave."""
    return write_alliance(tmp_path / "quay", PAIR)


def test_alliances_and_waves_are_known_by_name(workspace):
    assert workspace.alliances == ("canal", "ferry")
    assert workspace.waves("canal") == ("2023", "2024", "2025")
    assert workspace.newest("canal") == "2025"


def test_a_workspace_shows_names_and_neither_a_path_nor_a_key(workspace, world):
    assert repr(workspace) == "Workspace\n  canal: 2023, 2024, 2025\n  ferry: 2025"
    assert workspace.name == world.name


def test_the_folder_of_one_alliance_opens_as_a_workspace_of_one(world):
    alone = open_workspace(world / "canal")
    assert alone.alliances == ("canal",)
    assert alone.newest("canal") == "2025"


def test_a_workspace_may_lie_in_somebodys_home(world, monkeypatch):
    monkeypatch.setenv("HOME", str(world.parent))
    assert open_workspace(f"~/{world.name}").alliances == ("canal", "ferry")


def test_a_folder_that_is_no_workspace_is_refused(tmp_path):
    with pytest.raises(WorkspaceError, match="no alliance"):
        open_workspace(tmp_path)


def test_responses_are_one_row_a_respondent(workspace):
    responses = workspace.responses("canal", "2025")
    assert list(responses.columns) == ["alliance", "wave", "person", "partner", "level", *ITEMS]
    assert len(responses) == 30


def test_responses_are_the_answers_as_given(workspace, canal):
    for wave, table in canal.items():
        pd.testing.assert_frame_equal(workspace.responses("canal", wave)[ITEMS], table[ITEMS])


def test_responses_of_all_alliances_stand_in_one_frame(workspace):
    counts = workspace.responses().groupby(["alliance", "wave"]).size()
    assert counts.to_dict() == {
        ("canal", "2023"): 30,
        ("canal", "2024"): 30,
        ("canal", "2025"): 30,
        ("ferry", "2025"): 26,
    }


def test_a_wave_may_be_asked_for_over_all_alliances(workspace):
    assert set(workspace.responses(wave="2024")["alliance"]) == {"canal"}


def test_no_mail_address_is_in_any_frame(workspace):
    survey = workspace.survey("canal", "2025")
    frames = (survey.responses, survey.comments, survey.log)
    assert not any("@" in str(cell) for frame in frames for cell in frame.to_numpy().ravel())


def test_a_person_has_the_same_hash_in_every_wave_that_asks_for_mail(workspace):
    earlier, now = (set(workspace.responses("canal", wave)["person"]) for wave in ("2024", "2025"))
    assert earlier == now
    assert len(now) == 30


def test_nobody_is_linked_where_the_form_asks_for_no_mail(workspace):
    assert workspace.responses("canal", "2023")["person"].isna().all()


def test_another_key_makes_other_hashes(world, workspace, monkeypatch):
    monkeypatch.setenv("ALLIANCE_LINK_KEY", "another one")
    other = open_workspace(world / "canal").responses("canal", "2025")
    assert not set(other["person"]) & set(workspace.responses("canal", "2025")["person"])


def test_files_are_read_once(workspace):
    assert workspace.survey("canal", "2025") is workspace.survey("canal", "2025")


def test_who_was_invited_is_said_by_settings_or_table(workspace):
    canal, ferry = workspace.invited("canal", "2025"), workspace.invited("ferry", "2025")
    assert list(canal.columns) == ["alliance", "wave", "partner", "level", "invited"]
    assert canal.groupby("partner")["invited"].sum().to_dict() == {
        "Harbour Office": 16,
        "Northern Locks": 20,
        "Tide Lab": 11,
    }
    assert ferry["invited"].sum() == 29


def test_a_table_of_the_alliance_without_the_wave_leaves_the_settings_of_the_wave(quay):
    (quay / "invited.csv").write_text("wave,partner,level,invited\n1999,Quay,tactical,90\n")
    assert open_workspace(quay).invited("quay", "2025")["invited"].sum() == 8


def test_reports_are_passages(workspace):
    passages = workspace.documents("canal", "2025").passages
    assert set(passages["document"]) == {"annual-report.md", "minutes.txt"}
    assert workspace.documents("canal", "2024").passages.empty


def test_files_of_a_wave_are_its_export_and_its_reports(workspace):
    names = [path.name for path in workspace.files("canal", "2025")]
    assert names == ["annual survey.csv", "annual-report.md", "minutes.txt"]


def test_an_alliance_has_its_own_instrument_or_the_usual_one(workspace):
    assert workspace.instrument("ferry").points == 7
    assert workspace.instrument("canal") is default_instrument()


def test_a_file_of_the_model_is_looked_for_in_the_alliance_and_then_in_the_workspace(tmp_path):
    root = tmp_path / "root"
    (root / "quay").mkdir(parents=True)
    (root / "quay" / "alliance.yml").touch()
    assert open_workspace(root).own_file("quay", "stages.yml") is None
    (root / "stages.yml").touch()
    assert open_workspace(root).own_file("quay", "stages.yml") == root / "stages.yml"


def test_a_title_is_what_readers_call_the_alliance(workspace):
    assert workspace.title("canal", "nl") == "Kanaalalliantie"
    assert workspace.title("ferry", "nl") == "ferry"


def test_waves_stand_in_the_order_of_their_dates(quay):
    for wave, date in {"spring": "2026-03-01", "autumn": "2026-10-01"}.items():
        (quay / wave).mkdir()
        (quay / wave / "wave.yml").write_text(f"date: {date}\n")
    assert open_workspace(quay).waves("quay") == ("2025", "spring", "autumn")


def test_a_wave_with_broken_settings_leaves_the_others(quay):
    (quay / "2024").mkdir()
    (quay / "2024" / "wave.yml").write_text("datum: 2024-01-01\n")
    opened = open_workspace(quay)
    assert opened.waves("quay") == ("2024", "2025")
    assert len(opened.responses("quay", "2025")) == 5
    with pytest.raises(ModelError, match=r"wave\.yml"):
        opened.wave_settings("quay", "2024")


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda opened: opened.waves("canel"), "'canal'"),
        (lambda opened: opened.survey("canal", "2052"), "'2025'"),
        (lambda opened: opened.responses("canal", "2052"), "'2025'"),
        (lambda opened: opened.responses(wave="1999"), "There is no such wave"),
        (lambda opened: opened.responses("canel"), "'canal'"),
    ],
)
def test_a_name_that_is_not_there_is_refused_with_the_nearest(workspace, ask, said):
    with pytest.raises(WorkspaceError, match=said):
        ask(workspace)


def test_an_alliance_without_a_wave_says_what_to_do(tmp_path):
    (tmp_path / "alliance.yml").touch()
    with pytest.raises(WorkspaceError, match="Make a folder for the wave"):
        open_workspace(tmp_path).newest(tmp_path.name)


def test_a_wave_without_a_survey_says_what_would_be_one(quay):
    (quay / "2025" / "answers.csv").rename(quay / "2025" / "answers.pdf")
    with pytest.raises(WorkspaceError, match=r"\.xlsx") as refusal:
        open_workspace(quay).survey("quay", "2025")
    assert refusal.value.where == "quay/2025"
    assert refusal.value.found == "answers.pdf, wave.yml"


def test_a_file_that_the_settings_name_and_that_is_not_there_is_named(quay):
    (quay / "2025" / "wave.yml").write_text("file: other.csv\n")
    with pytest.raises(WorkspaceError, match=r"other\.csv"):
        open_workspace(quay).survey("quay", "2025")


def test_an_export_that_cannot_be_read_says_so_without_a_path(quay):
    (quay / "2025" / "answers.csv").write_text("Colour,Size\nred,3\n")
    with pytest.raises(AllianceError) as refusal:
        open_workspace(quay).survey("quay", "2025")
    assert str(quay) not in str(refusal.value)


def test_the_release_rule_may_be_raised_for_a_wave_and_never_lowered(quay):
    (quay / "2025" / "wave.yml").write_text("release_rule: {score_minimum: 8}\n")
    assert open_workspace(quay).rule("quay", "2025").score_minimum == 8
    (quay / "2025" / "wave.yml").write_text("release_rule: {score_minimum: 2}\n")
    with pytest.raises(DisclosureError):
        open_workspace(quay).rule("quay", "2025")


def test_the_package_opens_a_workspace_by_its_public_name(world):
    assert aa.open_workspace(str(world)).alliances == ("canal", "ferry")


def test_modules_that_were_not_asked_leave_their_statements_out(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    asked = open_workspace(folder).instrument("quay")
    (folder / "alliance.yml").write_text("modules_left_out: [themes]\n", encoding="utf-8")
    left = open_workspace(folder).instrument("quay")
    assert {item.module for item in asked.items} - {item.module for item in left.items} == {"themes"}
    assert left.scales("pillar") == asked.scales("pillar")


def test_a_misspelt_module_is_refused_with_the_nearest(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    (folder / "alliance.yml").write_text("modules_left_out: [theme]\n", encoding="utf-8")
    with pytest.raises(ParameterError, match="themes"):
        open_workspace(folder).instrument("quay")


def test_a_data_dictionary_explains_the_export_beside_it_and_may_be_named(tmp_path):
    wave = tmp_path / "quay" / "2025"
    wave.mkdir(parents=True)
    rows = [f"{number},{4 - number % 2},2" for number in range(1, 13)]
    (wave / "data.csv").write_text("\n".join([f"record_id,{ITEMS[0].lower()},survey_complete", *rows]))
    fields = [
        'Variable / Field Name,Form Name,Field Type,Field Label,"Choices, Calculations, OR Slider Labels"',
        "record_id,survey,text,Record ID,",
        f'{ITEMS[0].lower()},survey,radio,,"3, Strongly agree | 4, Disagree"',
    ]
    (wave / "first.csv").write_text("\n".join(fields))
    survey = open_workspace(tmp_path).survey("quay", "2025")
    assert survey.platform == "redcap"
    assert survey.responses[ITEMS[0]].tolist() == [5.0, 2.0] * 6
    assert [path.name for path in open_workspace(tmp_path).files("quay", "2025")] == ["data.csv", "first.csv"]
    (wave / "second.csv").write_text("\n".join(fields).replace("3, Strongly agree", "3, Agree"))
    with pytest.raises(ExportError, match="Several data dictionaries"):
        open_workspace(tmp_path).survey("quay", "2025")
    (wave / "wave.yml").write_text("dictionary: second.csv\n")
    assert open_workspace(tmp_path).survey("quay", "2025").responses[ITEMS[0]].max() == 4.0


def test_without_a_key_everyone_counts_once_in_a_wave_and_nobody_is_linked_over_waves(world, monkeypatch):
    monkeypatch.delenv("ALLIANCE_LINK_KEY", raising=False)
    opened = open_workspace(world / "canal")
    assert not opened.key.lasting
    earlier, now = (set(opened.responses("canal", wave)["person"]) for wave in ("2024", "2025"))
    assert len(earlier) == len(now) == 30
    assert not earlier & now
