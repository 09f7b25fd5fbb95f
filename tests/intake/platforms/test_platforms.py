import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms import PLATFORMS, platform_named, platform_of
from alliance_analytics.intake.table import read_table


def table(tmp_path, text):
    path = tmp_path / "x.csv"
    path.write_text(text)
    return read_table(path)


def test_every_platform_is_called_by_its_id():
    assert {platform.name for platform in PLATFORMS} == {
        *("qualtrics", "limesurvey", "surveymonkey", "google-forms", "microsoft-forms", "typeform"),
        *("kobo", "odk", "redcap", "spss", "stata", "table"),
    }


def test_names_and_aliases_belong_to_one_platform_each():
    names = [name for platform in PLATFORMS for name in (platform.name, *platform.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        ("qualtrics", "qualtrics"),
        ("Google Forms", "google-forms"),
        ("ms-forms", "microsoft-forms"),
        ("sav", "spss"),
        ("KoboToolbox", "kobo"),
        ("ODK Central", "odk"),
    ],
)
def test_a_platform_is_found_by_any_of_its_names(name, platform):
    assert platform_named(name).name == platform


def test_an_unknown_name_names_the_nearest():
    with pytest.raises(ExportError, match="Did you mean 'surveymonkey'"):
        platform_named("survymonkey")


def test_every_layout_is_recognised_by_its_platform_alone(layouts, people, tmp_path):
    for name, (expected, write) in layouts.items():
        made = read_table(write(people, tmp_path / name))
        recognising = [platform.name for platform in PLATFORMS if platform.recognises(made)]
        assert recognising == ([] if expected == "table" else [expected])


def test_a_table_of_nothing_in_particular_is_no_platforms(tmp_path):
    assert platform_of(table(tmp_path, "a,b\n1,2\n")) is None


def test_a_name_is_believed_unless_the_table_says_otherwise(layouts, people, tmp_path):
    assert platform_of(table(tmp_path, "a,b\n1,2\n"), "table").name == "table"
    google = read_table(layouts["google forms"][1](people, tmp_path / "g"))
    with pytest.raises(ExportError, match="the layout of google-forms"):
        platform_of(google, "table")


def test_an_spss_file_is_read_as_one_whoever_wrote_it(layouts, people, tmp_path):
    made = read_table(layouts["spss"][1](people, tmp_path / "x.sav"))
    assert platform_of(made, "qualtrics").name == "spss"


def test_a_table_that_two_platforms_recognise_is_asked_about(tmp_path):
    both = table(tmp_path, "#,S1,Network ID,_uuid,_submission_time\nab,Agree,xy,u1,2024-05-01\n")
    with pytest.raises(ExportError, match="the layouts of typeform and kobo") as refusal:
        platform_of(both)
    assert "--platform" in str(refusal.value)
    assert platform_of(both, "kobo").name == "kobo"
    with pytest.raises(ExportError, match="the layout of typeform and kobo"):
        platform_of(both, "qualtrics")


@pytest.mark.parametrize("name", [None, "redcap", "table"])
def test_a_data_dictionary_alone_is_told_for_what_it_is(name, tmp_path):
    dictionary = table(tmp_path, "Variable / Field Name,Form Name,Field Type,Field Label\ns1,f,radio,S1\n")
    with pytest.raises(ExportError, match="This is a data dictionary of REDCap"):
        platform_of(dictionary, name)
