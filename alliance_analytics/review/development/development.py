"""Which development stage the alliance is in, what speaks for it, and what is missing for the next."""

from __future__ import annotations

from typing import Any

from alliance_analytics.model.stages import OTHER_SCALES
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.stages import stages as draw_stages
from alliance_analytics.publish.figures.stages import stages_alt
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, Record, in_sentence
from alliance_analytics.review.development.path import path_in_words
from alliance_analytics.review.labels import block_names, theme_names
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "stage"
MOST_MISSING = 3
"""Marks named as missing; more would be a list, not a pointer."""


def stage(study: Study) -> Exhibit:
    """Show the share of draws in each stage over the waves.

    Examples
    --------
    >>> from alliance_analytics.review.study import study
    >>> stage(study("data/example")).headline
    'Most draws fall in the stage culturally sensitive: 75%'
    """
    table = study.stage_shares
    settings: dict[str, Any] = {
        "labels": study.labels.stages,
        "waves": study.history.names,
        "language": study.language,
    }
    return Exhibit(
        "stage-path",
        SECTION,
        _headline(study),
        study.say("subtitle.stage", draws=study.stages.conventions.draws),
        paragraphs=(*path_in_words(study), study.say("stage.caveat")),
        **picture(draw_stages, stages_alt(table, **settings), table, **settings),
        table=_shares_table(study),
        notes=_next(study),
        language=study.language,
    )


def evidence(study: Study) -> Exhibit | None:
    """Show what speaks for and against each mark; None when nothing could be measured."""
    if study.stage_evidence.empty:
        return None
    return Exhibit(
        "stage-evidence",
        SECTION,
        study.say("stage.evidence"),
        table=_evidence_table(study),
        table_open=True,
        notes=_unmeasured(study),
        language=study.language,
    )


def most_missing(study: Study) -> tuple[str, ...]:
    """Return what the next stage asks for most: marks still to be shown, or still to be left behind."""
    rows = study.missing_for_next.head(MOST_MISSING).to_dict("records")
    return tuple(_asked(study, row) for row in rows)


def _asked(study: Study, row: Record) -> str:
    name = study.stages.mark(row["mark"]).name[study.language]
    return study.say("stage.leave_behind" if row["left_behind"] else "stage.reach", mark=in_sentence(name))


def _headline(study: Study) -> str:
    cells, found = Cells(study.say, study.language), study.stage
    if not found["placed"]:
        return study.say("stage.not_placed", reason=study.say(f"stage.reason.{found['reason']}"))
    name = in_sentence(study.labels.stages[found["stage"]])
    return study.say("stage.placed", stage=name, share=cells.share(found["share"]))


def _next(study: Study) -> tuple[str, ...]:
    marks = most_missing(study)
    if not marks:
        return ()
    following = in_sentence(study.labels.stages[study.missing_for_next["next_stage"].iloc[0]])
    return (study.say("stage.next", stage=following, marks="; ".join(marks)),)


def _shares_table(study: Study) -> Table:
    cells, waves = Cells(study.say, study.language), study.history.names
    found = {(record["stage"], record["wave"]): record for record in study.stage_shares.to_dict("records")}
    rows = [
        (text, *(_share(study, cells, found[stage_id, wave]) for wave in waves))
        for stage_id, text in study.labels.stages.items()
    ]
    header = (study.say("column.stage"), *(study.say("column.before", previous=wave) for wave in waves))
    caption = study.say("subtitle.stage", draws=study.stages.conventions.draws)
    return shown_table(study.say, caption, header, rows, tuple(range(1, len(header))))


def _other_name(study: Study, record: Record) -> str:
    known = {
        "block": block_names([record["name"]], study.language) if record["scale"] == "block" else {},
        "partner_gap": study.labels.dimensions,
        "passages": theme_names(study.language),
    }
    return known[record["scale"]][record["name"]]


def _share(study: Study, cells: Cells, record: Record) -> str:
    if not record["placed"]:
        return study.say(f"stage.reason.{record['reason']}")
    return f"{cells.share(record['share'])} ({cells.share_range(record['low'], record['high'])})"


def _evidence_table(study: Study) -> Table:
    rows = [
        (
            study.stages.mark(record["mark"]).name[study.language],
            _measure(study, record),
            *_values(study, record),
            study.say(f"verdict.{record['verdict']}"),
        )
        for record in study.stage_evidence.to_dict("records")
    ]
    keys = ("mark", "measure", "value", "interval", "cut_off", "verdict")
    header = tuple(study.say(f"column.{key}") for key in keys)
    return shown_table(
        study.say, study.say("stage.evidence_caption", wave=study.wave), header, rows, (2, 3, 4)
    )


def _unmeasured(study: Study) -> tuple[str, ...]:
    """Return a sentence that names the marks of which nothing was measured in this wave."""
    measured = set(study.stage_evidence["mark"])
    names = [in_sentence(mark.name[study.language]) for mark in study.stages.marks if mark.id not in measured]
    say = words("development", study.language)
    return (say("evidence.unmeasured", marks="; ".join(names)),) if names else ()


def _values(study: Study, record: Record) -> tuple[str, str, str]:
    """Return value, interval and cut-off; a block is there or not, and its cut-off says no more."""
    cells = Cells(study.say, study.language)
    if record["scale"] == "block":
        say = words("development", study.language)
        there = say("block.in_place" if record["mean"] > record["cut_off"] else "block.absent")
        return there, say("block.told"), say("block.in_place")
    return (
        cells.score(record["mean"]),
        cells.interval(record["ci_low"], record["ci_high"]),
        f"{'≥' if record['shown_by'] == 'high' else '<'} {cells.score(record['cut_off'], 2)}",
    )


def _measure(study: Study, record: Record) -> str:
    if record["scale"] in OTHER_SCALES:
        say = words("development", study.language)
        return say(f"measure.{record['scale']}", name=in_sentence(_other_name(study, record)))
    text = study.labels.of(record["scale"])[record["name"]]
    if record["scale"] != "item":
        return text
    turned = record["name"] in study.instrument.turned
    return study.say("stage.statement_turned" if turned else "stage.statement", text=text)
