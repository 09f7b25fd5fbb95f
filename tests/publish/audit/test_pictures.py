"""What a program noted beside a picture is read, and what is drawn is not."""

import zlib

from alliance_analytics.publish.audit.pictures import JPEG, PNG, read_picture

SECRET = b"ann@example.org"


def part(kind, body):
    return len(body).to_bytes(4, "big") + kind + body + b"\0\0\0\0"


def texts(content):
    return " ".join(piece.text for piece in read_picture("", content).pieces)


def test_a_note_is_read():
    assert SECRET.decode() in texts(PNG + part(b"tEXt", b"Author\0" + SECRET))


def test_a_packed_note_is_read():
    assert SECRET.decode() in texts(PNG + part(b"zTXt", b"Author\0\0" + zlib.compress(SECRET)))


def test_a_broken_note_breaks_nothing():
    assert SECRET.decode() not in texts(PNG + part(b"zTXt", b"Author\0\0\x78broken"))


def test_what_is_drawn_is_no_text():
    assert texts(PNG + part(b"IDAT", SECRET)) == ""


def test_notes_of_another_picture_are_read():
    assert SECRET.decode() in texts(JPEG + b"\xe1" + SECRET)
