from email.message import EmailMessage

import pytest

from alliance_analytics.intake.documents.block import UnreadableDocumentError
from alliance_analytics.intake.documents.mail import read_mail

BODY = """{greeting}

The two laboratories exchanged their figures on the same day.

The freezer is full.

{closing}
A. Nonymous
--\x20
A. Nonymous
office@example.org | 00 0000 0000
"""


def mail(text: str, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Where we stand"
    message.set_content(text, subtype=subtype)
    return message


@pytest.mark.parametrize(
    ("greeting", "closing"),
    [
        ("Dear all,", "Kind regards,"),
        ("Beste allen,", "Met vriendelijke groet,"),
        ("Goedemorgen,", "Groeten,"),
        ("Hi everyone", "Thanks,"),
    ],
)
def test_only_the_message_itself_is_read(greeting: str, closing: str) -> None:
    blocks = read_mail(mail(BODY.format(greeting=greeting, closing=closing)).as_bytes()).blocks
    assert [block.text for block in blocks] == [
        "The two laboratories exchanged their figures on the same day.",
        "The freezer is full.",
    ]


def test_a_sentence_that_starts_like_a_courtesy_stays() -> None:
    text = "Thanks to the driver the food arrived. Best wishes do not fill a van."
    assert len(read_mail(mail(text).as_bytes()).blocks) == 1


@pytest.mark.parametrize(
    "earlier",
    [
        "> The old message.",
        "On 3 May 2023 at 10:00 B. Writer wrote:\n\nThe old message.",
        "-----Oorspronkelijk bericht-----\nThe old message.",
    ],
)
def test_an_earlier_mail_is_not_read_again(earlier: str) -> None:
    blocks = read_mail(mail(f"The new message.\n\n{earlier}\n").as_bytes()).blocks
    assert [block.text for block in blocks] == ["The new message."]


def test_a_mail_in_html_is_read() -> None:
    content = mail("<p>Dear all,</p><p>The van was repaired.</p>", "html").as_bytes()
    assert [block.text for block in read_mail(content).blocks] == ["The van was repaired."]


def test_attachments_are_counted_and_not_named() -> None:
    message = mail("The report is attached.")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="jane-doe.pdf")
    (note,) = read_mail(message.as_bytes()).notes
    assert (note.reason, note.found) == ("attachments", "1 attached")


@pytest.mark.parametrize(
    ("sent", "day"),
    [("Tue, 14 May 2024 23:30:00 +0200", "2024-05-14"), ("next week", "None"), ("", "None")],
)
def test_a_mail_has_its_subject_for_a_heading_and_the_day_it_was_sent(sent: str, day: str) -> None:
    content = b"From: a@example.org\nSubject: Where we =?utf-8?q?st=C3=A1nd?=\n"
    content += (f"Date: {sent}\n" if sent else "").encode() + b"\nThe van was repaired.\n"
    document = read_mail(content)
    assert document.blocks[0].heading == "Where we stánd"
    assert document.opening == ("Where we stánd", "The van was repaired.")
    assert str(document.dated) == day


@pytest.mark.parametrize("content", [mail("\n").as_bytes(), b"From: a@example.org\nSubject: Ovens\n\n"])
def test_a_mail_without_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        read_mail(content)
