"""What the small YAML files may say, and what they are when they say nothing."""

from datetime import date

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.workspace.settings import (
    AllianceSettings,
    WaveSettings,
    WorkspaceSettings,
    settings_from,
    survey_settings,
    title_in,
)


def written(folder, text):
    path = folder / "settings.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_is_not_there_means_the_defaults(tmp_path):
    settings = settings_from(tmp_path / "workspace.yml", WorkspaceSettings)
    assert settings.language == "en"
    assert not settings.synthetic


def test_a_partner_may_be_a_name_alone_or_a_name_with_other_spellings(tmp_path):
    path = written(tmp_path, "partners: [Quay, {name: Crossing, variants: [The Crossing]}]")
    partners = settings_from(path, AllianceSettings).partners
    assert [(partner.name, partner.variants) for partner in partners] == [
        ("Quay", ()),
        ("Crossing", ("The Crossing",)),
    ]


def test_codes_that_yaml_reads_as_numbers_are_text(tmp_path):
    path = written(tmp_path, "answer_codes: {1: Disagree, 2: Agree}\npartner_codes: {7: Quay}")
    settings = settings_from(path, WaveSettings)
    assert settings.answer_codes == {"1": "Disagree", "2": "Agree"}
    assert settings.partner_codes == {"7": "Quay"}


def test_a_date_is_read_as_a_date(tmp_path):
    assert settings_from(written(tmp_path, "date: 2025-11-01"), WaveSettings).date == date(2025, 11, 1)


@pytest.mark.parametrize(
    "text",
    ["titel: Canal", "invited: {Quay: {crew: -1}}", "profile: {formed: forced}", "language: fr", "- a list"],
)
def test_a_file_that_breaks_its_schema_is_refused_by_name(tmp_path, text):
    kind = WaveSettings if text.startswith("invited") else AllianceSettings
    with pytest.raises(ModelError, match=r"settings\.yml"):
        settings_from(written(tmp_path, text), kind)


def test_a_title_is_given_in_the_language_asked_for():
    settings = AllianceSettings(title={"en": "Canal", "nl": "Kanaal"})
    assert title_in(settings.title, "nl", "folder") == "Kanaal"


def test_a_title_in_one_language_serves_both():
    assert title_in("Canal", "nl", "folder") == "Canal"


def test_without_a_title_the_name_of_the_folder_stands():
    assert title_in("", "nl", "folder") == "folder"


def test_how_answers_on_another_scale_are_read_is_said_by_column(tmp_path):
    path = written(tmp_path, "rescale: {'*': 7, S1: agreement_7_graded}\nkeep_rows: [test]")
    settings = settings_from(path, WaveSettings)
    assert settings.rescale == {"*": 7, "S1": "agreement_7_graded"}
    assert settings.keep_rows == ("test",)


@pytest.mark.parametrize("text", ["rescale: {S1: 1}", "rescale: {S1: 12}", "rescale: 7"])
def test_a_scale_has_two_to_eleven_points(tmp_path, text):
    with pytest.raises(ModelError, match="rescale"):
        settings_from(written(tmp_path, text), WaveSettings)


def test_a_wave_may_say_until_when_its_answers_may_be_kept(tmp_path):
    (tmp_path / "wave.yml").write_text("retain_until: 2026-01-31\n")
    assert settings_from(tmp_path / "wave.yml", WaveSettings).retain_until == date(2026, 1, 31)


def test_what_a_wave_says_of_its_export_is_handed_on(tmp_path):
    told = WaveSettings(keep_rows=("test",), rescale={"*": 7}, dictionary="codes.csv", title="Spring")
    settings = survey_settings(told, {"Quay": ()}, tmp_path)
    assert (settings.keep_rows, settings.rescale, settings.partners) == (("test",), {"*": 7}, {"Quay": ()})
    assert settings.dictionary == tmp_path / "codes.csv"
    assert survey_settings(WaveSettings(), {}, tmp_path).dictionary is None
