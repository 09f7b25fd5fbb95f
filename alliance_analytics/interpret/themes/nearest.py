"""Which sentence of the codebook a passage is most like, so that a code can be compared with an example."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from scipy import sparse

from alliance_analytics.interpret.themes.features import Floats, counts, rarity, weighed
from alliance_analytics.interpret.themes.weights import shipped_weights
from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.sentences import Prototype

CHUNK = 2000
"""Passages compared at a time, so that a long report needs no more memory than a short one."""

Group = tuple[str, str]
"""A language and a theme."""
Example = tuple[Prototype, float]


class Nearest:
    """The sentences of a codebook, by language and theme, each group made ready when it is first asked for.

    Parameters
    ----------
    codebook : Codebook
        Its prototypes are compared with; it may have none.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._grouped: dict[Group, list[Prototype]] = {}
        for prototype in codebook.prototypes:
            self._grouped.setdefault((prototype.language, prototype.theme), []).append(prototype)
        known = shipped_weights(codebook)
        self._rarity = known.rarity if known else rarity(_counted(codebook.prototypes))
        self._ready: dict[Group, sparse.csc_matrix] = {}

    def find(
        self, texts: Sequence[str], languages: Sequence[str], themes: Sequence[str | None]
    ) -> list[Example | None]:
        """Return the nearest sentence of each passage and their likeness, 0 to 1.

        Parameters
        ----------
        texts, languages : sequence of str
            Passages, and the language of each.
        themes : sequence of str or None
            The theme of which a sentence is looked for; None where there is none to look for.
        """
        found: list[Example | None] = [None] * len(texts)
        for group in self._grouped:
            asked = [place for place, each in enumerate(zip(languages, themes, strict=True)) if each == group]
            for start in range(0, len(asked), CHUNK):
                places = asked[start : start + CHUNK]
                examples = self._best(group, [texts[place] for place in places])
                for place, example in zip(places, examples, strict=True):
                    found[place] = example
        return found

    def make_ready(self) -> None:
        """Make all groups ready, for processes that are to share them."""
        for group in self._grouped:
            self._sentences_of(group)

    def _sentences_of(self, group: Group) -> sparse.csc_matrix:
        if group not in self._ready:
            self._ready[group] = weighed(_counted(self._grouped[group]), self._rarity).T.tocsc()
        return self._ready[group]

    def _best(self, group: Group, texts: Sequence[str]) -> list[Example | None]:
        likeness = (
            np.asarray((weighed(counts(texts), self._rarity) @ self._sentences_of(group)).todense()) / 2
        )
        return [self._example(group, row) for row in likeness]

    def _example(self, group: Group, likeness: Floats) -> Example | None:
        place = int(likeness.argmax())
        return (self._grouped[group][place], float(likeness[place])) if likeness[place] > 0 else None


def _counted(prototypes: Iterable[Prototype]) -> sparse.csr_matrix:
    return counts(prototype.text for prototype in prototypes)


@cache
def nearest(codebook: Codebook) -> Nearest:
    """Return the sentences of a codebook ready to be compared with, made once."""
    return Nearest(codebook)
