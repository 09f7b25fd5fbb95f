"""From a population to the export of one wave: the responses, the dirt of real files, and its count.

Dirt never changes what is true. It is planted in kinds that the platform's layout can mark, and counted, so
that an importer can be held against the count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from alliance_analytics.demo.comments import comments_of, remarks
from alliance_analytics.demo.extras import with_extras
from alliance_analytics.demo.platforms import LAYOUTS, file_name, is_coded
from alliance_analytics.demo.respondents import responses
from alliance_analytics.demo.sheet import Sheet
from alliance_analytics.demo.simulation import SimulatedWave
from alliance_analytics.demo.spelling import odd_spelling
from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, codes_in_order
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.sourced import Language

STEMS = {
    "en": "Please say for each statement how far you agree with it.",
    "nl": "Geef per stelling aan in hoeverre u het ermee eens bent.",
}
ODD_SPELLINGS = 7


@dataclass(frozen=True)
class Export:
    """One wave's export, ready to be written.

    ``comments`` has one row a remark about a theme: item, theme, polarity.
    """

    file: str
    survey: AnswersToWrite
    comments: pd.DataFrame

    @property
    def excluded(self) -> dict[str, int]:
        """Kind of record to how many of them are no response."""
        kinds = Counter(record.kind for record in self.survey.records if record.kind != "response")
        return dict(sorted(kinds.items()))

    @property
    def kept(self) -> int:
        """Records that are a response, each from another person."""
        return sum(record.kind == "response" for record in self.survey.records)


def export_of(simulated: SimulatedWave, generator: np.random.Generator) -> Export:
    """Return what the wave's platform would export.

    Parameters
    ----------
    simulated : SimulatedWave
        Everybody invited, with complete answers.
    generator : numpy Generator
        Source of chance.
    """
    answered = simulated.people["answered"].to_numpy()
    language = simulated.wave.language
    written, planted = comments_of(simulated.turned[answered], simulated.instrument, language, generator)
    identifying = remarks().identifying[language].format(mail=f"{simulated.plan.id}@example.org")
    sheet = responses(simulated, _with_one_more(written, identifying, generator), generator)
    survey = _survey(simulated, with_extras(sheet, simulated, generator))
    if survey.codes is None:
        survey = replace(survey, spellings=_spellings(survey, generator))
    return Export(file_name(simulated.wave, len(survey.records)), survey, planted)


def answer_labels(instrument: Instrument, language: Language) -> dict[str, str]:
    """Return each point, and each kind of no usable answer, to its label on a form of this project."""
    scales = answer_scales()
    scale = scales.scale(instrument.answer_scale)
    labels = {str(point): scale.canonical(point, language) for point in range(1, instrument.points + 1)}
    return labels | {
        "dont_know": scales.missing_wording("dont_know").canonical(language),
        "not_applicable": scales.missing_wording("not_applicable").canonical(language),
    }


def _with_one_more(comments: pd.DataFrame, text: str, generator: np.random.Generator) -> pd.DataFrame:
    """Let one person leave a telephone number and an address where a comment was asked."""
    row, column = int(generator.integers(len(comments))), int(generator.integers(len(comments.columns)))
    changed = comments.copy()
    changed.iat[row, column] = f"{comments.iat[row, column]!s} {text}".strip()
    return changed


def _survey(simulated: SimulatedWave, sheet: Sheet) -> AnswersToWrite:
    wave, instrument, layout = simulated.wave, simulated.instrument, LAYOUTS[simulated.wave.platform]
    # Agreement stands first on such a form, so that 1 is the highest point; only labels or settings say so.
    codes = codes_in_order(instrument.points, first_special=layout.first_special_code, reverse=True)
    return AnswersToWrite(
        instrument=instrument,
        language=wave.language,
        stem=STEMS[wave.language],
        partners=tuple(partner.name for partner in simulated.plan.partners),
        labels=answer_labels(instrument, wave.language),
        records=sheet.records,
        answers=sheet.answers,
        missing_kinds=sheet.missing_kinds,
        comments=sheet.comments,
        codes=codes if is_coded(wave) else None,
    )


def _spellings(survey: AnswersToWrite, generator: np.random.Generator) -> Mapping[tuple[int, str], str]:
    """Write a few answers of true responses oddly."""
    rows = [row for row in survey.rows if survey.records[row].kind == "response"]
    places = [(row, item.id) for row in rows for item in survey.instrument.scored]
    answered = [place for place in places if survey.answer(*place).isdigit()]
    chosen = generator.permutation(len(answered))[:ODD_SPELLINGS]
    return {
        answered[place]: odd_spelling(survey.cell(*answered[place]), number)
        for number, place in enumerate(chosen)
    }
