"""Which sentence of the codebook a passage is most like, so that a code can be compared with an example."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from scipy import sparse

from alliance_analytics.interpret.themes.features import Floats, counts, rarity, weighed
from alliance_analytics.model.codebook import Codebook, Prototype

CHUNK = 2000
"""Passages compared at a time, so that a long report needs no more memory than a short one."""


class Nearest:
    """The sentences of a codebook, ready to be compared with.

    Parameters
    ----------
    codebook : Codebook
        Its prototypes are compared with; it may have none.
    """

    def __init__(self, codebook: Codebook) -> None:
        self.prototypes = codebook.prototypes
        counted = counts(prototype.text for prototype in self.prototypes)
        self._rarity = rarity(counted)
        self._sentences: sparse.csc_matrix = weighed(counted, self._rarity).T.tocsc()
        self._themes = np.array([prototype.theme for prototype in self.prototypes])

    def find(
        self, texts: Sequence[str], themes: Sequence[str | None]
    ) -> list[tuple[Prototype, float] | None]:
        """Return the nearest sentence of each passage and their likeness, 0 to 1.

        Parameters
        ----------
        texts : sequence of str
            Passages.
        themes : sequence of str or None
            The theme of which a sentence is looked for; None for any.
        """
        found: list[tuple[Prototype, float] | None] = []
        for start in range(0, len(texts), CHUNK):
            rows = weighed(counts(texts[start : start + CHUNK]), self._rarity)
            likeness = np.asarray((rows @ self._sentences).todense()) / 2
            found += [
                self._best(row, theme)
                for row, theme in zip(likeness, themes[start : start + CHUNK], strict=True)
            ]
        return found

    def _best(self, likeness: Floats, theme: str | None) -> tuple[Prototype, float] | None:
        allowed = likeness if theme is None else np.where(self._themes == theme, likeness, 0.0)
        if not allowed.size or allowed.max() <= 0:
            return None
        place = int(allowed.argmax())
        return self.prototypes[place], float(allowed[place])


@cache
def nearest(codebook: Codebook) -> Nearest:
    """Return the sentences of a codebook ready to be compared with, made once."""
    return Nearest(codebook)
