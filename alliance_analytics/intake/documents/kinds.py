"""What kind of document it is: the alliance's own report, minutes, an outside review, a letter or a comment.

Its name is asked first, then its title, then the marks by which a kind opens, such as a list of those
present. Where none of them tells, nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Kind = Literal["minutes", "comment", "review", "letter", "report"]

TITLE_LINES = 2
"""Lines at the start among which the title stands."""

# The most telling first: minutes of an evaluation are minutes, and comments on a review are comments.
_WORDS: dict[Kind, str] = {
    "minutes": r"minutes|notes|notulen|aantekeningen|vergadering\w*|meeting|overleg|\w*beraad|besluitenlijst"
    r"|verslag van",
    "comment": r"comments?|commentaar|commentaren|feedback|reacties?|zienswijzen?|opmerkingen|reply|replies"
    r"|response to|reaction",
    "review": r"review|evaluation|\w*evaluatie\w*|audit\w*|visitatie\w*|inspection|inspectie\w*|assessment"
    r"|doorlichting|rekenkamer\w*|accountants\w*",
    "letter": r"letter|brief|jaarbrief|kamerbrief|memo|memorandum|mail|e mail|eml",
    "report": r"\w*reports?|reporting|\w*verslag|\w*rapport|\w*rapportage|newsletter|nieuwsbrief|\w*plan"
    r"|presentation|presentatie|slides|factsheet|stand van zaken|update|bulletin",
}
_SIGNS: dict[Kind, str] = {
    "minutes": r"(?:present|attendees|apologies|aanwezig(?:en)?|afwezig(?:en)?|afmeldingen)\s*(?::|\(|$)",
    "letter": r"(?:dear|geachte|beste)\s[^.!?]{1,60},?$",
    "review": r".*\b(?:independent auditor|onafhankelijke? accountant|review (?:panel|committee)"
    r"|visitatiecommissie|evaluatiecommissie)\b",
}


def kind_of(name: str, opening: Sequence[str]) -> Kind | None:
    """Return the kind of a document, or None when neither its name nor its opening tells.

    Parameters
    ----------
    name : str
        Name of the file, with its ending.
    opening : sequence of str
        Its first lines, the title first.

    Examples
    --------
    >>> kind_of("scan-0412.pdf", ["Notulen stuurgroep", "Aanwezig: drie partners"])
    'minutes'
    >>> kind_of("scan-0412.pdf", ["The year"]) is None
    True
    """
    titled = (_worded(line) for line in opening[:TITLE_LINES])
    signed = (_signed(line) for line in opening)
    return next((kind for kind in (_worded(name), *titled, *signed) if kind), None)


def _worded(text: str) -> Kind | None:
    words = re.sub(r"[\W\d_]+", " ", text.lower())
    return _first(words, {kind: rf"\b(?:{pattern})\b" for kind, pattern in _WORDS.items()})


def _signed(line: str) -> Kind | None:
    return _first(line.strip().lower(), {kind: rf"^(?:{pattern})" for kind, pattern in _SIGNS.items()})


def _first(text: str, patterns: dict[Kind, str]) -> Kind | None:
    return next((kind for kind, pattern in patterns.items() if re.search(pattern, text)), None)
