import io

import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.letters import Letters, likely_encoding, other_encoding


def read(content):
    source = io.BytesIO(content)
    encoding = likely_encoding(source)
    try:
        text = Letters(source, encoding, "x.csv").read()
    except UnicodeDecodeError:
        encoding = other_encoding(source, encoding, "x.csv")
        text = Letters(source, encoding, "x.csv").read()
    return text, encoding.name, [note.reason for note in encoding.notes]


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
    ],
)
def test_every_encoding_of_today_is_read_without_a_word(codec, name):
    assert read("naam,antwoord één".encode(codec)) == ("naam,antwoord één", name, [])


@pytest.mark.parametrize("text", ["één café", "naam,café\nb,Zoë", "rosé"])
def test_windows_text_is_read_with_a_note(text):
    assert read(text.encode("cp1252")) == (text, "cp1252", ["encoding"])


def test_single_damaged_letters_do_not_spoil_the_others():
    text, encoding, notes = read("één,twéé,".encode() + b"dri\xe9" + ",zés".encode())
    assert (text, encoding, notes) == ("één,twéé,dri\ufffd,zés", "utf-8", ["encoding"])


def test_a_letter_cut_in_two_says_that_the_file_is_cut_off():
    with pytest.raises(ExportError, match="breaks off"):
        read("één,twé".encode()[:-1])
    with pytest.raises(ExportError, match="breaks off"):
        read("één,twé".encode("utf-16")[:-1])


def test_what_is_no_text_says_where():
    with pytest.raises(ExportError, match="byte 3"):
        read(b"ab\xff\x81")


@pytest.mark.parametrize("content", [b"a,b\n1,\x00\n" + b"2,3\n" * 99, bytes(500), b"abc" + bytes(30)])
def test_a_zero_byte_is_no_letter(content):
    with pytest.raises(ExportError, match="zero byte"):
        read(content)


def test_marks_of_byte_order_between_joined_files_are_no_letters():
    assert read("\ufeffa,b\n\ufeffc,\ufeffd".encode())[0] == "a,b\nc,d"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-8-sig"])
def test_pieces_cut_anywhere_give_the_same_text_and_are_all_watched(codec):
    source, seen = io.BytesIO("één €, \U0001f600 twéé".encode(codec)), []
    letters = Letters(source, likely_encoding(source), "x.csv", seen.append)
    assert "".join(iter(lambda: letters.read(1), "")) == "één €, \U0001f600 twéé" == "".join(seen)
