"""What the records of an export hold: answers, comments, partner, level, and who sent them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np
import pandas as pd

from alliance_analytics.intake import rows, turning
from alliance_analytics.intake.answers import Answers, read_answers
from alliance_analytics.intake.identifiers.texts import masking
from alliance_analytics.intake.identity import Identity, identify
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.misplaced import misplaced
from alliance_analytics.intake.partners import Named, level_question, partner_question, read_names
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.answer_scales import AnswerScales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.spelling import plain


@dataclass(frozen=True)
class Contents:
    """The records of an export, read. Every part has one row a record, under the record's number in the file.

    Parameters
    ----------
    answers : Answers
        Points and kinds of missing, (records, scored items).
    partner, level : Named
        Names, NA where none could be told.
    comments : DataFrame of str, (records, open questions)
        '' where nothing was written.
    identity : Identity
        What tells respondents apart.
    misplaced : Series of bool, (records,)
        Whether the cells of a record stand under the wrong headings.
    """

    answers: Answers
    partner: Named
    level: Named
    comments: pd.DataFrame = field(repr=False)
    identity: Identity
    misplaced: pd.Series[bool]

    @property
    def notes(self) -> tuple[LogEntry, ...]:
        """What was found in reading them."""
        parts = (self.identity.notes, self.answers.notes, self.partner.notes, self.level.notes)
        return tuple(chain.from_iterable(parts))

    def left_out(
        self, marked: pd.Series[bool], keep: Collection[str] = ()
    ) -> tuple[pd.Series[str], dict[int, int]]:
        """Return why each record does not count, or '', and for duplicates the number of the first record.

        Parameters
        ----------
        marked : Series of bool, (records,)
            Which the platform ruled out and the settings keep: they are a person's second choice.
        keep : collection of str, optional
            Reasons for which records are not left out.
        """
        unfit = self._unfit()
        if "duplicate" in keep:
            return unfit, {}
        order = marked[unfit == ""].sort_values(kind="stable").index
        first = rows.earlier_record(self.identity, self.answers.points, self._alike(), order)
        return unfit.mask(unfit.index.isin([*first]), "duplicate"), first

    def _unfit(self) -> pd.Series[str]:
        """Return why a record holds nothing that counts, or ''; such a record is nobody's first one."""
        kinds, nobody = self.answers.kinds, self.partner.names.isna() & self.level.names.isna()
        notes = rows.unreadable(kinds[nobody]).reindex(kinds.index, fill_value=False)
        return (
            pd.Series("", index=kinds.index, dtype=object)
            .mask(notes, "note_row")
            .mask(self.misplaced, "misplaced")
            .mask(rows.empty(kinds, self.comments), "empty")
        )

    def _alike(self) -> pd.Series[str]:
        """Return one text for all that two sendings have in common, '' where the person is known."""
        unknown = (self.identity.person == "").to_numpy()
        kinds, points = self.answers.kinds.to_numpy()[unknown], self.answers.points.to_numpy()[unknown]
        told = (self.partner.names.fillna(""), self.level.names.fillna(""))
        written = [each_text(self.comments[item][unknown], plain) for item in self.comments]
        answered = map(bytes, np.ascontiguousarray(np.where(kinds == 0, points, -kinds)))
        found = np.full(len(unknown), "", dtype=object)
        found[unknown] = rows.alike(zip(answered, *(names[unknown] for names in told), *written, strict=True))
        return pd.Series(found, index=self.comments.index)


def read_contents(
    export: Export,
    places: Mapping[str, int],
    instrument: Instrument,
    settings: SurveySettings,
    scales: AnswerScales,
) -> Contents:
    """Return what the records of an export hold.

    Parameters
    ----------
    export : Export
        Records that may count.
    places : mapping of str to int
        Item id to the place of its column.
    instrument : Instrument
        The questionnaire.
    settings : SurveySettings
        Codes, and the spellings of partners and levels.
    scales : AnswerScales
        The labels that are known.

    Raises
    ------
    ExportError
        If the answers cannot be read without a guess.
    """
    scored = [item.id for item in instrument.scored]
    by_kind = {item.kind: places.get(item.id) for item in instrument.items if item.id in places}
    partner = partner_question(settings.partners, settings.partner_codes)
    level = level_question(instrument, settings.levels, settings.level_codes)
    answers = read_answers(
        export,
        places,
        scored,
        scales,
        scale_id=instrument.answer_scale,
        declared=settings.answer_codes,
        rescale=settings.rescale,
    )
    partners = read_names(export, by_kind.get("partner"), partner)
    levels = read_names(export, by_kind.get("level"), level)
    return Contents(
        answers=_as_given(answers, settings.already_turned, instrument.points, export.file),
        partner=partners,
        level=levels,
        comments=_comments(export, places, instrument),
        identity=identify(export, frozenset(places.values())),
        misplaced=misplaced(
            export,
            places,
            instrument,
            answers.kinds,
            named={"partner": (partners, partner), "level": (levels, level)},
            labels=scales.scale(instrument.answer_scale).meanings,
            missing=scales.missing_meanings,
        ),
    )


def _as_given(answers: Answers, turned: Collection[str], points: int, file: str) -> Answers:
    """Return the answers as people gave them, where the settings say that the file holds some turned."""
    return replace(
        answers,
        points=turning.turned_back(answers.points, turned, points, file),
        notes=(*answers.notes, *turning.turned_back_notes(turned)),
    )


def _comments(export: Export, places: Mapping[str, int], instrument: Instrument) -> pd.DataFrame:
    asked = [item.id for item in instrument.items if item.kind == "open" and item.id in places]
    without_identifiers = masking()
    columns = {item: each_text(export.cells[places[item]], without_identifiers) for item in asked}
    return pd.DataFrame(columns, index=export.cells.index, columns=asked, dtype=object)
