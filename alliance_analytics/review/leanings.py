"""To which end people lean, statement by statement: the finding above bars of answers."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.measure.proportions import wilson_interval
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.study import Study


def leanings(table: pd.DataFrame) -> pd.DataFrame:
    """Return the share on the good and on the bad side of the midpoint, one row a statement that is shown.

    Parameters
    ----------
    table : frame
        Released distributions: item, direction, n, ``share_1`` and on as answered, shown.

    Returns
    -------
    frame
        Columns item, n, good and bad (0 to 1), in the order given. Agreeing with a statement that describes
        the bad end is on the bad side.
    """
    shown = table[table["shown"]].reset_index(drop=True)
    shares = [name for name in table.columns if name.startswith("share_")]
    half = len(shares) // 2
    low, high = shown[shares[:half]].sum(axis=1), shown[shares[-half:]].sum(axis=1)
    turned = shown["direction"] == "negative"
    return shown[["item", "n"]].assign(good=high.where(~turned, low), bad=low.where(~turned, high))


def leaning_headline(study: Study, table: pd.DataFrame, dimension: str) -> str:
    """Say to which end most people lean, on how many of the statements that are shown."""
    found = leanings(table)
    words = _words(study, dimension) | {"count": len(found)}
    if found.empty:
        answered = (table["reason"] != "no_answers").any()
        return study.say("answers.all_hidden" if answered else "answers.none", **words)
    better, worse = int((found["good"] > found["bad"]).sum()), int((found["good"] < found["bad"]).sum())
    if len(found) == 1 or len(found) not in (better, worse):
        return study.say("answers.some", **words | {"better": better, "worse": worse})
    return study.say("answers.all_good" if better else "answers.all_bad", **words)


def leaning_range(study: Study, table: pd.DataFrame) -> tuple[str, ...]:
    """Say on which statement most people are on the good side, and on which fewest, with intervals."""
    found = leanings(table)
    if len(found) < 2:
        return ()
    ordered = found.sort_values("good", kind="stable")
    ends = {"high": ordered.iloc[-1], "low": ordered.iloc[0]}
    return (study.say("answers.range", **{end: _share(study, row) for end, row in ends.items()}),)


def answers_subtitle(study: Study, table: pd.DataFrame) -> str:
    """Return what the bars measure, of how many people, and when."""
    people = table.loc[table["shown"], "n"]
    if people.empty:
        return study.say("subtitle.answers", wave=study.wave)
    cells = Cells(study.say, study.language)
    low, high = cells.count(people.min()), cells.count(people.max())
    n = low if low == high else study.say("interval", low=low, high=high)
    return study.say("subtitle.answers_n", wave=study.wave, n=n)


def _words(study: Study, dimension: str) -> dict[str, str]:
    ends = study.labels.frictions.get(
        dimension, (study.say("answers.bad_end"), study.say("answers.good_end"))
    )
    return {"dimension": study.labels.dimensions[dimension], "bad": ends[0], "good": ends[1]}


def _share(study: Study, row: pd.Series) -> str:
    asked = None if study.answered is None else study.answered["invited"]
    limits = wilson_interval(round(row["good"] * row["n"]), row["n"], population=asked)
    cells = Cells(study.say, study.language)
    return study.say(
        "answers.share",
        statement=study.labels.items[row["item"]],
        share=cells.share(row["good"]),
        interval=cells.share_range(float(limits.low), float(limits.high)),
        n=cells.count(row["n"]),
    )
