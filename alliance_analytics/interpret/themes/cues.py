"""Which cues of a codebook occur in a text, and which of them a negation turns round.

The patterns of a language are compiled once for a codebook, and only those are tried whose words can occur in
the text at hand: that is what makes thousands of patterns cheap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from alliance_analytics.interpret.themes.negation import Negations, Span
from alliance_analytics.interpret.themes.normal import normal
from alliance_analytics.interpret.themes.patterns import Groups, any_of, beginnings, expression, text_prefixes
from alliance_analytics.model.codebook import Codebook, Cue
from alliance_analytics.model.sourced import Language

_SIGNS = {"enabler": 1, "constraint": -1, "unclear": 0}


@dataclass(frozen=True)
class Hit:
    """A cue found in a text: where, in which words, and the negations that bear on it."""

    cue: Cue
    span: Span
    words: str
    negated_by: tuple[str, ...] = ()

    @property
    def sign(self) -> int:
        """+1 for an enabler, -1 for a constraint, 0 for neither, after negation.

        One negation turns a judgement round, and makes of a subject without judgement something that is
        lacking. Two leave it open.
        """
        sign = _SIGNS[self.cue.valence]
        if not self.negated_by:
            return sign
        return (-sign or -1) if len(self.negated_by) == 1 else 0

    def __str__(self) -> str:
        """Return the evidence as a reader may see it: factor, words, and what negates them."""
        negation = f" (negated by {', '.join(self.negated_by)})" if self.negated_by else ""
        return f"{self.cue.factor}: {self.words}{negation}"


@dataclass(frozen=True)
class Tone:
    """A word of praise (+1) or complaint (-1), after negation."""

    span: Span
    sign: int


@dataclass(frozen=True)
class Reading:
    """What the coder sees of a text."""

    hits: tuple[Hit, ...]
    tones: tuple[Tone, ...]


class Matcher:
    """The cues of one language of a codebook, ready to be looked for.

    Parameters
    ----------
    codebook : Codebook
        Cues, groups, negations and tone words.
    language : str
        One of the languages of the codebook.
    """

    def __init__(self, codebook: Codebook, language: Language) -> None:
        rules = codebook.languages[language]
        self._negations = Negations(rules.negation, rules.groups)
        self._other_senses = any_of(rules.other_senses, rules.groups)
        self._praise = any_of(rules.tone.enabler, rules.groups)
        self._complaint = any_of(rules.tone.constraint, rules.groups)
        self._patterns = [_Pattern(cue, rules.groups) for cue in codebook.cues_in(language)]
        self._by_prefix: dict[str, set[int]] = defaultdict(set)
        for number, pattern in enumerate(self._patterns):
            for prefix in next(iter(pattern.beginnings), {""}):
                self._by_prefix[prefix].add(number)

    def read(self, text: str) -> Reading:
        """Return the cues and the tone of one text.

        Parameters
        ----------
        text : str
            One passage as written, in the language of the matcher.
        """
        plain = normal(text)
        hits = _longest([self._negated(plain, hit) for hit in self._hits(plain)])
        return Reading(hits, tuple(self._tones_of(plain)) if hits else ())

    def make_ready(self) -> None:
        """Compile all cues, for processes that are to share them."""
        for pattern in self._patterns:
            pattern.make_ready()

    def _hits(self, plain: str) -> Iterator[Hit]:
        other_senses = [Span(*found.span()) for found in self._other_senses.finditer(plain)]
        present = text_prefixes(plain)
        numbers = set().union(*(self._by_prefix.get(prefix, ()) for prefix in present))
        for pattern in map(self._patterns.__getitem__, sorted(numbers)):
            hit = pattern.first_in(plain, other_senses) if pattern.can_occur(present) else None
            if hit:
                yield hit

    def _negated(self, plain: str, hit: Hit) -> Hit:
        if self._negations.named_by(hit.cue.pattern):
            return hit
        words = (*self._negations.inside(plain, hit.span), *self._negations.around(plain, hit.span))
        return Hit(hit.cue, hit.span, hit.words, words)

    def _tones_of(self, plain: str) -> Iterator[Tone]:
        for sign, pattern in ((1, self._praise), (-1, self._complaint)):
            for found in pattern.finditer(plain):
                span = Span(*found.span())
                yield Tone(span, sign * (-1) ** len(self._negations.around(plain, span)))


class _Pattern:
    """A cue whose expressions are compiled when they are first needed."""

    def __init__(self, cue: Cue, groups: Groups) -> None:
        self.cue = cue
        self.beginnings = beginnings(cue.pattern, groups)
        self._groups = groups

    def can_occur(self, present: set[str]) -> bool:
        """Return whether each word slot of the cue begins as some word of a text does."""
        return not any(map(present.isdisjoint, self.beginnings))

    def make_ready(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Compile its expressions."""
        return self._expression, self._exclusions

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(expression(self.cue.pattern, self._groups))

    @cached_property
    def _exclusions(self) -> re.Pattern[str]:
        return any_of(self.cue.not_when, self._groups)

    def first_in(self, plain: str, other_senses: list[Span]) -> Hit | None:
        """Return the first place of the cue in a text that is not in another sense, or None."""
        excluded: list[Span] | None = None
        for found in self._expression.finditer(plain):
            if excluded is None:
                excluded = other_senses + [Span(*other.span()) for other in self._exclusions.finditer(plain)]
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in excluded):
                return Hit(self.cue, span, found.group())
        return None


@cache
def matcher(codebook: Codebook, language: Language) -> Matcher:
    """Return the matcher of one language of a codebook, made once.

    Parameters
    ----------
    codebook : Codebook
        Cues, groups, negations and tone words.
    language : str
        One of the languages of the codebook.
    """
    return Matcher(codebook, language)


def _longest(hits: list[Hit]) -> tuple[Hit, ...]:
    """Drop what is part of a longer cue of the same theme, and repetitions of the same words."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.start - hit.span.end, -hit.cue.weight)):
        if not any(_covers(other, hit) for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.span))


def _covers(longer: Hit, hit: Hit) -> bool:
    inside = longer.span.holds(hit.span) or longer.span == hit.span
    return inside and longer.cue.theme == hit.cue.theme
