"""How far the codes of reports can be relied on here, by what a person coded without seeing them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from alliance_analytics.interpret.themes.blind import agreement
from alliance_analytics.interpret.themes.corrected_share import Share, corrected_share
from alliance_analytics.interpret.themes.trend import POLARITIES, theme_trend
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.labels import theme_names
from alliance_analytics.review.study import Study
from alliance_analytics.review.themes.reports import blind_sample

DECIMALS = 2


def agreement_of(study: Study) -> pd.DataFrame | None:
    """Return how far the coder agrees with the blind sample of an alliance; None where nobody coded one."""
    by_hand = blind_sample(study.workspace, study.alliance)
    found = agreement(study.codes, by_hand) if len(by_hand) else None
    return found if found is not None and found["n"].max() > 0 else None


def agreement_note(study: Study, found: pd.DataFrame | None) -> str:
    """Return a sentence on the agreement of every theme, with interval and verdict."""
    say = words("themes", study.language)
    if found is None:
        return say("agreement.none")
    return say("agreement.all", n=int(found["n"].max()), themes="; ".join(_told(study, found)))


def corrected_shares(study: Study, found: pd.DataFrame) -> dict[tuple[str, str], Share]:
    """Return wave and theme to the share of passages, corrected for the error that the sample shows.

    It rests on the codes of the coder alone, for the sample says how those err, and not how people do.
    """
    trend, sample = theme_trend(study.codes), found.set_index("theme").to_dict("index")
    shares = {}
    for row in trend.to_dict("records"):
        seen = sample[row["theme"]]
        shares[row["wave"], row["theme"]] = corrected_share(
            sum(row[name] for name in POLARITIES),
            row["n"],
            hits=(seen["hits"], seen["carrying"]),
            rejections=(seen["rejections"], seen["others"]),
        )
    return shares


def _told(study: Study, found: pd.DataFrame) -> Iterator[str]:
    say, cells, names = (
        words("themes", study.language),
        Cells(study.say, study.language),
        theme_names(study.language),
    )
    for row in found.to_dict("records"):
        if row["verdict"] == "unknown":
            yield say("agreement.theme_unknown", theme=names[row["theme"]])
            continue
        yield say(
            "agreement.theme",
            theme=names[row["theme"]],
            alpha=cells.score(row["alpha"], DECIMALS),
            interval=cells.interval(row["low"], row["high"], DECIMALS),
            verdict=say(f"agreement.{row['verdict']}"),
        )
