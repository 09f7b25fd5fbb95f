"""Negations and how far they reach: a few words before or after a cue, but not past a comma or a *but*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alliance_analytics.interpret.themes.patterns import Groups, any_of, named_words
from alliance_analytics.model.codebook import Negation


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a text in plain form, from character ``start`` up to ``end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies inside this one and is shorter."""
        return self.start <= other.start and other.end <= self.end and self != other


class Negations:
    """The negation words of one language.

    Parameters
    ----------
    rules : Negation
        Words, windows (in words) and what ends their reach.
    groups : mapping of str to tuple of str
        The groups of the language.
    """

    def __init__(self, rules: Negation, groups: Groups) -> None:
        self._rules = rules
        self._groups = groups
        self._before = any_of(rules.before, groups)
        self._after = any_of(rules.after, groups)
        self._exempt = any_of(rules.exempt, groups)
        self._stops = any_of((*rules.stops, "."), groups)

    def named_by(self, pattern: str) -> bool:
        """Whether a pattern asks for a negation word itself, so that it must not be turned round by one."""
        return any(self._before.search(f" {word} ") for word in named_words(pattern, self._groups))

    def around(self, text: str, span: Span) -> tuple[str, ...]:
        """Return the negation words that bear on a span from outside it.

        Parameters
        ----------
        text : str
            A text in plain form.
        span : Span
            The words that may be negated.
        """
        return (*self._reaching_forward(text, span), *self._reaching_back(text, span))

    def inside(self, text: str, span: Span) -> tuple[str, ...]:
        """Return the negation words between the first and the last word of a span."""
        return tuple(text[found.start : found.end] for found in self._found(text, span.start, span.end))

    def _reaching_forward(self, text: str, span: Span) -> Iterator[str]:
        start = _words_back(text, span.start, self._rules.window)
        stop = max((found.end() for found in self._stops.finditer(text, start, span.start)), default=start)
        for found in self._found(text, stop, span.start):
            yield text[found.start : found.end]

    def _reaching_back(self, text: str, span: Span) -> Iterator[str]:
        end = _words_on(text, span.end, self._rules.after_window)
        stop = self._stops.search(text, span.end, end)
        for found in self._after.finditer(text, span.end, stop.start() if stop else end):
            yield found.group()

    def _found(self, text: str, start: int, end: int) -> Iterator[Span]:
        exempt = [Span(*found.span()) for found in self._exempt.finditer(text)]
        for found in self._before.finditer(text, start, end):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in exempt):
                yield span


def _words_back(text: str, position: int, count: int) -> int:
    for _ in range(count + 1):
        position = text.rfind(" ", 0, position)
        if position <= 0:
            return 0
    return position


def _words_on(text: str, position: int, count: int) -> int:
    for _ in range(count + 1):
        position = text.find(" ", position + 1)
        if position < 0:
            return len(text)
    return position
