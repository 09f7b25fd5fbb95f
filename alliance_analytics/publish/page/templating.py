"""The templates of the page: everything they are given is text, and text can never become markup.

Autoescape is on for every template, a missing value fails, and characters that HTML does not allow are
shown as U+FFFD. Nothing in this package hands a template markup.
"""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters, digits

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from alliance_analytics.publish.exhibit import svg_uri
from alliance_analytics.publish.page.download import csv_uri

# With them, signs that turn the direction of what follows: a name would show its neighbours reversed.
NOT_IN_HTML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)

# Not after an abbreviation such as *e.g.*, and only where a new sentence follows.
SENTENCE_END = re.compile(r"(?<!\.\w\.)(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9])")

WHOLE = re.compile(r"(\d{4}-\d{2}-\d{2}|\bn = \d+)")


@cache
def environment() -> Environment:
    """Return the one Jinja2 environment of all pages."""
    made = Environment(
        loader=PackageLoader("alliance_analytics.publish.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=allowed_in_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(
        svg_uri=svg_uri,
        csv_uri=csv_uri,
        css_string=css_string,
        opening_sentence=opening_sentence,
        split_at_wholes=WHOLE.split,
    )
    return made


@cache
def stylesheet(name: str = "page") -> str:
    """Return the style sheet that every page, or all slides, carry, word for word."""
    return environment().get_template(f"{name}.css").render()


def allowed_in_html(value: object) -> object:
    """Return a text with characters that HTML does not allow replaced; anything else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):  # what a macro of ours made is clean already
        return value
    return NOT_IN_HTML.sub("\ufffd", value)


def css_string(text: str) -> str:
    r"""Return a text for between quotes in a style sheet: all but plain letters, digits and spaces by code.

    Examples
    --------
    >>> css_string('a"<')
    'a\\000022\\00003c'
    """
    safe = frozenset(ascii_letters + digits)
    return "".join(sign if sign in safe else f"\\{ord(sign):06x}" for sign in text)


def opening_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, and the rest (empty when there is only one).

    Examples
    --------
    >>> opening_sentence("Trust falls. It scores 2.9.")
    ('Trust falls.', 'It scores 2.9.')
    """
    first, *rest = SENTENCE_END.split(text.strip(), maxsplit=1)
    return first, "".join(rest)
