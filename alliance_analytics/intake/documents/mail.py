"""Mails to the board: the body, without headers, courtesies, signature and quoted earlier mails."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from alliance_analytics.intake.documents.block import Block, Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.paragraphs import blocks_of_text, joined, opening_lines
from alliance_analytics.intake.documents.web import blocks_of_html

_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_EARLIER = re.compile(
    r"^(?:-{2,} ?(?:original message|oorspronkelijk bericht|forwarded message|doorgestuurd bericht).*|"
    r"(?:on|op) .{5,80} (?:wrote|schreef)\b.*:|_{10,})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
_GREETING = re.compile(
    r"(?:dear|hi|hello|good (?:morning|afternoon|evening)|beste|geachte|hallo|hoi|dag|"
    r"goede?(?:morgen|middag|navond))"
    r"\b[^.?!]{0,60}",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:kind|best|warm|many)\s+)?(?:regards|wishes|thanks)\b[^.?!]{0,60}|(?:yours|cheers|sincerely)\b[^.?!]{0,60}|"
    r"(?:met\s+)?(?:vriendelijke|hartelijke|warme)?\s*(?:groet|groeten)\b[^.?!]{0,60}|mvg\b[^.?!]{0,60}",
    re.IGNORECASE,
)


def read_mail(content: bytes) -> Document:
    """Return the paragraphs of a mail.

    Parameters
    ----------
    content : bytes
        The whole ``.eml`` file. Attachments are counted, not read.

    Raises
    ------
    UnreadableDocumentError
        If there is no text in it.
    """
    message = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    blocks = _without_courtesies(_body(message))
    if not blocks:
        raise UnreadableDocumentError(
            Note("no_text", "a mail without text", "Save the mail again, with its text.")
        )
    subject = joined([str(message.get("Subject", ""))])
    headed = tuple(replace(block, heading=block.heading or subject) for block in blocks)
    opening = opening_lines([subject, *(block.text for block in blocks)])
    return Document(headed, _attachments(message), opening, dated=_sent(message))


def _sent(message: EmailMessage) -> date | None:
    try:
        moment = parsedate_to_datetime(str(message.get("Date", "")))
    except ValueError:
        return None
    return moment.date()


def _body(message: EmailMessage) -> list[Block]:
    body = message.get_body(("plain", "html"))
    try:
        text = str(body.get_content()) if body else ""
    except (LookupError, ValueError) as error:
        note = Note("broken", "a mail in an unknown encoding", "Save the mail again.")
        raise UnreadableDocumentError(note) from error
    if body and body.get_content_subtype() == "html":
        return blocks_of_html(text)
    own = _EARLIER.split(_SIGNATURE.split(text)[0])[0]
    return blocks_of_text(_QUOTED.sub("", own))


def _without_courtesies(blocks: list[Block]) -> list[Block]:
    own = blocks[1:] if blocks and _GREETING.fullmatch(blocks[0].text) else blocks
    closing = next((place for place, block in enumerate(own) if _CLOSING.fullmatch(block.text)), len(own))
    return own[:closing]


def _attachments(message: EmailMessage) -> tuple[Note, ...]:
    count = len(list(message.iter_attachments())) if message.is_multipart() else 0
    note = Note(
        "attachments", f"{count} attached", "Save what should be read beside the mail, as a file of its own."
    )
    return (note,) if count else ()
