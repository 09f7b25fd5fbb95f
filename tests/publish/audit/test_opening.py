"""Files are opened to the innermost layer, whatever they are called."""

import gzip
import json
from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

import pytest

from alliance_analytics.publish.audit.office import UNREAD
from alliance_analytics.publish.audit.opening import MOST_LAYERS, opened, text_of

SECRET = "ann@example.org"


def zipped(content, name="inside"):
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(name, content)
    return target.getvalue()


def texts(content):
    return "\n".join(piece.text for piece in opened("file", content).pieces)


def in_page(content, kind):
    return f'<p><a href="data:{kind};base64,{b64encode(content).decode()}">x</a></p>'.encode()


PLAIN = SECRET.encode()
NOTEBOOK = json.dumps({"cells": [{"outputs": [{"data": {"text/html": f"<b>{SECRET}</b>"}}]}]}).encode()


IN_STYLE = f"<style>p {{background: url(data:text/plain;base64,{b64encode(PLAIN).decode()})}}</style>"
HIDDEN = {
    "plain": PLAIN,
    "utf-16": SECRET.encode("utf-16"),
    "gzip": gzip.compress(PLAIN),
    "zip in zip in zip": zipped(zipped(zipped(PLAIN))),
    "zip in a page": in_page(zipped(NOTEBOOK), "application/zip"),
    "gzip in a page": in_page(gzip.compress(PLAIN), "application/octet-stream"),
    "style of a page": IN_STYLE.encode(),
    "notebook": NOTEBOOK,
    "page in JSON": json.dumps({"page": f"<p>{SECRET}</p>"}).encode(),
    "zip as base64": b64encode(zipped(PLAIN)),
}


@pytest.mark.parametrize("place", HIDDEN)
def test_it_is_found_however_deep(place):
    assert SECRET in texts(HIDDEN[place])


def test_what_is_unknown_is_a_finding():
    assert [sign.kind for sign in opened("x.bin", b"\x00\x01\x02").signs] == [UNREAD]


def test_a_nest_without_end_is_a_finding():
    content = PLAIN
    for _ in range(MOST_LAYERS + 2):
        content = zipped(content)
    assert UNREAD in [sign.kind for sign in opened("x.zip", content).signs]


def test_text_of_a_western_code_page_is_read():
    assert text_of("Öz".encode("cp1252")) == "Öz"
