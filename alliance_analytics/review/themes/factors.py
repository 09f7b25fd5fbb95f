"""What lies beneath each theme: the factors of the literature review that reports speak of."""

from __future__ import annotations

from collections.abc import Sequence

from alliance_analytics.interpret.themes.factors import factor_trend
from alliance_analytics.interpret.themes.trend import POLARITIES
from alliance_analytics.model.themes import themes
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Record
from alliance_analytics.review.labels import theme_names
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "themes"
SIGNS = dict(zip(POLARITIES, ("+", "\u2212", "?"), strict=True))


def theme_factors(study: Study) -> Exhibit | None:
    """Show how many passages speak of each factor in each wave; None where no passage speaks of any."""
    table = factor_trend(study.coded)
    if table.empty:
        return None
    say = words("themes", study.language)
    spoken = table.assign(n=table[POLARITIES].sum(axis=1)).groupby(["theme", "factor"], sort=False)["n"].sum()
    theme, factor = spoken.index[int(spoken.to_numpy().argmax())]
    return Exhibit(
        "theme-factors",
        SECTION,
        say("factors.headline", theme=theme_names(study.language)[theme], factor=_name(study, theme, factor)),
        table=_table(study, table.to_dict("records")),
        notes=(say("coder"), say("factors.note")),
        language=study.language,
    )


def _table(study: Study, records: Sequence[Record]) -> Table:
    say, names = words("themes", study.language), theme_names(study.language)
    found = {(row["theme"], row["factor"], row["wave"]): row for row in records}
    read = set(study.coded["wave"])
    waves = [wave for wave in study.history.names if wave in read]
    rows = [
        (
            names[theme],
            _name(study, theme, factor),
            *(_cell(found.get((theme, factor, wave)), say("factors.none")) for wave in waves),
        )
        for theme, factor in dict.fromkeys((theme, factor) for theme, factor, _ in found)
    ]
    header = (say("column.theme"), say("factors.factor"), *waves)
    return shown_table(study.say, say("factors.caption"), header, rows, tuple(range(2, len(header))))


def _cell(row: Record | None, none: str) -> str:
    counts = {} if row is None else {name: row[name] for name in POLARITIES if row[name]}
    return " ".join(f"{SIGNS[name]}{count}" for name, count in counts.items()) or none


def _name(study: Study, theme: str, factor: str) -> str:
    return themes().theme(theme).factor(factor).name[study.language]
