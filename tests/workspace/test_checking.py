"""The check reads everything, writes nothing, and asks for what must be mended."""

import datetime

import pytest

from alliance_analytics.model.loading import packaged
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.checking import COLUMNS, check_workspace, must_be_mended
from alliance_analytics.workspace.keys import write_link_key

GROUPS = {"Quay": {"tactical": (9, 6)}}


@pytest.fixture
def quay(tmp_path, write_alliance):
    return write_alliance(tmp_path / "quay", GROUPS)


def check(folder):
    return check_workspace(open_workspace(folder))


def said(findings, state, about):
    """Return the sentences of one state about one thing."""
    chosen = findings[(findings["state"] == state) & (findings["about"] == about)]
    return " | ".join(chosen["finding"])


def test_a_sound_workspace_needs_no_mending(workspace):
    findings = check_workspace(workspace)
    assert tuple(findings.columns) == COLUMNS
    assert set(findings["state"]) == {"ok", "note"}
    assert not must_be_mended(findings)


def test_what_was_understood_is_counted(workspace):
    findings = check_workspace(workspace)
    assert "google-forms: 30 records, 30 kept" in said(findings, "ok", "survey")
    assert "47 people in 3 partners" in said(findings, "ok", "invited")
    assert "2 documents, 3 passages" in said(findings, "ok", "reports")
    assert "ferry_survey, 12 statements and outcomes" in said(findings, "ok", "instrument")


def test_dirt_that_a_rule_handles_is_a_note(quay):
    export = quay / "2025" / "answers.csv"
    rows = export.read_text().splitlines()
    export.write_text("\n".join([*rows, rows[1].replace("Agree", "agree ")]))
    findings = check(quay)
    assert "left out: 1 duplicate" in said(findings, "ok", "survey")
    assert not must_be_mended(findings)


def test_a_check_holds_neither_an_address_nor_a_path(quay):
    text = check(quay).to_csv()
    assert "@" not in text
    assert str(quay.parent) not in text


def test_a_check_writes_nothing(quay):
    before = sorted(quay.rglob("*"))
    check(quay)
    assert sorted(quay.rglob("*")) == before


def test_a_workspace_without_a_key_is_told_what_that_means(quay, workspace):
    assert "nobody is linked over the waves" in said(check(quay), "note", "key")
    assert not said(check_workspace(workspace), "note", "key")


def test_nobody_said_how_many_were_invited(quay):
    (quay / "2025" / "wave.yml").write_text("date: 2025-05-05\n")
    assert "no response rate" in said(check(quay), "note", "invited")


def test_a_later_drawing_is_left_alone_and_told(quay):
    (quay / "2025" / "late").mkdir()
    (quay / "2025" / "late" / "answers.csv").touch()
    assert "later drawing" in said(check(quay), "note", "late")


def test_a_folder_that_is_no_wave_is_told(quay):
    (quay / "2026").mkdir()
    assert said(check(quay), "note", "waves").startswith("2026: ")


def test_a_report_that_cannot_be_read_is_a_note(quay):
    (quay / "2025" / "reports").mkdir()
    (quay / "2025" / "reports" / "half.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    findings = check(quay)
    assert "half.pdf" in said(findings, "note", "reports")
    assert not must_be_mended(findings)


def add_wave_without_survey(quay):
    (quay / "2026" / "reports").mkdir(parents=True)


def leave_an_empty_export(quay):
    (quay / "2025" / "answers.csv").write_text("")


def export_another_survey(quay):
    (quay / "2025" / "answers.csv").write_text("Colour,Size\nred,3\n")


def invite_fewer_than_answered(quay):
    (quay / "2025" / "invited.csv").write_text("partner,level,invited\nQuay,tactical,4\n")


def lower_the_rule(quay):
    (quay / "2025" / "wave.yml").write_text("release_rule: {score_minimum: 2}\n")


def break_the_wave(quay):
    (quay / "2025" / "wave.yml").write_text("datum: 2025-01-01\n")


def break_the_alliance(quay):
    (quay / "alliance.yml").write_text("titel: Quay\n")


def break_the_instrument(quay):
    (quay / "instrument.csv").write_text("id,kind\nS1,statement\n")


def break_the_stages(quay):
    (quay / "stages.yml").write_text("stages: []\n")


@pytest.mark.parametrize(
    ("harm", "about"),
    [
        (add_wave_without_survey, "survey"),
        (leave_an_empty_export, "survey"),
        (export_another_survey, "survey"),
        (invite_fewer_than_answered, "invited"),
        (lower_the_rule, "wave"),
        (break_the_wave, "wave"),
        (break_the_alliance, "alliance"),
        (break_the_instrument, "instrument"),
        (break_the_stages, "alliance"),
    ],
)
def test_what_would_stop_a_review_must_be_mended(quay, harm, about):
    harm(quay)
    findings = check(quay)
    assert must_be_mended(findings)
    mend = findings[findings["state"] == "mend"]
    assert about in set(mend["about"])
    assert (mend["remedy"] != "").all()


def test_one_broken_file_is_told_once_a_wave(quay):
    break_the_wave(quay)
    findings = check(quay)
    assert (findings["state"] == "mend").sum() == 1


def test_a_broken_alliance_leaves_the_others(world, tmp_path, write_alliance):
    write_alliance(tmp_path / "broken", GROUPS)
    write_alliance(tmp_path / "sound", GROUPS)
    leave_an_empty_export(tmp_path / "broken")
    findings = check(tmp_path).set_index("alliance")
    assert "mend" in set(findings.loc["broken", "state"])
    assert "mend" not in set(findings.loc["sound", "state"])


def test_an_alliance_without_a_wave_must_be_mended(tmp_path):
    (tmp_path / "alliance.yml").write_text("title: Empty\n")
    assert said(check(tmp_path), "mend", "waves") == "No wave was found."


def test_one_respondent_in_all_is_read_and_noted(tmp_path, write_alliance):
    findings = check(write_alliance(tmp_path / "solo", {"Quay": {"tactical": (3, 1)}}))
    assert "one_respondent" in said(findings, "note", "survey")
    assert not must_be_mended(findings)


def test_what_a_wave_asks_otherwise_is_counted(tmp_path, write_alliance, canal):
    tables = {wave: canal["2025"].assign(partner="Quay", level="tactical") for wave in ("2024", "2025")}
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (40, 30)}}, tables)
    (folder / "2025" / "instrument.csv").write_text(
        "id,kind,wording_en,dimension\nP1a,statement,In other words.,x\nP1b,statement,In words of ours.,x\n"
    )
    findings = check(folder)
    assert "Asks otherwise than 2024: 2 statements reworded, 0 added" in said(findings, "note", "instrument")
    assert not must_be_mended(findings)


def test_a_crosswalk_that_names_what_is_not_there_must_be_mended(tmp_path, write_alliance, canal):
    tables = {wave: canal["2025"].assign(partner="Quay", level="tactical") for wave in ("2024", "2025")}
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (40, 30)}}, tables)
    (folder / "2025" / "instrument.csv").write_text(
        "id,kind,wording_en,dimension\nP1a,statement,In other words.,x\nP1b,statement,In words of ours.,x\n"
    )
    (folder / "2025" / "crosswalk.csv").write_text("old,new\nP9z,P1a\n")
    assert "names an item that is not there" in said(check(folder), "mend", "instrument")


def test_answers_that_were_kept_too_long_must_be_deleted(quay):
    (quay / "2025" / "wave.yml").write_text("retain_until: 2026-01-31\n")
    late = check_workspace(open_workspace(quay), datetime.date(2026, 2, 1))
    assert "were to be kept until 2026-01-31" in said(late, "mend", "retention")
    assert late.loc[late["about"] == "retention", "remedy"].item().startswith("Delete answers.csv")
    in_time = check_workspace(open_workspace(quay), datetime.date(2026, 1, 31))
    assert not said(in_time, "mend", "retention")


def test_a_key_that_others_can_read_is_told(quay):
    key = write_link_key(quay)
    assert not said(check(quay), "note", "key file")
    key.chmod(0o644)
    assert "Others on this computer" in said(check(quay), "note", "key file")


@pytest.mark.parametrize(
    ("file", "content", "wave", "said"),
    [
        ("2025/wave.yml", "building_blocks: [alliance-bord]\n", "2025", "Did you mean 'alliance-board'?"),
        ("2025/plan.csv", "objective,owner,target\nFaster,Ann,soon\n", "2025", "Correct the cell."),
        (
            "assumptions.csv",
            "assumption,by\nIt helps,tomorrow\n",
            "",
            "Say what would show it true or untrue.",
        ),
    ],
)
def test_what_is_wrong_in_a_register_is_named_and_stops_nothing(quay, file, content, wave, said):
    (quay / file).write_text(content)
    findings = check(quay)
    assert not must_be_mended(findings)
    told = findings[findings["about"] == "registers"]
    assert set(told["wave"]) == {wave}
    assert said in set(told["remedy"])


def test_a_mark_of_an_own_stage_file_without_evidence_is_named(quay):
    (quay / "stages.yml").write_text(packaged("stages.yml").read_text(encoding="utf-8"), encoding="utf-8")
    told = check(quay).query("about == 'registers'")["finding"]
    assert told.str.contains("stages.yml, at opportunism.ad-hoc").any()
    assert not told.str.contains("opportunism.individuals").any()
