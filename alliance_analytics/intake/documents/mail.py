"""Mails to the board: the body, without headers, greeting, closing and signature."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from alliance_analytics.errors import DocumentError
from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.plain import blocks_of_text
from alliance_analytics.intake.documents.web import blocks_of_html

SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
POLITE = re.compile(
    r"(dear|hi|hello|beste|geachte|hallo|dag)\b.{0,60}|((kind|best|warm) )?regards.{0,40}|"
    r"((met )?(vriendelijke|hartelijke) )?(groet|groeten)\b.{0,40}|yours \w+.{0,40}|thanks.{0,20}",
    re.IGNORECASE,
)


def read_mail(path: Path) -> list[Block]:
    """Return the paragraphs of an ``.eml`` file.

    Raises
    ------
    DocumentError
        If there is no text in it.
    """
    message = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)
    body = message.get_body(("plain", "html"))
    if body is None or not (message["From"] or message["Subject"]):
        raise DocumentError(
            "A mail holds no text.",
            where=path.name,
            allowed="an .eml file",
            remedy="Save the mail again as .eml.",
        )
    text = str(body.get_content())
    found = (
        blocks_of_html(text)
        if body.get_content_subtype() == "html"
        else blocks_of_text(SIGNATURE.split(text)[0])
    )
    return [block for block in found if not POLITE.fullmatch(block.text)]
