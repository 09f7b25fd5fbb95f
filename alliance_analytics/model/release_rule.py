"""The rule of what may be told about how many people, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from alliance_analytics.errors import DisclosureError
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sourced import Sourced

MINIMA = (
    "score_minimum",
    "item_minimum",
    "precision_minimum",
    "subtraction_minimum",
    "invited_minimum",
    "silent_minimum",
)


class ReleaseRule(Sourced):
    """Least numbers of people, see docs/privacy.md."""

    version: str
    score_minimum: int = Field(ge=5)
    item_minimum: int = Field(ge=10)
    precision_minimum: int = Field(ge=10)
    subtraction_minimum: int = Field(ge=5)
    invited_minimum: int = Field(ge=5)
    silent_minimum: int = Field(ge=5)

    def raised(self, minima: dict[str, int]) -> ReleaseRule:
        """Return the rule with some minima raised.

        Raises
        ------
        DisclosureError
            If a minimum is unknown or would be lowered.
        """
        for name, value in minima.items():
            if name not in MINIMA:
                raise DisclosureError("A minimum is unknown.", found=name, allowed=", ".join(MINIMA))
            if value < getattr(self, name):
                raise DisclosureError(
                    "A minimum would be lowered.",
                    found=f"{name}: {value}",
                    allowed=f"{getattr(self, name)} or more",
                    remedy="The rule can only be raised: people answered under it.",
                )
        return self.model_copy(update=minima)


@cache
def release_rule(path: Path | None = None) -> ReleaseRule:
    """Return the rule shipped with the package, or the one in ``path``."""
    return load(path or packaged("release_rule.yml"), ReleaseRule)
