"""One planted leak is found, in whatever it is wrapped, and the finding does not repeat it."""

import json

import pytest

from alliance_analytics.publish.audit.phrases import Phrases, comment_phrases, words_of
from alliance_analytics.publish.audit.scanning import ACCOUNT, COMMENT, IDENTIFIER, RECORDS, Known, scanned

WROTE = "We never hear what the board decided about the new depot."
PERSON = "b7" * 32
KNOWN = Known(
    identifiers=Phrases([words_of("Ann Öztürk"), words_of("tok-48151623"), (PERSON,)]),
    comments=comment_phrases([WROTE]),
    accounts=frozenset({"asmith"}),
    allowed=frozenset({"office@example.org"}),
)


def kinds(text, known=KNOWN):
    return {finding.kind for finding in scanned("file", text.encode(), known)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"<p>{WROTE}</p>", COMMENT),
        (f"<p>{WROTE.replace('board', '<b>board</b>')}</p>", COMMENT),
        ("<p>ann <i>öztürk</i></p>", IDENTIFIER),
        ("group,token\na,TOK-48151623\n", IDENTIFIER),
        (json.dumps({"cells": [], "metadata": {"widgets": {"state": {"a": {"id": PERSON}}}}}), IDENTIFIER),
        ("made by asmith", ACCOUNT),
        ("\n".join(f"{place} 4 3 5 2 1 4 4 5" for place in range(20, 30)), RECORDS),
    ],
)
def test_it_is_found(text, kind):
    assert kind in kinds(text)


def test_a_finding_does_not_repeat_it():
    found = str(scanned("file", f"{WROTE} by Ann Öztürk ({PERSON})".encode(), KNOWN)).casefold()
    assert not any(secret in found for secret in ("depot", "öztürk", PERSON))


def test_what_may_stand_is_no_finding():
    assert kinds("<p>Ask office@example.org about the board. Smith &amp; Sons</p>") == set()


def test_it_is_the_same_in_every_run():
    text = f"{WROTE} {PERSON} ann@example.org".encode()
    assert scanned("file", text, KNOWN) == scanned("file", text, KNOWN)


def test_what_is_known_shows_nothing():
    assert not any(secret in repr(KNOWN) for secret in ("Ann", "asmith", "depot", "office"))
