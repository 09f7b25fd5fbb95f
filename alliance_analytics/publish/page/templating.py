"""The templates of the page: everything they are given is text, and text can never become markup.

Autoescape is on for every template, a missing value fails, and characters that HTML does not allow are shown as U+FFFD. Nothing in
this package hands a template markup.
"""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from alliance_analytics.publish.exhibit import svg_uri
from alliance_analytics.publish.page.download import csv_uri

NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


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
    made.filters.update(svg_uri=svg_uri, csv_uri=csv_uri, css_string=css_string)
    return made


@cache
def stylesheet() -> str:
    """Return the style sheet that every page carries, word for word."""
    return environment().get_template("page.css").render()


def allowed_in_html(value: object) -> object:
    """Return a text with characters that HTML does not allow replaced; anything else as it is."""
    return NOT_IN_HTML.sub("\ufffd", value) if isinstance(value, str) else value


def css_string(text: str) -> str:
    r"""Return a text for between quotes in a style sheet: all but plain letters, digits and spaces by code.

    Examples
    --------
    >>> css_string('a"<')
    'a\\000022\\00003c'
    """
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign == " ") else f"\\{ord(sign):06x}" for sign in text)
    return plain
