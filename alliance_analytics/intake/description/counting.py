"""How many people answered, and which records count, by the rules that hold for any wave.

Where the file asks the statements of an instrument, those decide what an empty record is; else all its
answers do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import rows
from alliance_analytics.intake.columns import asks_for, map_columns
from alliance_analytics.intake.contents import read_contents
from alliance_analytics.intake.identity import identify
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.record_rows import one_row_a_person
from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Instrument


@dataclass(frozen=True)
class Counted:
    """Records and people of an export.

    Parameters
    ----------
    people : int
        Different people among the records.
    reasons : Series of str, (records,)
        Why a record does not count, or ''; the index holds its number in the file.
    refusal : str
        Why the answers could not be read for the instrument, or ''.
    """

    people: int
    reasons: pd.Series[str]
    refusal: str = ""

    @property
    def responses(self) -> int:
        """Records that count."""
        return int((self.reasons == "").sum())

    @property
    def excluded(self) -> Mapping[str, int]:
        """Reason to the number of records left out for it."""
        return dict(Counter(self.reasons[self.reasons != ""].tolist()))


def items_asked(export: Export, instrument: Instrument) -> tuple[dict[str, int], str]:
    """Return item id to the place of the column that asks it, and why there is none although there should be.

    Of another survey, which does not ask the instrument's statements, both are empty.
    """
    try:
        return dict(map_columns(export.columns, instrument, {}, export.file).places), ""
    except ExportError as error:
        return {}, error.what if asks_for(export.columns, instrument) else ""


def counted(
    export: Export,
    questions: Sequence[int],
    scaled: Collection[int],
    items: Mapping[str, int],
    instrument: Instrument,
) -> Counted:
    """Return which records of an export count.

    Parameters
    ----------
    export : Export
        Records of respondents.
    questions : sequence of int
        Places of the columns that people were asked to fill in.
    scaled : collection of int
        Those among them that hold answers on a scale; only these tell people apart who say the same.
    items : mapping of str to int
        Places of the instrument's statements, where the survey asks them.
    instrument : Instrument
        Where to read them from.
    """
    people = _people(export)
    if items:
        try:
            return Counted(people, _by_instrument(export, items, instrument))
        except ExportError as error:
            return Counted(people, _by_answers(export, questions, scaled), error.what)
    return Counted(people, _by_answers(export, questions, scaled))


def _by_instrument(export: Export, items: Mapping[str, int], instrument: Instrument) -> pd.Series[str]:
    once = [
        items[item.id] for item in instrument.items if item.kind in ("partner", "level") and item.id in items
    ]
    telling = [place for place in items.values() if place not in once]
    export = one_row_a_person(export, telling, once)
    marked = rows.marked_by_platform(export, items.values())
    contents = read_contents(
        _only(export, marked == ""), items, instrument, SurveySettings(), answer_scales()
    )
    unfit, _ = contents.left_out(marked[marked == ""] != "")
    return unfit.reindex(marked.index).fillna(marked)


def _by_answers(export: Export, questions: Sequence[int], scaled: Collection[int]) -> pd.Series[str]:
    export = one_row_a_person(export, questions, [])
    marked = rows.marked_by_platform(export, _of_forms_with(export, scaled, questions))
    read = _only(export, marked == "")
    answers = read.cells[list(questions)].apply(lambda cells: each_text(cells, str.strip))
    answers = answers.mask(answers.isin(list(export.missing_labels)), "")
    empty = (answers == "").all(axis=1) if len(questions) else pd.Series(False, index=answers.index)
    identity = identify(read, frozenset(questions))
    records = rows.alike(answers.itertuples(index=False, name=None))
    alike = pd.Series(records, index=answers.index, dtype=object).where(identity.person == "", "")
    points = _numbered(answers[[place for place in questions if place in scaled]])
    earlier = rows.earlier_record(identity, points, alike, answers.index)
    repeats = answers.index.isin([*earlier]) & ~empty
    unfit = marked[marked == ""].mask(empty, "empty").mask(repeats, "duplicate")
    return unfit.reindex(marked.index).fillna(marked)


def _of_forms_with(export: Export, scaled: Collection[int], questions: Sequence[int]) -> list[int]:
    """Return the questions of those forms of a file that ask for answers on a scale; of all when none does.

    A project has forms that most people never come to; to have left those is no unfinished response.
    """
    forms = {export.columns[place].form for place in scaled}
    return [place for place in questions if not forms or export.columns[place].form in forms]


def _numbered(answers: pd.DataFrame) -> pd.DataFrame:
    """Return each different answer as a number of its own, alike in all columns, and a blank as NaN."""
    numbers = pd.factorize(answers.to_numpy(dtype=object).ravel())[0].astype(float).reshape(answers.shape)
    return pd.DataFrame(numbers, index=answers.index, columns=answers.columns).mask(answers == "")


def _only(export: Export, records: pd.Series[bool]) -> Export:
    return replace(export, cells=export.cells[records], exclusion=export.exclusion[records])


def _people(export: Export) -> int:
    """Return the number of people: of records, unless the file numbers people over several rows."""
    ids = [place for place, column in enumerate(export.columns) if column.role == "record_id"]
    for place in ids[:1]:
        numbers = export.cells[place].str.strip()
        if (numbers != "").any():
            return int(numbers[numbers != ""].nunique() + (numbers == "").sum())
    return len(export.cells)
