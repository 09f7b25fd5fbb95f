"""One export described, step by step: its platform, its answers, other columns, records and doubts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from alliance_analytics.intake.columns import asks_for
from alliance_analytics.intake.data_dictionary import with_dictionary
from alliance_analytics.intake.description import answer_problems, file_problems, safe_texts
from alliance_analytics.intake.description.column_answers import ColumnAnswers
from alliance_analytics.intake.description.column_roles import role_of
from alliance_analytics.intake.description.counting import counted, items_asked
from alliance_analytics.intake.description.described import (
    DescribedColumn,
    Description,
    Problem,
    Role,
    Scale,
)
from alliance_analytics.intake.description.folded_columns import in_file_order
from alliance_analytics.intake.identifiers.columns import identifying_columns
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.platforms import platform_named, platform_of
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.platforms.repeated_headers import without_repeated_headers
from alliance_analytics.intake.table import Table, read_table
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import default_instrument


def describe(
    path: Path,
    *,
    platform: str | None = None,
    instrument: Instrument | None = None,
    dictionary: Path | None = None,
) -> Description:
    """Return what a survey export holds.

    Parameters
    ----------
    path : Path
        The export.
    platform : str, optional
        Its platform, where the file does not give it away.
    instrument : Instrument, optional
        A questionnaire whose statements are looked for; the one shipped when left out.
    dictionary : Path, optional
        A data dictionary that says what the codes mean.

    Raises
    ------
    ExportError
        If the file cannot be read, can be of two platforms, or is not of the one named.
    """
    asked = instrument or default_instrument()
    table = with_dictionary(read_table(path), path, dictionary)
    export = _export(table, platform, asked)
    items, refusal = items_asked(export, asked)
    answers = ColumnAnswers(
        export,
        scored=_of_kinds(asked, items, "statement", "outcome"),
        named=_of_kinds(asked, items, "partner", "level"),
    )
    roles = _roles(answers)
    counts = counted(export, _questions(roles), answers.scales.keys(), items, asked)
    columns = [
        _described(export, place, role, answers.scales.get(place), items) for place, role in enumerate(roles)
    ]
    return Description(
        platform=export.platform,
        encoding=table.encoding,
        delimiter=table.delimiter,
        header_records=export.header_records,
        records=len(export.cells),
        people=counts.people,
        responses=counts.responses,
        excluded=counts.excluded,
        columns=tuple(columns[place] for place in in_file_order(export, table.cells.shape[1])),
        problems=tuple(_problems(answers, refusal or counts.refusal, [column.name for column in columns])),
    )


def _export(table: Table, name: str | None, instrument: Instrument) -> Export:
    platform = platform_of(table, name)
    export = without_repeated_headers((platform or platform_named("table")).read(table), table)
    if platform is None and not asks_for(export.columns, instrument):
        return replace(export, notes=(_unknown_layout(table), *export.notes))
    return export


def _unknown_layout(table: Table) -> LogEntry:
    action = (
        "Read as a plain table: no platform's layout was found. If a platform wrote it, name it: --platform."
    )
    return LogEntry("unknown_layout", action, f"a table of {table.cells.shape[1]} columns")


def _roles(answers: ColumnAnswers) -> list[Role]:
    export = answers.export
    identifying = identifying_columns(
        export.columns, export.cells, besides={*answers.graded, *answers.anchored}
    )
    scaled = answers.scales.keys() - (identifying.keys() & answers.bare.keys())
    return [
        "choice"
        if place in answers.named
        else role_of(
            column,
            export.cells[place],
            answers.options.get(place, ()),
            is_answer=place in scaled,
            is_identifying=place in identifying,
        )
        for place, column in enumerate(export.columns)
    ]


def _of_kinds(instrument: Instrument, items: Mapping[str, int], *kinds: str) -> frozenset[int]:
    return frozenset(items[item.id] for item in instrument.items if item.id in items and item.kind in kinds)


def _questions(roles: Sequence[Role]) -> list[int]:
    """Return the places of everything that people were asked, identifiers aside."""
    return [place for place, role in enumerate(roles) if role in ("answer", "comment", "choice", "other")]


def _described(
    export: Export, place: int, role: Role, scale: Scale | None, items: Mapping[str, int]
) -> DescribedColumn:
    column = export.columns[place]
    text = safe_texts.heading(column.heading)
    return DescribedColumn(
        name=safe_texts.heading(column.name) or text,
        text=text,
        role=role,
        scale=scale if role == "answer" else None,
        item=next((item for item, found in items.items() if found == place), ""),
    )


def _problems(answers: ColumnAnswers, refusal: str, headings: Sequence[str]) -> list[Problem]:
    export = answers.export
    found = file_problems.noted(export.notes)
    if export.cells.empty:
        action = "Export all responses: a wave with this file would be refused."
        found.append(Problem(None, "", "no record below the headings", "", action))
    if refusal:
        action = "Counted by all answers instead. A wave with this file would be refused until it is settled."
        found.append(Problem(None, "", refusal, "", action))
    if export.unexplained:
        action = "Nothing says what the codes mean: a wave with this file would be refused until it is told."
        found.append(Problem(None, "", "codes without labels", export.unexplained, action))
    for place, one in answers.graded.items():
        scale, cells = answers.scales[place], export.cells[place]
        found += answer_problems.problems_of(one, scale, headings[place], cells)
    for place, bare in answers.bare.items():
        found += answer_problems.stray_problems(bare.stray, headings[place], export.cells[place])
    for place, scale in answers.anchored.items():
        if not scale.labels:
            words = [o for o in answers.options[place] if o.wording and not o.missing]
            found.append(answer_problems.anchor_problem(words, headings[place]))
    found += file_problems.several_lengths(answers.graded, answers.scales)
    return found + file_problems.turned_copies(answers.numbers, headings)
