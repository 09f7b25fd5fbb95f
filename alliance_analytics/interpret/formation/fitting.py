"""The form of working together that the four conditions point to.

An alliance is preferable when all four hold together; one that fails names the forms that fit instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from alliance_analytics.interpret.formation.judging import FAILS, HOLDS, OPEN, UNRATED, verdict_of
from alliance_analytics.model.formation import Formation

ALLIANCE, ALLIANCE_IF, OTHER, CANNOT_TELL = "alliance", "alliance_if", "other", "cannot_tell"
YES, NO = "yes", "no"
FORM = "alliance"
"""The form that all four conditions together point to."""


@dataclass(frozen=True)
class Fit:
    """What the conditions point to.

    Attributes
    ----------
    answer : str
        "alliance" when all hold; "alliance_if" when none fails and some are open; "other" when one fails;
        "cannot_tell" when not one of them is decided.
    forms : tuple of str
        Ids of the forms that fit, from loose to tight.
    holding, undecided, failing : tuple of str
        Ids of conditions.
    """

    answer: str
    forms: tuple[str, ...]
    holding: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()


def fitting_form(verdicts: Mapping[str, str], model: Formation) -> Fit:
    """Return the form that fits.

    Parameters
    ----------
    verdicts : mapping
        Condition id to "holds", "open", "fails" or "unrated"; one that is absent is unrated.
    model : Formation
        The conditions and what fits where one fails. Forms that suit every failing condition are preferred;
        where there are none, all that suit one of them are named.
    """
    sides: dict[str, list[str]] = {HOLDS: [], OPEN: [], FAILS: []}
    for condition in model.conditions:
        verdict = verdicts.get(condition.id, UNRATED)
        sides[OPEN if verdict == UNRATED else verdict].append(condition.id)
    holding, undecided, failing = (tuple(sides[name]) for name in (HOLDS, OPEN, FAILS))
    answer = _answer(holding, undecided, failing)
    return Fit(answer, _forms(answer, failing, model), holding, undecided, failing)


def fit_of_each_rater(ratings: pd.DataFrame, model: Formation) -> dict[int, Fit]:
    """Return what each rater alone would come to; raters who rated no condition are left out.

    Parameters
    ----------
    ratings : frame
        Columns question, rater and rating.
    model : Formation
        The conditions and the scale.
    """
    asked = ratings[ratings["question"].isin([condition.id for condition in model.conditions])]
    found = {}
    for rater, own in asked.groupby("rater"):
        verdicts = {
            str(question): verdict_of(float(rating), model.ratings)
            for question, rating in zip(own["question"], own["rating"], strict=True)
        }
        found[int(str(rater))] = fitting_form(verdicts, model)
    return found


def called_for(verdicts: Mapping[str, str], model: Formation) -> str:
    """Return whether a trans-organisational system is called for: "yes", "no" or "open".

    Parameters
    ----------
    verdicts : mapping
        Question id to its verdict.
    model : Formation
        The two questions: single organisations have failed, and partners are willing.

    Notes
    -----
    *Is an alliance, coalition or partnership the right strategy for your problem?*: go ahead when both hold.
    """
    found = {verdicts.get(entry.id, UNRATED) for entry in model.readiness}
    if FAILS in found:
        return NO
    return YES if found == {HOLDS} else OPEN


def _answer(holding: tuple[str, ...], undecided: tuple[str, ...], failing: tuple[str, ...]) -> str:
    if failing:
        return OTHER
    if not holding:
        return CANNOT_TELL
    return ALLIANCE_IF if undecided else ALLIANCE


def _forms(answer: str, failing: tuple[str, ...], model: Formation) -> tuple[str, ...]:
    if answer != OTHER:
        return () if answer == CANNOT_TELL else (FORM,)
    suited = [set(model.condition(name).otherwise) for name in failing]
    fitting = set.intersection(*suited) or set.union(*suited)
    return tuple(form.id for form in model.forms if form.id in fitting)
