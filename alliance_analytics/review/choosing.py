"""Refuse a name that does not exist, with the nearest one that does."""

from __future__ import annotations

from collections.abc import Collection

from alliance_analytics.errors import ParameterError, did_you_mean


def refuse_unknown(what: str, name: str, known: Collection[str]) -> None:
    """Raise an error unless ``name`` is one of ``known``.

    Parameters
    ----------
    what : str
        What kind of name it is, as in *This scale is unknown*.
    name : str
        What was asked for.
    known : collection of str
        What there is.

    Raises
    ------
    ParameterError
        If it is not there.
    """
    if name not in known:
        raise ParameterError(
            f"This {what} is unknown.",
            found=name,
            allowed=", ".join(known),
            remedy=did_you_mean(name, known),
        )
