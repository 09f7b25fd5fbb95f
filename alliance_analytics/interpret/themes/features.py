"""A text as numbers, for a coder by likeness: words, pairs of words and pieces of words, weighed by rarity.

Every piece falls into one of a fixed number of buckets, so that no vocabulary has to be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt
from scipy import sparse

from alliance_analytics.interpret.themes.normal import normal

BUCKETS = 1 << 16
"""Of each of the two blocks: pieces of words, and whole words with their pairs."""
WIDTH = 2 * BUCKETS
SHORTEST, LONGEST = 3, 5
_DIGITS = re.compile(r"\d+")

Floats = npt.NDArray[np.float64]


def counts(texts: Iterable[str]) -> sparse.csr_matrix:
    """Return how much of each piece every text holds, one plus the logarithm of its count.

    Parameters
    ----------
    texts : iterable of str
        Passages as written.

    Returns
    -------
    csr_matrix, shape (n_texts, WIDTH)
        The first half counts pieces of words, the second half words and pairs of words.
    """
    found = [_buckets(text) for text in texts]
    ends = np.cumsum([0, *map(len, found)])
    places = np.array([place for places in found for place in places], dtype=np.int64)
    matrix = sparse.csr_matrix((np.ones(len(places)), places, ends), shape=(len(found), WIDTH))
    matrix.sum_duplicates()
    matrix.data = 1 + np.log(matrix.data)
    return matrix


def rarity(counted: sparse.csr_matrix) -> Floats:
    """Return the weight of each bucket, shape (WIDTH,): the logarithm of how seldom it occurs.

    A bucket that fewer than two texts fill weighs nothing, as it cannot make two texts alike.
    """
    texts = np.bincount(counted.indices, minlength=WIDTH)
    weights = np.log((1 + counted.shape[0]) / (1 + texts)) + 1
    return np.asarray(np.where(texts < 2, 0.0, weights))


def weighed(counted: sparse.csr_matrix, weights: Floats) -> sparse.csr_matrix:
    """Return counts by weight, each of the two blocks of a row with length one (or zero, if empty)."""
    scaled = counted.copy()
    scaled.data = scaled.data * weights[scaled.indices]
    rows = np.repeat(np.arange(scaled.shape[0]), np.diff(scaled.indptr))
    block = 2 * rows + (scaled.indices >= BUCKETS)
    lengths = np.sqrt(np.bincount(block, weights=scaled.data**2, minlength=2 * scaled.shape[0]))
    scaled.data = scaled.data / np.where(lengths > 0, lengths, 1)[block]
    return scaled


def _buckets(text: str) -> list[int]:
    words = _DIGITS.sub("0", normal(text)).split()
    pieces = [place for word in words for place in _of_word(word)]
    return [*pieces, *(BUCKETS + _bucket(f"{first} {second}") for first, second in pairwise(words))]


@lru_cache(maxsize=100_000)
def _of_word(word: str) -> Sequence[int]:
    padded = f" {word} "
    # Letters of one byte can be cut as bytes, which costs half.
    text: str | bytes = padded.encode() if padded.isascii() else padded
    grams = [
        text[start : start + length]
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(max(len(text) - length + 1, 0))
    ]
    return (*map(_bucket, grams), BUCKETS + _bucket(word))


def _bucket(piece: str | bytes) -> int:
    return crc32(piece.encode() if isinstance(piece, str) else piece) % BUCKETS
