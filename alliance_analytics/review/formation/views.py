"""The exhibits of a form: both sides first, then the form that fits, the steps, and whether raters agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from alliance_analytics.interpret.formation.arguments import AGAINST, FOR
from alliance_analytics.interpret.formation.fitting import ALLIANCE_IF, CANNOT_TELL
from alliance_analytics.interpret.formation.judging import HOLDS, UNRATED
from alliance_analytics.interpret.formation.steps import DONE, GAP
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit, Table
from alliance_analytics.review.cells import Record, in_sentence
from alliance_analytics.review.formation.formation import Assessment

STATES = ("done", "claimed", "partly", "gap", "unrated")


def conclusion(found: Assessment) -> Exhibit:
    """Show the answer, what it rests on, and where raters stand far apart."""
    return Exhibit(
        "conclusion",
        MAIN_POINTS,
        answer(found),
        points=(
            _conditions_point(found),
            called_for_sentence(found),
            _steps_point(found),
            _raters_point(found),
            *_each_rater_point(found),
        ),
        language=found.language,
    )


def answer(found: Assessment) -> str:
    """Return in one sentence which form fits."""
    fit = found.fit
    if fit.answer == ALLIANCE_IF:
        return found.say("answer.alliance_if", undecided=_inside(found, fit.undecided))
    return found.say(f"answer.{fit.answer}", forms=_forms_inside(found, fit.forms))


def called_for_sentence(found: Assessment) -> str:
    """Return in one sentence whether the problem calls for a joint system."""
    missing = [each.id for each in found.model.readiness if found.verdicts[each.id] != HOLDS]
    return found.say(f"called_for.{found.called_for}", missing=_inside(found, missing))


def for_side(found: Assessment) -> Exhibit:
    """Show what speaks for an alliance."""
    return _side(found, FOR)


def against_side(found: Assessment) -> Exhibit:
    """Show what speaks against an alliance."""
    return _side(found, AGAINST)


def change_of_mind(found: Assessment) -> Exhibit:
    """Show which single question, judged the other way, would change the answer; the nearest first."""
    rows = found.pivots.to_dict("records")
    return Exhibit(
        "change-of-mind",
        "both-sides",
        found.say("mind.headline" if rows else "mind.nothing"),
        points=tuple(_pivot(found, row) for row in rows),
        notes=(found.say("mind.note"),) if rows else (),
        language=found.language,
    )


def conditions(found: Assessment) -> Exhibit:
    """Show the four conditions, how they were rated, and what fits where one fails."""
    table = _part(found, "conditions")
    rows = [
        (*_rated(found, row), _forms_inside(found, found.model.condition(row["question"]).otherwise))
        for row in table.to_dict("records")
    ]
    caption = found.say("conditions.caption", raters=found.raters, **_scale(found))
    return Exhibit(
        "conditions",
        "form",
        found.say("conditions.headline", holding=len(found.fit.holding), all=len(table)),
        table=_table(found, caption, ("condition", "middle", "range", "n", "verdict", "otherwise"), rows),
        notes=(found.say("conditions.note"),),
        language=found.language,
    )


def continuum(found: Assessment) -> Exhibit:
    """Show the forms from loose to tight, and which of them the conditions point to."""
    fits, fits_not = found.say("continuum.fits"), found.say("continuum.fits_not")
    rows = [
        (
            form.name[found.language],
            fits if form.id in found.fit.forms else fits_not,
            form.description[found.language],
        )
        for form in found.model.forms
    ]
    return Exhibit(
        "continuum",
        "form",
        found.say("continuum.headline"),
        table=_table(found, found.say("continuum.caption"), ("form", "verdict", "what"), rows, numeric=()),
        language=found.language,
    )


def steps(found: Assessment) -> Exhibit:
    """Show the six steps with their evidence and gaps."""
    counts = found.steps["state"].value_counts()
    rows = [
        (found.name(row["question"]), found.say(f"state.{row['state']}"), *_numbers(found, row),
         row["evidence"] or found.say("no_evidence"))
        for row in found.steps.to_dict("records")
    ]  # fmt: skip
    jumped = found.steps.loc[found.steps["jumped"], "question"]
    return Exhibit(
        "steps",
        "formation",
        found.say("steps.headline", **{name: int(counts.get(name, 0)) for name in STATES}),
        paragraphs=(found.say("steps.jumped", names=_inside(found, jumped)),) if len(jumped) else (),
        table=_table(
            found,
            found.say("steps.caption", **_scale(found)),
            ("step", "state", "middle", "range", "n", "evidence"),
            rows,
            numeric=(2, 3, 4),
        ),
        language=found.language,
    )


def processes(found: Assessment) -> Exhibit:
    """Show the three processes that keep an alliance going."""
    return _plain_part(found, "processes", "process", "processes.headline")


def outcomes(found: Assessment) -> Exhibit:
    """Show the evaluation: performance, quality of interaction and satisfaction of members."""
    early = set(_part(found, "outcomes")["verdict"]) == {UNRATED}
    return _plain_part(found, "outcomes", "outcome", "outcomes.early" if early else "outcomes.headline")


def _conditions_point(found: Assessment) -> str:
    fit = found.fit
    sides = {"holding": fit.holding, "undecided": fit.undecided, "failing": fit.failing}
    return found.say("point.conditions", **{side: _inside(found, names) for side, names in sides.items()})


def _steps_point(found: Assessment) -> str:
    states = found.steps["state"]
    told = {"done": int((states == DONE).sum()), "all": len(states)}
    gaps = found.steps.loc[states == GAP, "question"]
    if gaps.empty:
        return found.say("point.steps_whole", **told)
    return found.say("point.steps", gap=_inside(found, gaps.head(1)), **told)


def _raters_point(found: Assessment) -> str:
    rated = int((found.judged["n"] > 0).sum())
    apart = found.judged.loc[found.judged["apart"], "question"]
    if apart.empty:
        return found.say("point.together", all=rated)
    return found.say("point.apart", count=len(apart), all=rated, names=_inside(found, apart))


def _each_rater_point(found: Assessment) -> tuple[str, ...]:
    alone = found.each_rater
    if len(alone) < 2:
        return ()
    same = sum((fit.answer, fit.forms) == (found.fit.answer, found.fit.forms) for fit in alone.values())
    return (found.say("point.each_rater", agreeing=same, all=len(alone)),)


def _side(found: Assessment, side: str) -> Exhibit:
    rows = found.arguments[found.arguments["side"] == side].to_dict("records")
    return Exhibit(
        side,
        "both-sides",
        found.say(f"{side}.headline" if rows else f"{side}.none"),
        points=tuple(_argument(found, row) for row in rows),
        language=found.language,
    )


def _argument(found: Assessment, row: Record) -> str:
    entry, part = found.entry(row["question"]), row["part"]
    otherwise = found.model.condition(entry.id).otherwise if part == "conditions" else ()
    return found.say(
        f"argument.{row['side']}.{part}",
        name=entry.name[found.language],
        inside=in_sentence(entry.name[found.language]),
        description=entry.description[found.language],
        forms=_forms_inside(found, otherwise),
        voices=found.say("voices", voices=int(row["voices"]), all=int(row["n"])),
    )


def _pivot(found: Assessment, row: Record) -> str:
    turn = found.say(f"mind.{row['turn']}", name=_inside(found, (row["question"],)))
    if row["about"] == "called_for":
        then = found.say(f"mind.called_for.{row['answer']}")
    elif row["answer"] == CANNOT_TELL:
        then = found.say("mind.undecided")
    else:
        then = found.say("mind.form", forms=_forms_inside(found, row["forms"]))
    if pd.isna(row["distance"]):
        return f"{turn} {then} {found.say('mind.unrated')}"
    return f"{turn} {then} {found.say('mind.distance', distance=found.cells.score(row['distance']))}"


def _plain_part(found: Assessment, part: str, column: str, headline: str) -> Exhibit:
    table = _part(found, part)
    rows = [_rated(found, row) for row in table.to_dict("records")]
    works = table.loc[table["verdict"] == HOLDS, "question"]
    return Exhibit(
        part,
        "formation",
        found.say(headline, names=_inside(found, works)),
        table=_table(
            found,
            found.say(f"{part}.caption", **_scale(found)),
            (column, "middle", "range", "n", "verdict"),
            rows,
        ),
        language=found.language,
    )


def _part(found: Assessment, part: str) -> pd.DataFrame:
    return found.judged[found.judged["part"] == part].reset_index(drop=True)


def _rated(found: Assessment, row: Record) -> tuple[str, ...]:
    verdict = found.say(f"verdict.{row['verdict']}")
    told = found.say("verdict.apart", verdict=verdict) if row["apart"] else verdict
    return (found.name(row["question"]), *_numbers(found, row), told)


def _numbers(found: Assessment, row: Record) -> tuple[str, str, str]:
    """Return the middle rating, the range of ratings and the number of raters."""
    if not row["n"]:
        return found.say("not_rated"), found.say("not_rated"), "0"
    lowest, highest = row["lowest"], row["highest"]
    limits = found.cells.count(lowest) if lowest == highest else found.cells.interval(lowest, highest, 0)
    return found.cells.score(row["middle"]), limits, found.cells.count(row["n"])


def _table(
    found: Assessment,
    caption: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    numeric: tuple[int, ...] = (1, 2, 3),
) -> Table:
    return Table(caption, tuple(found.say(f"column.{name}") for name in columns), tuple(rows), numeric)


def _scale(found: Assessment) -> dict[str, object]:
    scale, language = found.model.ratings, found.language
    ends = {"lowest": scale.lowest, "highest": scale.highest}
    return {**ends, "low": scale.low[language], "high": scale.high[language]}


def _inside(found: Assessment, questions: Iterable[str]) -> str:
    names = [in_sentence(found.name(question)) for question in questions]
    return found.cells.listed(names) if names else found.say("none")


def _forms_inside(found: Assessment, forms: Iterable[str]) -> str:
    names = [in_sentence(found.model.form(form).name[found.language]) for form in forms]
    return found.say("or").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
