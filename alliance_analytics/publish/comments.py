"""Which comments may be shown: of a large group, from several people, and telling nobody.

A comment that holds anything that looks like an identifier is left out as a whole: a mark in its place would
still show whose sentence it is. The order is that of a hash, so it says nothing of who came first.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pandas as pd

from alliance_analytics.intake.identifiers.texts import MASK, identifying_text
from alliance_analytics.model.release_rule import ReleaseRule

FEWEST_CONTRIBUTORS = 3
"""People who wrote something, for any of it to be shown. Our convention."""


@dataclass(frozen=True)
class ReleasedComments:
    """The comments that may be shown, and how many may not.

    Parameters
    ----------
    comments : frame
        Columns item and text, shuffled within each item.
    withheld : int
        Comments that hold something that looks like an identifier.
    too_few : tuple of str
        Questions that too few people answered in their own words.
    """

    comments: pd.DataFrame
    withheld: int
    too_few: tuple[str, ...]


def release_comments(
    comments: pd.DataFrame, people: int, rule: ReleaseRule, *, seed: str
) -> ReleasedComments:
    """Return the comments of a group that may be shown.

    Parameters
    ----------
    comments : frame, one row a comment
        Columns person (missing where not known), item and text; one row a person and item.
    people : int
        Respondents in the group.
    rule : ReleaseRule
        The minima; a group needs as many as a single statement does.
    seed : str
        Makes the order: the same comments come in the same order, which is that of no file.
    """
    telling = comments["text"].map(_tells).astype(bool)
    fit = comments[~telling]
    large = people >= rule.item_minimum
    enough = {item for item, own in fit.groupby("item") if large and _writers(own) >= FEWEST_CONTRIBUTORS}
    shown = fit[fit["item"].isin(enough)]
    order = shown["text"].map(lambda text: hashlib.sha256(f"{seed}\n{text}".encode()).hexdigest())
    shuffled = shown.assign(order=order).sort_values(["item", "order"])[["item", "text"]]
    asked = dict.fromkeys(map(str, comments["item"]))
    return ReleasedComments(
        shuffled.reset_index(drop=True),
        int(telling.sum()),
        tuple(item for item in asked if item not in enough),
    )


def _tells(text: str) -> bool:
    """Return whether a comment holds an identifier, or held one when it was read."""
    return MASK in text or bool(identifying_text(text))


def _writers(comments: pd.DataFrame) -> int:
    """Return how many people surely wrote: known ones once, and all unknown ones as their rows."""
    person = comments["person"]
    return int(person.nunique() + person.isna().sum())
