import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.no_table import refuse_no_table
from alliance_analytics.intake.table import read_table


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<html><body><table><tr><td>Ann Bell</td>", "a web page"),
        ("\r\n <!DOCTYPE html>\n<html>", "a web page"),
        ("<table border=1>", "a web page"),
        ('\ufeff<?xml version="1.0"?><Workbook>', "XML"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related", "a web page or a mail"),
        ("%PDF-1.4\n1 0 obj", "a PDF"),
        ("{\\rtf1\\ansi Ann Bell", "rich text"),
        ('{"responses": [{"mail": "a"}]}', "JSON"),
        ('[\n  {"q1": "Agree"}]', "JSON"),
        ('[["q1", "q2"]]', "JSON"),
    ],
)
def test_a_text_that_is_no_table_is_named(text, kind):
    with pytest.raises(ExportError, match="no table") as error:
        refuse_no_table(text, "x.xls")
    assert error.value.found == kind
    assert "Ann" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "id,q1\n1,Agree",
        "<p>How far do you agree?</p>,<b>Why?</b>",
        "[1] How far?,[2] Why?",
        '{"ImportId"},b',
        "{question_not_shown};x",
        "<5 years,5 to 9,10 or more",
        "",
    ],
)
def test_headings_with_marks_are_headings(text):
    refuse_no_table(text, "x.csv")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
def test_a_web_page_saved_as_a_workbook_is_told_how_to_become_one(tmp_path, codec):
    path = tmp_path / "x.xls"
    path.write_bytes("<html><table><tr><td>S1</td><td>Agree</td></tr></table></html>".encode(codec))
    with pytest.raises(ExportError, match="no table") as error:
        read_table(path)
    assert "save it as .xlsx" in str(error.value.remedy)
