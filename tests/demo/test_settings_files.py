from __future__ import annotations

import csv

import pytest
import yaml

from alliance_analytics.demo.exports import export_of
from alliance_analytics.demo.plan import example_world
from alliance_analytics.demo.settings_files import (
    write_alliance_settings,
    write_wave_settings,
    write_workspace_settings,
)


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_a_workspace_says_that_it_is_synthetic(tmp_path):
    write_workspace_settings(example_world(), tmp_path)
    assert read(tmp_path / "workspace.yml")["synthetic"] is True
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "SYNTHETIC" in readme
    assert "{" not in readme
    for plan in example_world().alliances:
        assert plan.title.en in readme


def test_an_alliance_names_its_partners_and_profile(tmp_path):
    plan = example_world().alliances[0]
    write_alliance_settings(plan, tmp_path)
    settings = read(tmp_path / "alliance.yml")
    assert settings["profile"]["partners"] == len(plan.partners)
    assert settings["partners"][0] == {
        "name": plan.partners[0].name,
        "variants": list(plan.partners[0].variants),
    }


@pytest.mark.parametrize("platform", ["qualtrics", "spss", "limesurvey"])
def test_codes_stand_only_where_the_export_holds_bare_numbers(example_waves, generator, tmp_path, platform):
    waves = [wave for waves in example_waves.values() for wave in waves if wave.wave.platform == platform]
    wave = waves[-1]
    write_wave_settings(wave.plan, wave.wave, export_of(wave, generator), tmp_path)
    settings = read(tmp_path / "wave.yml")
    assert settings["date"] == wave.wave.date
    assert ("answer_codes" in settings) == (platform == "qualtrics")
    if platform == "qualtrics":
        assert settings["answer_codes"][1] == "Strongly agree"
        assert settings["level_codes"] == {1: "strategic", 2: "tactical", 3: "operational"}
        assert settings["partner_codes"][2] == wave.plan.partners[1].name


def test_who_was_invited_is_a_table(wave_on, generator, tmp_path):
    wave = wave_on("qualtrics")
    write_wave_settings(wave.plan, wave.wave, export_of(wave, generator), tmp_path)
    with (tmp_path / "invited.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(int(row["invited"]) for row in rows) == len(wave.people)
    assert list(rows[0]) == ["partner", "level", "invited"]
