"""The alliance map: the alliance's own process end to end, with friction from survey and reports on it."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.ecosystem import friction, hand_overs, placed_steps
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.process_map import process_map as draw_map
from alliance_analytics.publish.figures.process_map import process_map_alt
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.study import Study
from alliance_analytics.workspace.registers.columns import Register
from alliance_analytics.workspace.registers.process import process_steps

SECTION = "agenda"


def process_map(study: Study) -> Exhibit | None:
    """Show the alliance's process as a map; None where the alliance has no register of its steps."""
    register = steps_of(study)
    steps = register.rows
    if steps.empty:
        return None
    say = words("capacity", study.language)
    marks, overs, placed = friction_of(study, steps), hand_overs(steps), placed_steps(steps)
    owners = {owner: owner for owner in dict.fromkeys(steps["owner"])}
    frames = (placed, overs, marks)
    forward = overs[~overs["returns"]]
    return Exhibit(
        "process-map",
        SECTION,
        say(
            "map.headline",
            steps=len(steps),
            owners=len(owners),
            crossing=int(forward["crosses"].sum()),
            marked=marks["step"].nunique(),
        ),
        say("map.subtitle", wave=study.wave),
        **picture(
            draw_map,
            process_map_alt(*frames, labels=owners, language=study.language),
            *frames,
            labels=owners,
            language=study.language,
        ),
        table=_table(study, say, steps, marks),
        notes=(say("map.note"), *_not_understood(say, register)),
        language=study.language,
    )


def steps_of(study: Study) -> Register:
    """Return the register of an alliance's steps."""
    folder = study.workspace.folders[study.alliance]
    return process_steps(folder, tuple(study.labels.pillars), tuple(study.labels.themes))


def friction_of(study: Study, steps: pd.DataFrame) -> pd.DataFrame:
    """Return where survey and reports of this wave mark friction on the steps; released numbers only."""
    told = study.themes[(study.themes["wave"] == study.wave) & (study.themes["source"] == "reports")]
    weakest = tuple(study.weakest.loc[study.weakest["rank"] == 1, "pillar"])
    middle = (1 + study.instrument.points) / 2
    return friction(steps, study.estimates("pillar"), told, weakest, middle)


def _table(study: Study, say: Words, steps: pd.DataFrame, marks: pd.DataFrame) -> Table:
    by_step = {step: part.to_dict("records") for step, part in marks.groupby("step")}
    names = dict(zip(steps["step"], steps["name"], strict=True))
    rows = tuple(
        (
            row["name"],
            row["owner"],
            _steps(study, say, names, row["next"]),
            _steps(study, say, names, row["back_to"]),
            "; ".join(_mark(study, say, mark) for mark in by_step.get(row["step"], ())) or say("map.smooth"),
        )
        for row in steps.to_dict("records")
    )
    header = tuple(say(f"column.{name}") for name in ("step", "owner", "next", "back_to", "friction"))
    return Table(say("map.caption"), header, rows)


def _not_understood(say: Words, register: Register) -> tuple[str, ...]:
    places = dict.fromkeys(problem.where or "" for problem in register.problems)
    return (say("not_understood", places="; ".join(places)),) if places else ()


def _steps(study: Study, say: Words, names: dict[str, str], steps: tuple[str, ...]) -> str:
    cells = Cells(study.say, study.language)
    return cells.listed(names[step] for step in steps) if steps else say("map.nowhere")


def _mark(study: Study, say: Words, mark: Record) -> str:
    cells = Cells(study.say, study.language)
    if mark["source"] == "survey":
        return say(
            "map.survey",
            pillar=study.labels.pillars[mark["about"]],
            mean=cells.score(mark["mean"]),
            interval=cells.interval(mark["ci_low"], mark["ci_high"]),
            n=cells.count(mark["n"]),
        )
    return say(
        "map.reports",
        theme=study.labels.themes[mark["about"]],
        hinders=cells.count(mark["hinders"]),
        helps=cells.count(mark["helps"]),
    )
