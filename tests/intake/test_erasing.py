"""One person goes out of a file; everybody else's records stay to the byte."""

import pytest

from alliance_analytics.intake.erasing import Sought, erased_from_export, erased_from_table
from alliance_analytics.intake.table import read_table

LAYOUTS = (
    *("qualtrics", "limesurvey code and text", "surveymonkey two headers"),
    *("google forms", "typeform", "kobo", "odk"),
)
PACKED = ("microsoft forms", "spss")


@pytest.fixture
def export(layouts, people, person, tmp_path):
    """Return a function that writes three people, one of them twice, and somebody who names her."""

    def write(name):
        second = person(("Agree", "Agree", "Agree", "Agree"), " BOB@Example.org")
        naming = "Ask bob@example.org, not rob@example.org."
        friend = person(("Agree",) * 4, "dee@example.org", comment=naming)
        return layouts[name][1]([*people, second, friend], tmp_path / "export")

    return write


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_persons_records_go_and_all_else_stays_to_the_byte(name, export):
    path = export(name)
    erasure = erased_from_export(path, Sought("Bob@example.ORG "))
    lines = path.read_bytes().splitlines(keepends=True)
    others = b"".join(line for line in lines if b"bob@" not in line.lower() or b"Ask" in line)
    assert (erasure.records, erasure.mentions) == (2, 1)
    assert erasure.content == others.replace(b"Ask bob@example.org", "Ask […]".encode())


@pytest.mark.parametrize("name", PACKED)
def test_a_workbook_and_an_spss_file_lose_the_same_records(name, export, tmp_path):
    path = export(name)
    erasure = erased_from_export(path, Sought("bob@example.org"))
    (tmp_path / "after").write_bytes(erasure.content)
    before, after = (read_table(each).cells for each in (path, tmp_path / "after"))
    assert (erasure.records, erasure.mentions) == (2, 1)
    assert len(after) == len(before) - 2
    assert not any("bob@" in text.lower() for text in after.to_numpy().ravel() if "not" not in text)
    assert any("[…], not rob@example.org" in text for text in after.to_numpy().ravel())


def test_who_is_not_there_is_not_found(export):
    assert erased_from_export(export("qualtrics"), Sought("zoe@example.org")) is None


def test_rows_of_one_person_go_together(tmp_path):
    """The address of a REDCap record stands in its first row alone."""
    path = tmp_path / "export.csv"
    path.write_text(
        "record_id,redcap_event_name,redcap_survey_identifier,s1,form_complete\n"
        "1,start,ann@example.org,4,2\n1,end,,5,2\n2,start,bob@example.org,4,2\n2,end,,3,2\n"
    )
    erasure = erased_from_export(path, Sought("ann@example.org"))
    assert erasure.records == 2
    assert erasure.content.decode().splitlines()[1:] == ["2,start,bob@example.org,4,2", "2,end,,3,2"]


def test_a_short_code_means_somebody_only_where_codes_stand(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("id,submitdate,lastpage,token,Q1\n12,2024-01-01,3,77,12\n77,2024-01-01,3,12,77\n")
    erasure = erased_from_export(path, Sought("77"))
    assert erasure.content.decode().splitlines()[1:] == ["77,2024-01-01,3,12,77"]


def test_a_torn_record_that_names_the_person_goes(tmp_path):
    rows = [f"1-1-2024 10:00,p{n}@example.org,4" for n in range(40)]
    path = tmp_path / "export.csv"
    path.write_text("\n".join(["Timestamp,Email,How?", *rows, "1-1-2024 10:00,tor,n,zoe@example.org,4", ""]))
    erasure = erased_from_export(path, Sought("zoe@example.org"))
    assert (erasure.records, erasure.content.decode().splitlines()[1:]) == (1, rows)


def test_a_row_of_a_table_goes_unless_it_stands_for_several_people(tmp_path):
    path = tmp_path / "invited.csv"
    path.write_text("partner,contact,invited\nNorth,ann@example.org,1\nSouth,ann@example.org,12\nWest,x,3\n")
    erasure = erased_from_table(path, Sought("ann@example.org"), count="invited")
    assert erasure.content.decode() == "partner,contact,invited\nSouth,[…],12\nWest,x,3\n"
    assert (erasure.records, erasure.mentions) == (1, 1)


def test_a_hash_in_a_table_that_was_saved_is_the_person_too(tmp_path):
    (tmp_path / "saved.csv").write_text(f"person,S1\n{'a' * 64},4\n{'b' * 64},5\n")
    erasure = erased_from_table(tmp_path / "saved.csv", Sought("ann@example.org", "a" * 64), count="invited")
    assert erasure.content.decode() == f"person,S1\n{'b' * 64},5\n"


@pytest.mark.parametrize(
    "text", ["joann@example.org", "ann@example.org.uk", "ann@example.organic", "x.ann@example.org"]
)
def test_a_longer_address_is_somebody_elses(text):
    sought = Sought("ann@example.org")
    assert not sought.is_named(text)
    assert sought.mentions(f"Ask {text}!") == 0


def test_no_text_of_it_tells_who_is_sought(export):
    sought = Sought("bob@example.org", "hash-of-bob")
    assert "bob" not in repr(sought)
    assert repr(erased_from_export(export("google forms"), sought)) == "Erasure(records=2, mentions=1)"
