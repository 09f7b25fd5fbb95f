"""Headings as a person reads them: without tags, entities and line ends."""

from __future__ import annotations

import html

from alliance_analytics.model.spelling import SPACE_BEFORE_MARK, TAG


def without_markup(heading: str) -> str:
    """Return a heading on one line, without HTML.

    Examples
    --------
    >>> without_markup("How far&nbsp;do you <b>agree</b>?")
    'How far do you agree?'
    """
    shown = " ".join(TAG.sub(" ", html.unescape(heading)).split())
    return SPACE_BEFORE_MARK.sub(r"\1", shown)
