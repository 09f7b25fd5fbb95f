import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms import PLATFORMS, platform_named, platform_of
from alliance_analytics.intake.table import read_table


def table(tmp_path, text):
    path = tmp_path / "x.csv"
    path.write_text(text)
    return read_table(path)


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


def test_a_platform_without_a_reader_is_named(tmp_path):
    typeform = table(tmp_path, "#,How?,Submit Date (UTC),Network ID\nab,Agree,2024-05-01,xy\n")
    with pytest.raises(ExportError, match="an export of Typeform, which is not read yet"):
        platform_of(typeform)
    assert platform_of(typeform, "table").name == "table"
