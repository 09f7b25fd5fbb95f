import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.data_dictionary import is_dictionary_file, with_dictionary
from alliance_analytics.intake.table import read_table

HEADINGS = ["Variable / Field Name", "Form Name", "Field Type", "Field Label"]
EXPORT = [["record_id", "s1", "s2", "survey_complete"], ["1", "4", "5", "2"]]


@pytest.fixture
def write(tmp_path, as_csv):
    def write(name, *records, encoding="utf-8"):
        (tmp_path / name).write_bytes(as_csv(records, encoding=encoding))
        return tmp_path / name

    return write


@pytest.fixture
def dictionary(write):
    def dictionary(name, *fields, encoding="utf-8"):
        return write(name, HEADINGS, *([f, "survey", "text", f.upper()] for f in fields), encoding=encoding)

    return dictionary


def attached(path, named=None):
    found = with_dictionary(read_table(path), path, named)
    return found.dictionary and found.dictionary.file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_dictionary_is_found_by_its_content(encoding, write, dictionary):
    dictionary("anything.csv", "record_id", "s1", "s2", encoding=encoding)
    export = write("export.csv", *EXPORT)
    assert attached(export) == "anything.csv"
    note = with_dictionary(read_table(export), export).notes[-1]
    assert (note.reason, note.found) == ("data_dictionary", "anything.csv")


def test_a_dictionary_of_another_project_is_left_alone(write, dictionary):
    dictionary("other.csv", "record_id", "weight", "height")
    assert attached(write("export.csv", *EXPORT)) is None
    dictionary("own.csv", "record_id", "s1", "s2")
    assert attached(write("export.csv", *EXPORT)) == "own.csv"


def test_of_two_that_fit_somebody_has_to_say_which(write, dictionary):
    first = dictionary("first.csv", "record_id", "s1", "s2")
    dictionary("second.csv", "record_id", "s1", "s2", "s3")
    export = write("export.csv", *EXPORT)
    with pytest.raises(ExportError, match=r"Found: first\.csv, second\.csv"):
        attached(export)
    assert attached(export, first) == "first.csv"


def test_what_is_named_must_be_a_dictionary(write):
    export = write("export.csv", *EXPORT)
    with pytest.raises(ExportError, match="This is no data dictionary"):
        attached(export, write("plain.csv", ["a", "b"], ["1", "2"]))


def test_an_export_of_another_platform_needs_none(write, dictionary):
    dictionary("d.csv", "record_id", "s1")
    assert attached(write("export.csv", ["S1", "S2"], ["4", "5"])) is None


def test_an_export_of_labels_has_its_dictionary_too(write, dictionary):
    dictionary("d.csv", "record_id", "s1", "s2")
    assert attached(write("export.csv", ["RECORD_ID", "S1", "S2", "Complete?"], ["1", "4", "5", "Complete"]))


def test_only_files_of_text_are_looked_into(tmp_path, write, dictionary):
    assert is_dictionary_file(dictionary("d.csv", "record_id"))
    assert not is_dictionary_file(write("e.csv", *EXPORT))
    assert not is_dictionary_file(tmp_path)
    assert not is_dictionary_file(tmp_path / "none.csv")
