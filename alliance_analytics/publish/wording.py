"""Every sentence a reader sees, in English and Dutch, as data.

A wording file ``wordings/<area>.yml`` maps a key to ``{en: ..., nl: ...}`` with ``{placeholders}``. A missing
key, language or placeholder fails: a page never shows half a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from alliance_analytics.errors import PageError, ParameterError, did_you_mean
from alliance_analytics.model.loading import read_yaml
from alliance_analytics.model.sourced import LANGUAGES

Words = Callable[..., str]


def words(area: str, language: str) -> Words:
    """Return a function that turns a key and its values into a sentence.

    Parameters
    ----------
    area : str
        Name of a file in ``publish/wordings``, without its ending.
    language : str
        ``'en'`` or ``'nl'``.

    Raises
    ------
    ParameterError
        If the language is unknown.
    PageError
        When called with an unknown key or without a value that the sentence needs.
    """
    if language not in LANGUAGES:
        raise ParameterError(
            "The language is unknown.",
            found=language,
            allowed=", ".join(LANGUAGES),
            remedy=did_you_mean(language, LANGUAGES),
        )
    sentences = _sentences(area)

    def say(key: str, **values: object) -> str:
        try:
            return sentences[key][language].format(**values)
        except (KeyError, IndexError) as error:
            raise PageError(
                "A sentence or a value in it is missing.",
                where=f"{area}.yml, {key}, {language}",
                found=str(error),
            ) from error

    return say


def number(value: float, decimals: int, language: str, *, sign: bool = False) -> str:
    """Return a number as readers of ``language`` write it; a true minus, and a comma in Dutch.

    Examples
    --------
    >>> number(-0.25, 1, "nl", sign=True)
    '\u22120,2'
    """
    text = f"{value:+.{decimals}f}" if sign else f"{value:.{decimals}f}"
    if float(text) == 0:
        text = text.lstrip("+-")
    text = text.replace("-", "\u2212")
    return text.replace(".", ",") if language == "nl" else text


@cache
def _sentences(area: str) -> dict[str, dict[str, str]]:
    path = Path(str(files("alliance_analytics.publish") / "wordings" / f"{area}.yml"))
    content: dict[str, dict[str, str]] = read_yaml(path)
    return content
