"""LimeSurvey as text: one header record of codes, of texts, or of ``code. text``, or two in the vv format.

The platform knows who pressed *Submit*: a record without a date of submission is unfinished. An anonymous
survey dates every submission 1980-01-01, which is as good as any other date. People take the platform's own
columns out; what is left gives it away only where a question with several answers does: LimeSurvey alone
answers *Yes* or *No* under every option, and has a column for *Other* beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    export,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.limesurvey.administration import (
    ROLES,
    SURE,
    administration_of,
    exclusion,
    is_timing,
)
from alliance_analytics.intake.platforms.limesurvey.headings import (
    COMMENT_PARTS,
    OTHER_PARTS,
    are_codes_of_parts,
    column_by_r,
    column_of,
    columns_below,
    part_of,
    question_of,
)
from alliance_analytics.intake.platforms.limesurvey.vv import is_vv, vv_cells, vv_columns
from alliance_analytics.intake.platforms.sample import first_texts
from alliance_analytics.intake.table import Table
from alliance_analytics.model.answer_scales import MissingKind
from alliance_analytics.model.spelling import plain

ENOUGH_NAMES = 2
NOT_SHOWN: dict[str, MissingKind] = {"N/A": "not_shown", "{question_not_shown}": "not_shown"}
YES_AND_NO = tuple(
    frozenset(pair.split())
    for pair in ("yes no", "ja nee", "ja nein", "oui non", "si no", "ja nej", "sim nao", "evet hayir")
)


class LimeSurvey:
    """Exports of LimeSurvey to CSV, for R, and in its vv format."""

    name = "limesurvey"
    aliases = ("lime",)

    def recognises(self, table: Table) -> bool:
        """Return whether columns bear names that only LimeSurvey gives, or are answered as only there."""
        if table.variables:
            return False
        known = {administration_of(column_of(heading)) for heading in table.headings}
        return (
            len(known & SURE) >= ENOUGH_NAMES
            or is_vv(table)
            or are_codes_of_parts(table.headings)
            or _answers_each_option(table)
        )

    def read(self, table: Table) -> Export:
        """Return the export, with records that were never submitted marked as unfinished."""
        headers = _header_count(table)
        columns = _columns(table, headers)
        codes = [administration_of(column) for column in columns]
        cells = responses_below(table, headers)
        columns = _with_roles(columns, codes, cells)
        read = export(self.name, table, columns, vv_cells(cells) if is_vv(table) else cells)
        read = replace(read, missing_labels=NOT_SHOWN, header_records=headers)
        read = without_note_rows(read, codes.index("id") if "id" in codes else None)
        read = replace(read, exclusion=exclusion(read.cells, codes))
        return without_consent(folded(read, question_of))


def _header_count(table: Table) -> int:
    return 2 if is_vv(table) or _second_is_header(table) else 1


def _second_is_header(table: Table) -> bool:
    """LimeSurvey heads every column; where headings are missing, the second record has to hold them all."""
    first, second = table.record(0), table.record(1)
    return not all(first) and bool(second) and bool(first[0]) and all(second)


def _columns(table: Table, headers: int) -> list[Column]:
    if is_vv(table):
        return vv_columns(table)
    if headers > 1:
        return columns_below(table.record(0), table.record(1))
    by_r = not any(" " in heading for heading in table.headings)
    dotted = any("." in heading for heading in table.headings)
    return [(column_by_r if by_r and dotted else column_of)(heading) for heading in table.headings]


def _with_roles(columns: Sequence[Column], codes: Sequence[str], cells: pd.DataFrame) -> list[Column]:
    return [
        replace(column, role=ROLES[code]) if code else _with_role(column, columns, cells[place])
        for place, (column, code) in enumerate(zip(columns, codes, strict=True))
    ]


def _with_role(column: Column, columns: Sequence[Column], cells: pd.Series[str]) -> Column:
    if is_timing(column):
        return replace(column, role="timing")
    if _is_computed(column):
        return replace(column, role="administration")
    if _holds_files(cells):
        return replace(column, role="identifier")
    return _beside(column, columns)


def _is_computed(column: Column) -> bool:
    """Return whether the platform worked a column out: an equation, or the number of files sent in."""
    text = column.text.strip()
    return (text.startswith("{") and text.endswith("}")) or text.startswith("filecount - ")


def _holds_files(cells: pd.Series[str]) -> bool:
    """Return whether files were sent in; their names and titles are the sender's own."""
    texts = first_texts(cells)
    return bool(texts) and all(text.startswith("[{") for text in texts)


def _beside(column: Column, columns: Sequence[Column]) -> Column:
    """Return the column, as the text beside a choice when its part says *Other* or *Comment*."""
    if part_of(column) not in OTHER_PARTS | COMMENT_PARTS:
        return column
    question = _question(column)
    owners = (
        place
        for place, owner in enumerate(columns)
        if owner is not column and not owner.part and _question(owner) == question
    )
    return replace(column, role="other_text", beside=next(owners, None))


def _question(column: Column) -> str:
    return plain(column.text) or column.name.partition("[")[0]


def _answers_each_option(table: Table) -> bool:
    """Return whether *Yes* or *No* stands under every option of a question that has a column for *Other*."""
    headers = 2 if _second_is_header(table) else 1
    if headers == 1 and not all(table.headings):
        return False
    columns = _columns(table, headers)
    cells = responses_below(table, headers)
    others = {question_of(c) for c in columns if part_of(c) in OTHER_PARTS} - {""}
    return any(_all_say_yes_or_no(columns, cells, question) for question in others)


def _all_say_yes_or_no(columns: Sequence[Column], cells: pd.DataFrame, question: str) -> bool:
    options = [
        place
        for place, column in enumerate(columns)
        if question_of(column) == question and part_of(column) not in OTHER_PARTS | COMMENT_PARTS
    ]
    met = frozenset(plain(text) for place in options for text in first_texts(cells[place]))
    return len(options) > 1 and met in YES_AND_NO
