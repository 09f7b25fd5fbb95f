"""Mail addresses, telephone numbers and links have no place in a passage."""

from __future__ import annotations

import re

MASK = "[…]"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"(?:https?://|www\.)\S+?(?=[.,;:!?)\]]*(?:\s|$))", re.IGNORECASE)
_PHONE = re.compile(
    r"""(?<![\w,.])(?:
        (?:\+|00)\d{1,3}(?:[ ./-]*\(?\d\)?){7,12}     # with a country code
      | \(?0\d{1,4}\)?(?:[ ./-]?\d){6,9}              # as dialled at home
      | \(?\d{3}\)?[ .-]\d{3}[.-]\d{4}                # as in North America
    )(?!\w)""",
    re.VERBOSE,
)
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.*")
_FEWEST_DIGITS = 9


def masked(text: str) -> str:
    """Return the text with a mark in the place of addresses, links and telephone numbers.

    Examples
    --------
    >>> masked("Ring 020 123 45 67 before 01-02-2023, or write to agency@example.org.")
    'Ring […] before 01-02-2023, or write to […].'
    """
    return _PHONE.sub(_number, _LINK.sub(MASK, _MAIL.sub(MASK, text)))


def _number(found: re.Match[str]) -> str:
    text = found.group()
    dated = _DATE.fullmatch(text) is not None
    return text if dated or sum(map(str.isdigit, text)) < _FEWEST_DIGITS else MASK
