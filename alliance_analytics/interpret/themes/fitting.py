"""Learn from the sentences of a codebook how likely a theme is, given a text's likeness to them and its cues.

How much likeness may count beside cues is learned from sentences that the likeness was not learned from: each
fifth part is judged by the other four. Passages that people coded to test the coder play no part in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from alliance_analytics.interpret.themes.features import Floats, counts, rarity, weighed
from alliance_analytics.interpret.themes.reading import numbers_of, read_all
from alliance_analytics.interpret.themes.signals import polarity_signals, theme_signals
from alliance_analytics.interpret.themes.weights import VectorWeights, Weights
from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.themes import THEME_IDS

FOLDS, SEED = 5, 7
FEWEST = 100
"""Sentences with a theme below which nothing is learned, and cues decide alone."""
LEFT_ALONE = 0.95
"""Share of sentences without a theme that must be given none."""
CERTAIN, OVERLOOKED = 0.80, 0.20
"""Precision from which on a theme is certain; share of themes that may lie below certain absence."""
STRENGTH_OF_TEXT, STRENGTH_OF_VECTORS, STRENGTH_OF_SIGNALS = 4.0, 8.0, 100.0

Booleans = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Sentences:
    """The sentences of a codebook: texts, languages, which themes (n, 4), and whether enabler (n,)."""

    texts: tuple[str, ...]
    languages: tuple[str, ...]
    themes: Booleans
    enablers: Booleans


def sentences_of(codebook: Codebook) -> Sentences:
    """Return all sentences of a codebook, those without a theme last."""
    shown, plain = codebook.prototypes, codebook.without_theme
    everything = [(one.text, one.language) for one in shown] + [(one.text, one.language) for one in plain]
    themes = [[prototype.theme == theme for theme in THEME_IDS] for prototype in shown]
    return Sentences(
        texts=tuple(text for text, _ in everything),
        languages=tuple(language for _, language in everything),
        themes=np.array(themes + [[False] * len(THEME_IDS)] * len(plain), dtype=bool),
        enablers=np.array([one.polarity == "enabler" for one in shown] + [False] * len(plain), dtype=bool),
    )


def can_be_learned(codebook: Codebook) -> bool:
    """Whether a codebook has sentences enough, with each theme and with none."""
    given = {prototype.theme for prototype in codebook.prototypes}
    return len(codebook.prototypes) >= FEWEST and given == set(THEME_IDS) and len(codebook.without_theme) > 20


@cache
def learned(codebook: Codebook) -> Weights:
    """Return the weights that the sentences of a codebook teach; takes some seconds, once a codebook."""
    given = sentences_of(codebook)
    counted = counts(given.texts)
    rare = rarity(counted)
    known, likeness = _likeness(weighed(counted, rare), given, STRENGTH_OF_TEXT)
    combined, polarity, limits = _combination(given, codebook, [known])
    return Weights(rare, likeness, combined, polarity, limits)


def learned_from_vectors(codebook: Codebook, vectors: Floats) -> VectorWeights:
    """Return what the vectors of the same sentences, shape (n, width), teach beside their texts."""
    given = sentences_of(codebook)
    counted = counts(given.texts)
    of_texts, _ = _likeness(weighed(counted, rarity(counted)), given, STRENGTH_OF_TEXT)
    known, likeness = _likeness(vectors, given, STRENGTH_OF_VECTORS)
    combined, polarity, limits = _combination(given, codebook, [of_texts, known])
    return VectorWeights(likeness, combined, polarity, limits)


def _likeness(values: Any, given: Sentences, strength: float) -> tuple[Floats, Floats]:
    """Return log odds of sentences by the other folds, shape (n, 5), and weights, shape (width + 1, 5)."""
    targets: list[tuple[Any, Any]] = [
        (given.themes[:, column], np.ones(len(given.texts), bool)) for column in range(len(THEME_IDS))
    ]
    targets.append((given.enablers, given.themes.any(axis=1)))
    known, weights = zip(*(_one(values, target, rows, strength) for target, rows in targets), strict=True)
    return np.column_stack(known), np.column_stack(weights)


def _one(values: Any, target: Booleans, rows: Booleans, strength: float) -> tuple[Floats, Floats]:
    from sklearn.model_selection import StratifiedKFold  # noqa: PLC0415 - takes a second to import, and is seldom needed

    used = np.flatnonzero(rows)
    known = np.zeros(len(target))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    for learn, judge in folds.split(used, target[used]):
        model = _model(strength).fit(values[used[learn]], target[used[learn]])
        known[used[judge]] = model.decision_function(values[used[judge]])
    model = _model(strength).fit(values[used], target[used])
    return known, np.append(model.coef_[0], model.intercept_[0])


def _combination(
    given: Sentences, codebook: Codebook, known: Sequence[Floats]
) -> tuple[Floats, Floats, Floats]:
    cues = numbers_of(read_all(given.texts, given.languages, codebook))
    columns = range(len(THEME_IDS))
    signals = [theme_signals([log_odds[:, column] for log_odds in known], cues, column) for column in columns]
    models = [_signal_model(signals[column], given.themes[:, column]) for column in columns]
    chances = np.column_stack([_chances(signals[column], models[column]) for column in columns])
    spoken = given.themes.any(axis=1)
    balances = np.where(given.themes, cues.balances, 0).sum(axis=1)
    leaning = polarity_signals([log_odds[:, -1] for log_odds in known], balances, cues.tone)
    polarity = _signal_model(leaning[spoken], given.enablers[spoken])
    return np.array(models), polarity, _limits(chances, given.themes)


def _signal_model(signals: Floats, target: Booleans) -> Floats:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - takes a second to import, and is seldom needed

    model = LogisticRegression(C=STRENGTH_OF_SIGNALS, max_iter=1000).fit(signals, target)
    return np.append(model.coef_[0], model.intercept_[0])


def _chances(signals: Floats, model: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-(signals @ model[:-1] + model[-1]))))


def _limits(chances: Floats, themes: Booleans) -> Floats:
    """Return where a theme is certainly absent, certainly there, and decided if it must be."""
    best = chances[~themes.any(axis=1)].max(axis=1)
    decided = max(float(np.quantile(best, LEFT_ALONE)), 0.5)  # never a theme that is less likely than not
    steps = np.arange(0.05, 0.96, 0.01)
    precise = [step for step in steps if themes[chances >= step].mean() >= CERTAIN]
    sure = max(float(precise[0]) if precise else 0.95, decided)
    absent = min(float(np.quantile(chances[themes], OVERLOOKED)), decided)
    return np.array([absent, sure, decided])


def _model(strength: float) -> Any:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - takes a second to import, and is seldom needed

    return LogisticRegression(C=strength, class_weight="balanced", solver="liblinear", max_iter=2000)
