"""Headings of LimeSurvey: ``Q1[SQ001]``, ``Question [sub-question]``, or both with a full stop between them.

Where a file has two header records, one was made by hand from bracketed headings: the question stands only
above the first of its columns, and its parts below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from alliance_analytics.intake.platforms.base import Column, question_and_part
from alliance_analytics.model.spelling import plain

CODE_AND_TEXT = re.compile(r"^(?P<code>[A-Za-z]\w*(?:\[[^\]]*\])*)\.\s+(?P<text>\S.*)$", re.DOTALL)
CODE = re.compile(r"^[A-Za-z]\w*(?:\[[^\]]*\])*$")
CODE_BY_R = re.compile(r"^(?P<question>[A-Za-z]\w*)\.(?P<part>\w+)\.$")

OTHER_PARTS = frozenset(
    {
        *("other", "anders", "sonstiges", "autre", "otro", "overig", "othertext", "altro", "outro"),
        *("annat", "diger"),
    }
)
COMMENT_PARTS = frozenset(
    {"comment", "commentaire", "kommentar", "opmerking", "comentario", "toelichting", "commento", "aciklama"}
)

CODE_OF_PART = re.compile(r"[A-Za-z]\w*\[[A-Za-z]\w*\](?:\[[^\]]*\])?")
ENOUGH_PARTS = 3


def are_codes_of_parts(headings: Sequence[str]) -> bool:
    """Return whether several headings are codes such as ``Q1[SQ001]``; ``beta[1]`` is an array's.

    Examples
    --------
    >>> are_codes_of_parts(["Q1[A]", "Q1[B]", "Q2[SQ1]"]), are_codes_of_parts(["b[1]", "b[2]", "b[3]"])
    (True, False)
    """
    return sum(CODE_OF_PART.fullmatch(heading) is not None for heading in headings) >= ENOUGH_PARTS


def column_of(heading: str) -> Column:
    """Take a heading apart into code, question and sub-question."""
    both = CODE_AND_TEXT.match(heading)
    if both:
        return Column(both["code"], *question_and_part(both["text"]))
    return Column(heading, "") if CODE.match(heading) else Column("", *question_and_part(heading))


def column_by_r(heading: str) -> Column:
    """Take a heading apart in which R wrote full stops for all other marks; their places are lost.

    Examples
    --------
    >>> column_by_r("Q1.SQ001.").name, column_by_r("How.far.do.you.agree..We.meet.").text
    ('Q1[SQ001]', 'How far do you agree We meet')
    """
    code = CODE_BY_R.match(heading)
    if code:
        return Column(f"{code['question']}[{code['part']}]", "")
    return (
        Column(heading, " ".join(heading.replace(".", " ").split())) if "." in heading else column_of(heading)
    )


def columns_below(questions: Sequence[str], parts: Sequence[str]) -> list[Column]:
    """Return the columns under two header records; a question holds until the next one starts."""
    columns, question = [], ""
    for heading, part in zip(questions, parts, strict=True):
        question = heading or question
        columns.append(Column("", question, part))
    return columns


def question_of(column: Column) -> str:
    """Return what the columns of one question share, or '' for a column without parts."""
    if column.part:
        return plain(column.text) or column.name.partition("[")[0]
    return column.name.partition("[")[0] if "[" in column.name else ""


def part_of(column: Column) -> str:
    """Return the last part of a column's text, or else of its code, in plain spelling."""
    code = re.search(r"\[(\w+)\]$", column.name)
    return plain(code[1] if code and not column.part else column.part)
