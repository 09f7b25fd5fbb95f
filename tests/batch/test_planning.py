"""A plan is remembered while settings, files, program and what was asked for stay the same."""

import json
from dataclasses import replace

import pytest

from alliance_analytics.batch import planning
from alliance_analytics.batch.fingerprint import tree_of
from alliance_analytics.batch.manifest import FOLDER
from alliance_analytics.batch.planning import PLAN, Asked, plan
from alliance_analytics.errors import ParameterError


@pytest.fixture
def asked(folder, tmp_path):
    return Asked(folder, tmp_path / "out", kernel="inside")


def planned(asked):
    return plan(asked, tree_of(asked.workspace, asked.out))


@pytest.fixture
def forbidden(monkeypatch):
    """Making a plan anew fails."""

    def fail(asked):
        raise AssertionError("made anew")

    return lambda: monkeypatch.setattr(planning, "_made", fail)


def test_the_same_plan_comes_back_without_opening_the_workspace(asked, forbidden):
    first = planned(asked)
    forbidden()
    assert planned(asked) == first
    assert [job.alliance for job in first.jobs] == ["harbour"]
    assert [each.alliance for each in first.skipped] == ["empty"]


@pytest.mark.parametrize("change", ["settings", "file", "language"])
def test_anything_that_decides_makes_a_new_plan(asked, forbidden, folder, change):
    planned(asked)
    if change == "settings":
        (folder / "empty" / "alliance.yml").write_text("title: Other\n")
    elif change == "file":
        (folder / "empty" / "2024").mkdir()
        (folder / "empty" / "2024" / "a.csv").write_text("x")
    else:
        asked = replace(asked, language="nl")
    forbidden()
    with pytest.raises(AssertionError, match="made anew"):
        planned(asked)


def test_answers_alone_do_not(asked, forbidden, folder):
    (folder / "harbour" / "2024" / "a.csv").write_text("1")
    planned(asked)
    (folder / "harbour" / "2024" / "a.csv").write_text("2")
    forbidden()
    planned(asked)


def test_a_plan_on_disk_names_no_path(asked, tmp_path):
    planned(asked)
    text = (asked.out / FOLDER / PLAN).read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert json.loads(text)["jobs"][0]["workspace"] == ""


def test_a_torn_plan_is_made_anew(asked):
    first = planned(asked)
    place = asked.out / FOLDER / PLAN
    place.write_text(place.read_text()[:40])
    assert planned(asked) == first


def test_a_misspelt_parameter_is_refused_with_the_nearest(asked):
    with pytest.raises(ParameterError, match="Did you mean 'language'"):
        planned(replace(asked, parameters={"langage": "nl"}))


def test_an_unknown_further_file_is_refused(asked):
    with pytest.raises(ParameterError, match="no such further file"):
        planned(replace(asked, extras=("papyrus",)))


def test_reports_are_planned_from_their_file(asked, tmp_path):
    (tmp_path / "reports.yaml").write_text("reports: [{alliances: [harbour], waves: all}]")
    jobs = planned(replace(asked, reports=tmp_path / "reports.yaml")).jobs
    assert [(job.wave, job.kernel) for job in jobs] == [("2023", "inside"), ("2024", "inside")]
