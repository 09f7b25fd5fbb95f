"""What every layer of a figure needs to know: paper, language, names and answer scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alliance_analytics.errors import PageError
from alliance_analytics.publish.figures.style import PAGE, PHONE, Sheet
from alliance_analytics.publish.wording import number, words


@dataclass(frozen=True)
class Setting:
    """The frame around a drawing.

    ``labels`` maps an id to its text in the order drawn; ``points`` is the highest answer of the scale, the
    lowest is 1.
    """

    labels: Mapping[str, str]
    language: str
    sheet: Sheet
    points: int = 5

    @property
    def middle(self) -> float:
        """The midpoint of the answer scale."""
        return (1 + self.points) / 2

    def say(self, key: str, **values: object) -> str:
        """Return the words of ``figures.yml`` for ``key``."""
        return words("figures", self.language)(key, **values)

    def number(self, value: float, decimals: int = 1) -> str:
        """Return a number as it is written in the language of the figure."""
        return number(value, decimals, self.language)

    def signed(self, value: float, decimals: int = 1) -> str:
        """Return a change with its sign, as it is written in the language of the figure."""
        return number(value, decimals, self.language, sign=True)


def setting(labels: Mapping[str, str], language: str, narrow: bool, points: int = 5) -> Setting:
    """Return the setting of a figure on a page or, when ``narrow``, on a phone.

    Raises
    ------
    PageError
        If there is nothing to draw: no labels.
    """
    if not labels:
        raise PageError("A figure has nothing to draw.", where="labels", found="none", allowed="one or more")
    return Setting(labels, language, PHONE if narrow else PAGE, points)
