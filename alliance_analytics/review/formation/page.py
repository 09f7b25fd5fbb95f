"""The page of a form: it argues both ways, says what would change its mind, and how it was made."""

from __future__ import annotations

import numpy as np

from alliance_analytics.interpret.formation import agreement_of_raters
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.render import render_page
from alliance_analytics.review.formation.formation import Assessment
from alliance_analytics.review.formation.views import (
    against_side,
    change_of_mind,
    conclusion,
    conditions,
    continuum,
    for_side,
    outcomes,
    processes,
    steps,
)

SECTIONS = ("both_sides", "form", "formation", "raters", "how")
VIEWS = (
    conclusion, for_side, against_side, change_of_mind, conditions, continuum, steps, processes, outcomes
)  # fmt: skip


def formation_page(found: Assessment) -> str:
    """Return the page of a form as one HTML document, without a script.

    Raises
    ------
    PageError
        If a cell of the form holds a mail address, a path or a link: these never leave.
    """
    say = found.say
    page = render_page(
        [*(view(found) for view in VIEWS), raters(found), how(found)],
        title=say("title"),
        language=found.language,
        sections={name.replace("_", "-"): say(f"section.{name}") for name in SECTIONS},
        alliance=found.form.name,
        synthetic=found.synthetic,
        provenance={
            say("made.form"): found.form.name,
            say("made.model"): say("made.model_value", version=found.model.version),
        },
    )
    refuse_leaks(page, ())
    return page


def raters(found: Assessment) -> Exhibit:
    """Show how far raters agree, over all questions and on each, the widest apart first."""
    say, cells, alpha = found.say, found.cells, agreement_of_raters(found.form.ratings)
    several = int((found.judged["n"] > 1).sum())
    if not np.isfinite(alpha.estimate):
        headline, subtitle = say("raters.none", raters=found.raters), ""
    else:
        headline = say(
            "raters.headline", raters=found.raters, questions=several, alpha=cells.score(alpha.estimate, 2)
        )
        subtitle = say("raters.subtitle", interval=cells.interval(alpha.low, alpha.high, 2))
    return Exhibit(
        "raters-agreement",
        "raters",
        headline,
        subtitle,
        table=_apart_table(found) if several else None,
        notes=(say("raters.note"),),
        language=found.language,
    )


def how(found: Assessment) -> Exhibit:
    """Show how an answer counts, and what of the form was not understood."""
    scale, places = found.model.ratings, [problem.where or "" for problem in found.form.problems]
    rule = {"holds": scale.holds_from, "fails": scale.fails_to}
    return Exhibit(
        "how-it-counts",
        "how",
        found.say("how.headline"),
        paragraphs=(
            found.say(
                "how.rule", apart=scale.apart_from, **{k: found.cells.score(v) for k, v in rule.items()}
            ),
            scale.because[found.language],
            found.model.caveat.text[found.language],
        ),
        notes=(found.say("how.not_understood", places="; ".join(places)),) if places else (),
        language=found.language,
    )


def _apart_table(found: Assessment) -> Table:
    say, cells = found.say, found.cells
    several = found.judged[found.judged["n"] > 1]
    spread = (several["lowest"] - several["highest"]).rename("spread")
    widest = several.assign(spread=spread).sort_values("spread", kind="stable")
    rows = tuple(
        (
            found.name(row["question"]),
            cells.interval(row["lowest"], row["highest"], decimals=0),
            cells.score(row["agreement"], 2),
            cells.count(row["n"]),
        )
        for row in widest.to_dict("records")
    )
    header = tuple(say(f"column.{name}") for name in ("asked", "range", "agreement", "n"))
    return Table(say("raters.caption"), header, rows, (1, 2, 3))
