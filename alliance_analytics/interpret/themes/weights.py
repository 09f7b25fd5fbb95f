"""What a coder learned from the sentences of a codebook: weights, kept in a file beside the codebook shipped.

Weights belong to one codebook, by its fingerprint; those of another are never used.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TypeVar

import numpy as np

from alliance_analytics.interpret.themes.features import Floats
from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.loading import packaged

FILE = "theme_weights.npz"


@dataclass(frozen=True, eq=False)
class Weights:
    """All that is learned; the four themes in the order of the model, then polarity.

    Attributes
    ----------
    rarity : array, shape (WIDTH,)
        Weight of each bucket of ``features``.
    likeness : array, shape (WIDTH + 1, 5)
        From a weighed text to the log odds of each theme and of *enabler*; the last row is added to all.
    combined : array, shape (4, 6)
        From likeness and cues to the log odds of a theme; the last column is added.
    polarity : array, shape (4,)
        From likeness, balance of cues and tone to the log odds of *enabler*; the last is added.
    limits : array, shape (3,)
        Probabilities: below the first a theme is absent, from the second on it is there, both beyond doubt;
        the third decides when nobody may abstain.
    """

    rarity: Floats
    likeness: Floats
    combined: Floats
    polarity: Floats
    limits: Floats


@dataclass(frozen=True, eq=False)
class VectorWeights:
    """What is learned beside that from the vectors of a sentence encoder of ``width`` numbers.

    ``likeness`` has shape (width + 1, 5), ``combined`` (4, 7), ``polarity`` (5,) and ``limits`` (3,).
    """

    likeness: Floats
    combined: Floats
    polarity: Floats
    limits: Floats


Learned = TypeVar("Learned", Weights, VectorWeights)


@cache
def shipped_weights(codebook: Codebook) -> Weights | None:
    """Return the weights shipped if they were learned from this codebook, else None."""
    return _read(codebook, "", Weights)


@cache
def shipped_vector_weights(codebook: Codebook, encoder: str) -> VectorWeights | None:
    """Return the weights shipped for an encoder if they were learned from this codebook, else None."""
    return _read(codebook, f"{encoder}/", VectorWeights)


def save(path: Path, codebook: Codebook, learned: Weights, by_encoder: dict[str, VectorWeights]) -> None:
    """Write weights to a file, small numbers rounded to sixteen bits."""
    parts: dict[str, Weights | VectorWeights] = {"": learned}
    parts |= {f"{encoder}/": found for encoder, found in by_encoder.items()}
    arrays = {
        f"{prefix}{field.name}": getattr(part, field.name).astype(_precision(field.name))
        for prefix, part in parts.items()
        for field in fields(part)
    }
    np.savez_compressed(path, fingerprint=np.array(codebook.fingerprint), **arrays)


def _read(codebook: Codebook, prefix: str, kind: type[Learned]) -> Learned | None:
    with np.load(packaged(FILE), allow_pickle=False) as file:
        names = {field.name: f"{prefix}{field.name}" for field in fields(kind)}
        if str(file["fingerprint"]) != codebook.fingerprint or not set(names.values()) <= set(file.files):
            return None
        return kind(**{name: file[key].astype(np.float64) for name, key in names.items()})


def _precision(name: str) -> str:
    return "float16" if name in ("rarity", "likeness") else "float64"
