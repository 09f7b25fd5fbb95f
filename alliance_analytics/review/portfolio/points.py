"""What matters first in a portfolio: its main points, and what to look at in each alliance."""

from __future__ import annotations

from alliance_analytics.interpret.portfolio.ranking import told_apart
from alliance_analytics.interpret.portfolio.warnings import LOW_RESPONSE, MONTHS
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.review.cells import Record
from alliance_analytics.review.portfolio.cells import with_more
from alliance_analytics.review.portfolio.portfolio import Portfolio
from alliance_analytics.review.tables import shown_table

FIRST = 3
LESS = ("less_service", "other_team")


def main_points(found: Portfolio) -> Exhibit:
    """Say what matters most in one headline and a few points."""
    say, ranked = found.say, found.ranking.dropna(subset=["rank"])
    apart = told_apart(ranked)
    key = "main.one" if len(found.measured) == 1 else "main.headline" if apart else "main.none_apart"
    first = [
        say("main.next" if place else "main.first", **_ranked_words(found, row))
        for place, row in enumerate(ranked.head(FIRST).to_dict("records"))
    ]
    overdue = int(found.relations["overdue"].sum()) if len(found.relations) else 0
    hidden = len(found.measured) - len(ranked)
    points = (
        *first,
        *_named_point(found, "main.less", LESS),
        *_named_point(found, "main.falling", ("falling",)),
        *((say("main.hidden", count=hidden),) if hidden else ()),
        *((say("main.overdue", count=overdue),) if overdue else ()),
    )
    headline = say(key, all=len(found.measured), apart=apart)
    return Exhibit("portfolio-main", MAIN_POINTS, headline, points=points, language=found.language)


def warned(found: Portfolio) -> Exhibit:
    """Show what to look at in each alliance, in the order of need."""
    say = found.say
    order = [*found.ranking["alliance"], *(each.alliance for each in found.measured if each.problem)]
    body = [
        (found.titles[name], "; ".join(say(f"warning.{warning}") for warning in found.warnings[name]))
        for name in order
        if found.warnings[name]
    ]
    if not body:
        return Exhibit("portfolio-warnings", "need", say("warn.none"), language=found.language)
    header = (say("column.alliance"), say("column.warnings"))
    return Exhibit(
        "portfolio-warnings",
        "need",
        say("warn.headline", count=len(body)),
        table=shown_table(found.cells.say, say("warn.caption"), header, body),
        notes=(say("warn.note", response=found.cells.share(LOW_RESPONSE), months=MONTHS),),
        language=found.language,
    )


def _ranked_words(found: Portfolio, row: Record) -> dict[str, str]:
    cells = found.cells
    return {
        "name": found.titles[row["alliance"]],
        "mean": cells.score(row["mean"]),
        "interval": cells.interval(row["ci_low"], row["ci_high"]),
        "rank": found.say(
            "main.rank_sure" if row["rank_low"] == row["rank_high"] else "main.rank",
            low=cells.count(row["rank_low"]),
            high=cells.count(row["rank_high"]),
        ),
    }


def _named_point(found: Portfolio, key: str, warnings: tuple[str, ...]) -> tuple[str, ...]:
    named = [
        found.titles[name] for name in found.ranking["alliance"] if set(warnings) & set(found.warnings[name])
    ]
    return (found.say(key, count=len(named), names=with_more(found, named)),) if named else ()
