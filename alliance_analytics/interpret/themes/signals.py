"""What speaks for a theme, and for praise, side by side: likeness to known sentences, and cues."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from alliance_analytics.interpret.themes.features import Floats
from alliance_analytics.interpret.themes.reading import CueNumbers

MOST_CUES = 2.0
"""Cues beyond the second add nothing: long passages would win by length."""


def theme_signals(likeness: Sequence[Floats], cues: CueNumbers, column: int) -> Floats:
    """Return the signals of one theme, shape (n, len(likeness) + 4).

    Parameters
    ----------
    likeness : sequence of arrays, shape (n,)
        Log odds by each kind of likeness.
    cues : CueNumbers
        What the rules found.
    column : int
        Of the theme.
    """
    own = np.minimum(cues.weights[:, column], MOST_CUES)
    others = np.minimum(np.delete(cues.weights, column, axis=1).max(axis=1), MOST_CUES)
    return np.column_stack([*likeness, own, own >= 1, own > 0, others])


def polarity_signals(likeness: Sequence[Floats], balances: Floats, tone: Floats) -> Floats:
    """Return the signals of praise, shape (n, len(likeness) + 2); all parts have shape (n,)."""
    return np.column_stack([*likeness, np.clip(balances, -MOST_CUES, MOST_CUES), np.clip(tone, -2, 2)])
