"""Who answered, what was read, what is hidden and why, and how the numbers were made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from alliance_analytics.measure.response import difference_needed
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.released import ALL
from alliance_analytics.publish.figures.response import response as draw_response
from alliance_analytics.publish.figures.response import response_alt
from alliance_analytics.publish.page.assembling import page_settings
from alliance_analytics.publish.sharing.companions import NOTES, TABLES
from alliance_analytics.publish.sharing.tables import as_text
from alliance_analytics.review import answering, groups, standing
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.conference import agenda
from alliance_analytics.review.development import development
from alliance_analytics.review.groups import group_names
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.provenance import provenance
from alliance_analytics.review.sharing import shared_tables, tables_note
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.review.themes import theming
from alliance_analytics.review.waves import MeasuredWave

SECTION = "method"
NOTICEABLE = 0.1
"""Points by which a mean must move to be worth a word. Our convention."""
SECTIONS = (
    standing.SECTION,
    answering.SECTION,
    groups.SECTION,
    development.SECTION,
    theming.SECTION,
    agenda.SECTION,
    SECTION,
)


def response(study: Study, by: str = "partner") -> Exhibit | None:
    """Show who answered of those invited, by partner or level; None when nobody said how many were.

    Raises
    ------
    ParameterError
        If there is no such group.
    """
    refuse_unknown("group", by, ("partner", "level"))
    table = study.history.now.response
    if table.empty:
        return None
    other = "level" if by == "partner" else "partner"
    chosen = table[table[other].isna()].reset_index(drop=True)
    settings: dict[str, Any] = {
        "by": by,
        "labels": {ALL: study.say("everybody"), **group_names(study, by)},
        "language": study.language,
    }
    return Exhibit(
        f"response-{by}",
        SECTION,
        _response_headline(study),
        study.say("subtitle.response", wave=study.wave),
        **picture(draw_response, response_alt(chosen, **settings), chosen, **settings),
        table=_response_table(study, chosen, by, settings["labels"]),
        notes=_if_the_silent_differ(study),
        language=study.language,
    )


def data_quality(study: Study) -> Exhibit:
    """Show how many records were read in each wave, and why some were left out."""
    rows = [_intake_row(study, wave) for wave in study.history.waves]
    header = tuple(study.say(f"column.{key}") for key in ("wave", "platform", "records", "kept", "left_out"))
    return Exhibit(
        "data-quality",
        SECTION,
        study.say("method.intake"),
        table=shown_table(study.say, study.say("method.intake_caption"), header, rows, (2, 3)),
        table_open=True,
        notes=(
            *(study.say("method.problem", problem=problem) for problem in study.history.problems),
            *_rescaled(study),
        ),
        language=study.language,
    )


def hidden(study: Study) -> Exhibit:
    """Show how much is hidden, and why."""
    decisions = study.history.now.plan.scores
    rule, missing = (
        study.history.now.plan.rule,
        decisions[~decisions["shown"] & (decisions["reason"] != "no_answers")],
    )
    counts = decisions["reason"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    in_order = dict.fromkeys(["", *counts.index])  # what is shown first, then why others are not
    rows = tuple(
        (study.say(f"reason.{reason or 'shown'}"), str(counts.get(reason, 0))) for reason in in_order
    )
    header = (study.say("column.reason"), study.say("column.numbers"))
    return Exhibit(
        "hidden",
        SECTION,
        study.say("method.hidden", hidden=len(missing), all=len(decisions)),
        table=shown_table(study.say, study.say("method.hidden_caption", wave=study.wave), header, rows, (1,)),
        table_open=True,
        notes=(
            study.say(
                "method.hidden_note",
                score=rule.score_minimum,
                item=rule.item_minimum,
                few=rule.subtraction_minimum,
                invited=rule.invited_minimum,
                silent=rule.silent_minimum,
            ),
        ),
        language=study.language,
    )


def how(study: Study) -> Exhibit:
    """Say how the numbers were made."""
    keys = ("method.scores", "method.intervals", "method.sources")
    return Exhibit(
        "how",
        SECTION,
        study.say("method.how"),
        paragraphs=tuple(study.say(key) for key in keys),
        language=study.language,
    )


def page(study: Study, title: str = "") -> Exhibit:
    """Say how the page is put together: its title, sections and provenance. It is not shown itself."""
    settings = study.workspace.settings
    return page_settings(
        title or study.say("title"),
        study.language,
        alliance=study.title,
        wave=study.wave,
        sections={section: study.say(f"section.{section}") for section in SECTIONS},
        provenance=provenance(study),
        synthetic=settings.synthetic or study.workspace.alliance_settings(study.alliance).synthetic,
        beside={TABLES: as_text(shared_tables(study)), NOTES: tables_note(study)},
    )


def _response_headline(study: Study) -> str:
    if study.answered is None:
        return study.say("method.response_hidden")
    cells = Cells(study.say, study.language)
    answered, invited = (cells.count(study.answered[name]) for name in ("answered", "invited"))
    return study.say("method.response", answered=answered, invited=invited)


def _if_the_silent_differ(study: Study) -> tuple[str, ...]:
    """Return how unlike the others the silent must be to matter, where it may be told who answered."""
    if study.answered is None or study.answered["answered"] == study.answered["invited"]:
        return ()
    cells = Cells(study.say, study.language)
    needed = difference_needed(study.answered["answered"], study.answered["invited"], NOTICEABLE)
    return (study.say("consequence.response", needed=cells.score(needed), shift=cells.score(NOTICEABLE)),)


def _response_table(study: Study, table: pd.DataFrame, by: str, names: Mapping[str, str]) -> Table:
    """Return who answered, in the order of the picture."""
    cells = Cells(study.say, study.language)
    found = {record[by]: record for record in table.fillna({by: ALL}).to_dict("records")}
    rows = [
        (text, *_response_cells(study, cells, found[group]))
        for group, text in names.items()
        if group in found
    ]
    header = tuple(study.say(f"column.{key}") for key in ("group", "population", "answered", "rate"))
    return shown_table(study.say, study.say("subtitle.response", wave=study.wave), header, rows, (1, 2, 3))


def _response_cells(study: Study, cells: Cells, record: Record) -> tuple[str, ...]:
    invited: str = study.say("not_known") if pd.isna(record["invited"]) else cells.count(record["invited"])
    answered, rate = cells.count(record["answered"]), cells.share(record["rate"])
    return invited, cells.or_absent(record, answered), cells.or_absent(record, rate)


def _rescaled(study: Study) -> list[str]:
    """Return a sentence on each wave of which statements were re-expressed from another scale."""
    sentences = []
    for wave in study.history.names:
        rescaled = study.workspace.survey(study.alliance, wave).rescaled
        for points in sorted(set(rescaled.values())):
            count = sum(other == points for other in rescaled.values())
            to = study.instrument.points
            sentences.append(study.say("method.rescaled", wave=wave, count=count, points=points, to=to))
    return sentences


def _intake_row(study: Study, wave: MeasuredWave) -> tuple[str, ...]:
    """Return what became of a wave's records; how many is not told where the response is not."""
    survey, cells = study.workspace.survey(study.alliance, wave.wave), Cells(study.say, study.language)
    reasons = [
        f"{study.say(f'left_out.{reason}')} {count}"
        for reason, count in sorted(survey.excluded.items())
        if count
    ]
    left_out = ", ".join(reasons) or study.say("left_out.none")
    platform = " + ".join(study.say(f"platform.{name}") for name in survey.platform.split(" + "))
    counts = (cells.count(survey.records), cells.count(survey.kept))
    return wave.wave, platform, *(counts if wave.may_be_counted else [study.say("hidden")] * 2), left_out
