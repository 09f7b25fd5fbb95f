import codecs

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.instrument_table import read_table

TABLE = (
    "id,wording_en,wording_nl,pillar,dimension,theme,direction,kind\n"
    'a,"Yes, we do.",Één idee.,1,x,trust_loyalty;flexibility,positive,statement\n'
    "b,We wait.,We wachten.,1,x,,negative,statement\n"
    "WHO,Who?,Wie?,,,,,partner\n"
)


@pytest.fixture
def write(tmp_path):
    def written(text: str | bytes):
        path = tmp_path / "ours.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written


def refused(path) -> ModelError:
    with pytest.raises(ModelError) as caught:
        read_table(path)
    return caught.value


def test_a_row_becomes_an_item(write):
    content, places = read_table(write(TABLE))
    assert places == ("row 2", "row 3", "row 4")
    assert content["items"][0] == {
        "id": "a",
        "kind": "statement",
        "wording": {"en": "Yes, we do.", "nl": "Één idee."},
        "direction": "positive",
        "pillar": "1",
        "dimension": "x",
        "themes": ["trust_loyalty", "flexibility"],
    }


def test_empty_cells_are_left_to_the_schema(write):
    content, _ = read_table(write(TABLE))
    assert content["items"][2] == {"id": "WHO", "kind": "partner", "wording": {"en": "Who?", "nl": "Wie?"}}


def test_the_file_lends_its_name(write):
    content, _ = read_table(write(TABLE))
    assert (content["id"], content["title"]["nl"]) == ("ours", "ours")


SEMICOLONS = (
    "id;wording_nl;theme;kind\n"
    'a;"Één idee; echt.";"trust_loyalty;flexibility";statement\n'
    "b;We wachten, soms.;;statement\n"
)


@pytest.mark.parametrize(
    "raw",
    [
        SEMICOLONS.encode(),
        codecs.BOM_UTF8 + SEMICOLONS.encode(),
        SEMICOLONS.encode("cp1252"),
        SEMICOLONS.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "byte order mark", "cp1252", "windows line ends"],
)
def test_any_spreadsheet_can_write_it(write, raw):
    content, _ = read_table(write(raw))
    assert content["items"][0]["wording"] == {"nl": "Één idee; echt."}
    assert content["items"][0]["themes"] == ["trust_loyalty", "flexibility"]


def test_tabs_part_cells_too(write):
    content, _ = read_table(write("id\twording_en\tkind\na\tYes, we do.\tstatement\n"))
    assert content["items"][0]["wording"] == {"en": "Yes, we do."}


def test_names_of_columns_and_words_may_have_capitals_and_spaces(write):
    content, _ = read_table(write("ID, Wording_EN ,Kind,Direction\na,Yes., Statement ,NEGATIVE\n"))
    assert content["items"][0] == {
        "id": "a",
        "kind": "statement",
        "wording": {"en": "Yes."},
        "direction": "negative",
    }


def test_a_pillar_written_as_a_decimal_is_a_whole_number(write):
    content, _ = read_table(write("id,wording_en,kind,pillar\na,Yes.,statement,1.0\nb,No.,statement,1.5\n"))
    assert [item["pillar"] for item in content["items"]] == ["1", "1.5"]


def test_empty_rows_are_passed_over_and_rows_keep_their_number(write):
    _, places = read_table(write("id,wording_en,kind\n,,\n\na,Yes.,statement\n"))
    assert places == ("row 4",)


def test_points_set_the_answer_scale(write):
    content, _ = read_table(write("id,wording_en,kind,points\na,Yes.,statement,7\nb,Yes.,statement,\n"))
    assert (content["points"], content["answer_scale"]) == ("7", "agreement_7")


def test_points_are_the_same_in_all_rows(write):
    error = refused(write("id,wording_en,kind,points\na,Yes.,statement,7\nb,Yes.,statement,5\n"))
    assert (error.what, error.found) == ("An instrument has one answer scale.", "5, 7")


def test_an_unknown_column_names_the_nearest(write):
    error = refused(write("id,wording_en,kind,dimention\na,Yes.,statement,x\n"))
    assert (error.where, error.found, error.remedy) == (
        "ours.csv, row 1",
        "dimention",
        "Did you mean 'dimension'?",
    )


def test_all_missing_columns_are_told_at_once(write):
    error = refused(write("name\nx\n"))
    assert "The column id is missing" in error.what
    assert "The column kind is missing" in error.what
    assert "The column wording_en is missing" in error.what


def test_a_column_may_stand_once(write):
    assert refused(write("id,wording_en,kind,id\na,Yes.,statement,b\n")).what == "A column stands twice."


def test_text_that_breaks_out_of_its_cell_is_refused(write):
    error = refused(write("id,wording_en,kind\na,Yes, we do.,statement\n"))
    assert (error.where, error.found, error.allowed) == ("ours.csv, row 2", "4 cells", "3 cells")


@pytest.mark.parametrize("raw", [b"\x00\x01PK", b"\xff\xfei\x00d\x00", b"\x81\x8d"])
def test_what_is_not_text_is_refused(write, raw):
    error = refused(write(raw))
    assert (error.what, error.where) == ("A file is not text.", "ours.csv")


def test_a_quote_without_an_end_is_refused(write):
    assert refused(write('id,wording_en,kind\na,"Yes.,statement\n')).what == "A file is not readable CSV."


def test_an_empty_file_is_refused(write):
    assert "The column id is missing" in refused(write("")).what


def test_a_row_may_say_what_its_statement_was(write):
    content, _ = read_table(
        write(
            "id,kind,wording_en,was,wording_changed\nX,statement,We do.,a; b,FALSE\nY,statement,We act.,,\n"
        )
    )
    assert content["items"][0]["was"] == ["a", "b"]
    assert content["items"][0]["wording_changed"] == "false"
    assert not {"was", "wording_changed"} & content["items"][1].keys()
