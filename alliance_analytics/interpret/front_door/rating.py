"""Several raters, one place: the middle rating of each criterion counts, and how far raters agree is told."""

from __future__ import annotations

import numpy as np
import pandas as pd

from alliance_analytics.errors import ParameterError
from alliance_analytics.measure.coders import CoderAgreement, krippendorff_alpha
from alliance_analytics.model.front_door import CRITERION_IDS, FrontDoor

ROUND = ["relation", "round"]
RATED_COLUMNS = [
    *ROUND, "rated", "order", "raters", *CRITERION_IDS, "spread", "apart",
    "resourcing", "service_level", "agreeing",
]  # fmt: skip
CRITERIA = list(CRITERION_IDS)
NUMBERS = {**dict.fromkeys([*CRITERIA, "spread", "agreeing"], float), "raters": int, "apart": bool}


def rated_rounds(rows: pd.DataFrame, door: FrontDoor) -> pd.DataFrame:
    """Return what each relation was rated in each round.

    Parameters
    ----------
    rows : frame
        One row a relation, rater and round: columns relation, rater, round, rated (date or None) and the
        three criteria (float, NaN = not rated).
    door : FrontDoor
        Scale and placement.

    Returns
    -------
    frame
        Columns of ``RATED_COLUMNS``, a relation's rounds oldest first (``order`` from 0). Criteria are
        medians; ``spread`` is the largest distance between two raters on any criterion, in steps, and
        ``apart`` whether that is too far; resourcing and service_level are None until all criteria are rated;
        ``agreeing`` is the share of raters (0 to 1) whose own ratings lead to the same place.
    """
    latest = rows.drop_duplicates([*ROUND, "rater"], keep="last")
    parts = [
        _round(relation, name, found, door) for (relation, name), found in latest.groupby(ROUND, sort=False)
    ]
    table = pd.DataFrame(parts, columns=[name for name in RATED_COLUMNS if name != "order"], dtype=object)
    table = table.astype(NUMBERS)  # what is missing otherwise stays None
    by_time = table.assign(when=[str(day or "") for day in table["rated"]])
    ordered = by_time.sort_values(["relation", "when", "round"], kind="stable", ignore_index=True)
    return ordered.assign(order=ordered.groupby("relation").cumcount())[RATED_COLUMNS]


def raters_agreement(rows: pd.DataFrame, criterion: str) -> CoderAgreement:
    """Return how far raters agree on one criterion over all relations of their newest rounds.

    Parameters
    ----------
    rows : frame
        One row a relation and rater.
    criterion : str
        One of the three.

    Returns
    -------
    CoderAgreement
        Krippendorff's alpha for ordered codes: 1 when all agree, about 0 when ratings say nothing.

    Raises
    ------
    ParameterError
        If there is no such criterion.
    """
    if criterion not in CRITERION_IDS:
        raise ParameterError("There is no such criterion.", found=criterion, allowed=", ".join(CRITERION_IDS))
    known = rows.dropna(subset=["rater", criterion]).drop_duplicates(["relation", "rater"], keep="last")
    table = known.pivot(index="rater", columns="relation", values=criterion)
    return krippendorff_alpha(table.to_numpy(float).reshape(len(table), -1), "ordinal")


def newest_rows(rows: pd.DataFrame, rounds: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of each relation's newest round."""
    newest = rounds.sort_values("order").groupby("relation", sort=False).tail(1)[ROUND]
    return rows.merge(newest, on=ROUND)


def _round(relation: object, name: object, rows: pd.DataFrame, door: FrontDoor) -> dict[str, object]:
    ratings = rows[CRITERIA].to_numpy(float)
    medians = [_median(column) for column in ratings.T]
    known = [column[np.isfinite(column)] for column in ratings.T]
    spread = max((float(np.ptp(column)) for column in known if len(column)), default=float("nan"))
    place = _place(medians, door)
    days = [day for day in rows["rated"] if day is not None and pd.notna(day)]
    return {
        "relation": relation,
        "round": name,
        "rated": max(days, default=None),
        "raters": int(np.isfinite(ratings).any(axis=1).sum()),
        **dict(zip(CRITERIA, medians, strict=True)),
        "spread": spread,
        "apart": bool(spread >= door.ratings.apart_from),
        "resourcing": place[0],
        "service_level": place[1],
        "agreeing": _agreeing(ratings, place, door),
    }


def _median(column: np.ndarray) -> float:
    known = column[np.isfinite(column)]
    return float(np.median(known)) if len(known) else float("nan")


def _place(ratings: list[float], door: FrontDoor) -> tuple[str | None, str | None]:
    if not np.isfinite(ratings).all():
        return None, None
    corner = door.corner(dict(zip(CRITERIA, ratings, strict=True)))
    return corner.resourcing, corner.service_level


def _agreeing(ratings: np.ndarray, place: tuple[str | None, str | None], door: FrontDoor) -> float:
    own = [_place(list(row), door) for row in ratings if np.isfinite(row).all()]
    return float(np.mean([each == place for each in own])) if own else float("nan")
