"""Which cues of a codebook occur in a text, and which of them are turned round by a negation.

The patterns of a language are compiled once for a codebook, and only those are tried whose words can occur in the
text at hand: that is what makes thousands of patterns cheap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from alliance_analytics.interpret.themes.normal import normal
from alliance_analytics.interpret.themes.patterns import (
    Groups,
    any_of,
    expression,
    literal_words,
    prefixes,
    text_prefixes,
)
from alliance_analytics.model.codebook import Codebook, Cue, Negation
from alliance_analytics.model.sourced import Language

_SIGNS = {"enabler": 1, "constraint": -1, "unclear": 0}


@dataclass(frozen=True)
class Span:
    """A stretch of a text in plain form, from ``start`` up to ``end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies inside this one and is shorter."""
        return self.start <= other.start and other.end <= self.end and self != other


@dataclass(frozen=True)
class Hit:
    """A cue found in a text, with the words that matched and the negations that bear on it."""

    cue: Cue
    span: Span
    words: str
    negated_by: tuple[str, ...] = ()

    @property
    def sign(self) -> int:
        """+1 for an enabler, -1 for a constraint, 0 when neither; after negation.

        One negation turns a judging cue round and makes a subject without judgement something that is lacking. Two of
        them leave it open.
        """
        sign = _SIGNS[self.cue.valence]
        if not self.negated_by:
            return sign
        return (-sign or -1) if len(self.negated_by) == 1 else 0


@dataclass(frozen=True)
class Reading:
    """What a text holds: cues, and tone words as a balance of praise (+1 each) and complaint (-1 each)."""

    hits: tuple[Hit, ...]
    tone: tuple[tuple[Span, int], ...]


class Matcher:
    """The cues of one language of a codebook, ready to be looked for."""

    def __init__(self, codebook: Codebook, language: Language) -> None:
        rules = codebook.languages[language]
        self._negations = _Negations(rules.negation, rules.groups)
        self._other_senses = any_of(rules.other_senses, rules.groups)
        self._praise = any_of(rules.tone.enabler, rules.groups)
        self._complaint = any_of(rules.tone.constraint, rules.groups)
        self._by_prefix: dict[str, list[_Compiled]] = defaultdict(list)
        for cue in codebook.cues_in(language):
            compiled = _Compiled(cue, rules.groups, self._negations.names(cue.pattern))
            for prefix in prefixes(cue.pattern, rules.groups):
                self._by_prefix[prefix].append(compiled)

    def read(self, text: str) -> Reading:
        """Return the cues and the tone of one text.

        Parameters
        ----------
        text : str
            One passage as written, of the matcher's language.
        """
        plain = normal(text)
        hits = tuple(_without_held(self._found(plain)))
        if not hits:
            return Reading((), ())
        negations = self._negations.of(plain)
        judged = tuple(replace(hit, negated_by=negations.on(hit.span)) if hit.cue in self._open else hit for hit in hits)
        return Reading(judged, tuple(self._tone(plain, negations)))
