"""Which share of what is written speaks of each theme: in reports, all waves, and in comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from alliance_analytics.interpret.themes.corrected_share import FEWEST, Share
from alliance_analytics.interpret.themes.trend import theme_trend
from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.stacked import stacked, stacked_alt
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.labels import theme_names
from alliance_analytics.review.pictures import Picture, picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.review.themes.sample import agreement_note, agreement_of, corrected_shares

SECTION = "themes"
KINDS = ("enabler", "constraint", "unclear", "abstained")
LEFT = "left"
"""The bar of what the coder left to a reader."""


def theme_shares(study: Study) -> Exhibit | None:
    """Show which share of the reports' passages speaks of each theme; None where no reports were read.

    What the coder left to a reader stands as a band of its own. Where somebody coded a blind sample, each
    share stands beside what it is when freed from the error that the sample shows.
    """
    trend = theme_trend(study.coded)
    now = trend[(trend["wave"] == study.wave) & (trend["n"] > 0)]
    if now.empty:
        return None
    say, found = words("themes", study.language), agreement_of(study)
    corrected = None if found is None else corrected_shares(study, found)
    return Exhibit(
        "theme-shares",
        SECTION,
        headline(study, now, "shares"),
        say("shares.subtitle", wave=study.wave),
        **drawn(study, now, "shares"),
        table=_table(study, trend[trend["n"] > 0], corrected),
        notes=(
            say("coder"),
            agreement_note(study, found),
            *([] if found is None else [say("shares.corrected_note", fewest=FEWEST)]),
            say("shares.dependent_note"),
        ),
        language=study.language,
    )


def headline(study: Study, now: pd.DataFrame, area: str) -> str:
    """Return the theme of which most is said in a wave, with its share and interval."""
    say, cells, names = (
        words("themes", study.language),
        Cells(study.say, study.language),
        theme_names(study.language),
    )
    most = now.iloc[int(now["share"].to_numpy().argmax())]
    told = {"n": cells.count(most["n"]), "wave": study.wave}
    if most["share"] == 0:
        return say(f"{area}.nothing", **told)
    interval = cells.share_range(most["share_low"], most["share_high"])
    return say(
        f"{area}.headline",
        **told,
        theme=names[most["theme"]],
        share=cells.share(most["share"]),
        interval=interval,
    )


def drawn(study: Study, now: pd.DataFrame, area: str) -> Picture:
    """Return the shares of one wave as stacked bars, with a band of its own for what was left to a reader."""
    say = words("themes", study.language)
    labels = theme_names(study.language) | {LEFT: say("shares.left")}
    settings: dict[str, Any] = {
        "kinds": {kind: say(f"shares.{kind}") for kind in KINDS},
        "labels": labels,
        "language": study.language,
    }
    bars = pd.DataFrame([*_bars(now)], columns=["name", "kind", "value"]).assign(shown=True, reason="")
    left = Cells(study.say, study.language).share(now["abstained_share"].iloc[0])
    themes = settings | {"labels": theme_names(study.language)}
    alt = stacked_alt(bars[bars["name"] != LEFT], about=say(f"{area}.about", left=left), **themes)
    return picture(stacked, alt, bars, **settings)


def share_cells(study: Study, row: Record) -> tuple[str, ...]:
    """Return n and the shares of a theme, all and by what they say of it, each with its interval."""
    cells = Cells(study.say, study.language)
    shares = ("share", *(f"{kind}_share" for kind in KINDS[:3]))
    return (cells.count(row["n"]), *(_cell(study, *_ends(row, share)) for share in shares))


def left_cells(study: Study, row: Record) -> tuple[str, ...]:
    """Return n and the share of what was left to a reader."""
    cells = Cells(study.say, study.language)
    return (cells.count(row["n"]), _cell(study, *_ends(row, "abstained_share")), "–", "–", "–")


def _bars(now: pd.DataFrame) -> Iterator[tuple[str, str, float]]:
    for row in now.to_dict("records"):
        yield from ((row["theme"], kind, row[f"{kind}_share"]) for kind in KINDS[:3])
    yield LEFT, KINDS[-1], now["abstained_share"].iloc[0]


def _table(study: Study, trend: pd.DataFrame, corrected: dict[tuple[str, str], Share] | None) -> Table:
    say, names = words("themes", study.language), theme_names(study.language)
    found = {(row["theme"], row["wave"]): row for row in trend.to_dict("records")}
    waves = [wave for wave in study.history.names if (THEME_IDS[0], wave) in found]
    rows = [
        (
            names[theme],
            wave,
            *share_cells(study, found[theme, wave]),
            *([] if corrected is None else [_corrected(study, corrected[wave, theme])]),
        )
        for theme in THEME_IDS
        for wave in waves
    ]
    beside = () if corrected is None else ("corrected",)
    none = ("–",) * len(beside)
    rows += [
        (say("shares.left"), wave, *left_cells(study, found[THEME_IDS[0], wave]), *none) for wave in waves
    ]
    keys = ("theme", "wave", "n", "share", *KINDS[:3], *beside)
    header = tuple(say(f"column.{key}") for key in keys)
    return shown_table(study.say, say("shares.caption"), header, rows, tuple(range(2, len(keys))))


def _corrected(study: Study, share: Share) -> str:
    if share.reason:
        return words("themes", study.language)(f"shares.reason.{share.reason}")
    return _cell(study, share.estimate, share.low, share.high)


def _ends(row: Record, share: str) -> tuple[float, float, float]:
    return row[share], row[f"{share}_low"], row[f"{share}_high"]


def _cell(study: Study, share: float, low: float, high: float) -> str:
    cells = Cells(study.say, study.language)
    say = words("themes", study.language)
    return say("shares.cell", share=cells.share(share), interval=cells.share_range(low, high))
