"""Every layout that this project writes, with what reading it needs to be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, codes_in_order
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.intake.platforms.google_forms import writer as google_forms
from alliance_analytics.intake.platforms.kobo import writer as kobo
from alliance_analytics.intake.platforms.limesurvey import writer as limesurvey
from alliance_analytics.intake.platforms.microsoft_forms import writer as microsoft_forms
from alliance_analytics.intake.platforms.odk import writer as odk
from alliance_analytics.intake.platforms.qualtrics import writer as qualtrics
from alliance_analytics.intake.platforms.redcap import writer as redcap
from alliance_analytics.intake.platforms.spss import writer as spss
from alliance_analytics.intake.platforms.stata import writer as stata
from alliance_analytics.intake.platforms.surveymonkey import writer as surveymonkey
from alliance_analytics.intake.platforms.typeform import writer as typeform
from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.model.instrument import Item
from benchmarks.mutations.known_answers import without_missing_kinds

Form = Literal["text", "tabs", "workbook", "labelled file"]
"""Quoted text, text with tabs and without quotes, XLSX, or an SPSS or Stata file."""
Write = Callable[[AnswersToWrite, Path], None]
UP = codes_in_order(5, first_special=8)
DOWN = codes_in_order(5, first_special=8, reverse=True)
POINTS = {str(point): point for point in range(1, 6)}


@dataclass(frozen=True)
class Layout:
    """One layout of one platform.

    Parameters
    ----------
    name : str
        What the table of results calls it.
    platform : str
        What reading must take it for; '' for a plain table.
    write : callable
        Writes a survey to a path.
    marked : frozenset of str
        Kinds of record that the layout can mark.
    headers : int
        Header records.
    delimiter : str
        Of a text file.
    form : str
        What kind of file it is.
    suffix : str
        Ending of the file's name, where the writer goes by it.
    codes : mapping of str to int, optional
        Answers to numbers, where the layout holds numbers.
    told : bool
        Whether the settings have to say what the numbers mean.
    points_only : bool
        Whether the form offers no *don't know* and no *not applicable*.
    """

    name: str
    platform: str
    write: Write
    marked: frozenset[str] = frozenset({"duplicate"})
    headers: int = 1
    delimiter: str = ","
    form: Form = "text"
    suffix: str = ".csv"
    codes: Mapping[str, int] | None = None
    told: bool = False
    points_only: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the file is text."""
        return self.form in ("text", "tabs")

    def fitting(self, survey: AnswersToWrite) -> AnswersToWrite:
        """Return the survey with what the layout can express."""
        expressed = without_missing_kinds(survey) if self.points_only else survey
        return replace(expressed, codes=self.codes)

    def codes_told(self, survey: AnswersToWrite) -> dict[str, dict[str, str]]:
        """Return what a wave's settings must say of the numbers in this layout; nothing where it tells."""
        if not self.told or self.codes is None:
            return {}
        return {
            "answer_codes": {str(code): survey.labels[answer] for answer, code in self.codes.items()},
            "partner_codes": {str(place): name for place, name in enumerate(survey.partners, start=1)},
            "level_codes": {
                str(place): level for place, level in enumerate(survey.instrument.levels, start=1)
            },
        }

    def settings(self, survey: AnswersToWrite) -> SurveySettings:
        """Return the settings of a wave in this layout: the partners, and the codes where nothing tells."""
        return SurveySettings.model_validate({"partners": survey.partners} | self.codes_told(survey))


def write_by_id(survey: AnswersToWrite, path: Path) -> None:
    """Write a plain table, with the ids of the items for headings."""
    _write_plain(survey, path, [item.id for item in _asked(survey)])


def write_by_wording(survey: AnswersToWrite, path: Path) -> None:
    """Write a plain table, with the questions for headings."""
    _write_plain(survey, path, [item.asked(survey.language) for item in _asked(survey)])


def write_qualtrics_tags(survey: AnswersToWrite, path: Path) -> None:
    """Write a Qualtrics file whose maker called the questions by the ids of the items."""
    qualtrics.write(survey, path)
    text = path.read_text(encoding="utf-8")
    first, rest = text.split("\n", 1)
    known = len(qualtrics.METADATA)
    tags = [*first.split(",")[:known], *(item.id for item in _asked(survey))]
    path.write_text("\n".join([",".join(tags), rest]), encoding="utf-8")


def _asked(survey: AnswersToWrite) -> list[Item]:
    place = [item for kind in ("partner", "level") for item in survey.instrument.items if item.kind == kind]
    return [*place, *survey.instrument.scored, *survey.open_items]


def _write_plain(survey: AnswersToWrite, path: Path, headings: list[str]) -> None:
    rows = [[str(row + 1), survey.records[row].mail, *survey.answer_cells(row)] for row in survey.rows]
    write_csv(path, [["nr", "E-mail", *headings], *rows])


def _surveymonkey(headers: int, expanded: bool) -> Layout:
    return Layout(
        f"surveymonkey {headers} headers{' expanded' if expanded else ''}",
        "surveymonkey",
        partial(surveymonkey.write, headers=headers, expanded=expanded),
        surveymonkey.MARKED,
        headers=headers,
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout("qualtrics", "qualtrics", qualtrics.write, qualtrics.MARKED, 3),
    Layout("qualtrics named by ids", "qualtrics", write_qualtrics_tags, qualtrics.MARKED, 3),
    Layout("qualtrics 2016", "qualtrics", partial(qualtrics.write, layout="2016"), qualtrics.MARKED, 3),
    Layout("qualtrics legacy", "qualtrics", partial(qualtrics.write, layout="legacy"), qualtrics.MARKED, 2),
    Layout("qualtrics codes", "qualtrics", qualtrics.write, qualtrics.MARKED, 3, codes=DOWN, told=True),
    Layout("limesurvey code. text", "limesurvey", limesurvey.write, limesurvey.MARKED, delimiter=";"),
    Layout(
        "limesurvey codes",
        "limesurvey",
        partial(limesurvey.write, headings="codes"),
        limesurvey.MARKED,
        delimiter=";",
    ),
    Layout(
        "limesurvey text",
        "limesurvey",
        partial(limesurvey.write, headings="text"),
        limesurvey.MARKED,
        delimiter=";",
    ),
    Layout(
        "limesurvey vv", "limesurvey", limesurvey.write_vv, limesurvey.MARKED, 2, delimiter="\t", form="tabs"
    ),
    *(_surveymonkey(headers, expanded) for headers in (1, 2, 3) for expanded in (False, True)),
    Layout("google sheet", "google-forms", google_forms.write),
    Layout("google download", "google-forms", partial(google_forms.write, route="download")),
    Layout(
        "google workbook",
        "google-forms",
        partial(google_forms.write, route="workbook"),
        form="workbook",
        suffix=".xlsx",
    ),
    Layout("google points", "google-forms", google_forms.write, codes=POINTS, told=True, points_only=True),
    Layout(
        "microsoft forms",
        "microsoft-forms",
        microsoft_forms.write,
        microsoft_forms.MARKED,
        form="workbook",
        suffix=".xlsx",
    ),
    Layout("typeform", "typeform", typeform.write, typeform.MARKED),
    Layout("typeform workbook", "typeform", typeform.write, typeform.MARKED, form="workbook", suffix=".xlsx"),
    Layout("kobo", "kobo", kobo.write, kobo.MARKED, delimiter=";"),
    Layout("kobo workbook", "kobo", kobo.write, kobo.MARKED, form="workbook", suffix=".xlsx"),
    Layout("odk", "odk", odk.write, odk.MARKED),
    Layout("redcap labels", "redcap", redcap.write, redcap.MARKED),
    Layout("redcap raw", "redcap", redcap.write, redcap.MARKED, codes=DOWN),
    Layout("spss", "spss", spss.write, spss.MARKED, 0, form="labelled file", suffix=".sav", codes=DOWN),
    Layout("stata", "stata", stata.write, stata.MARKED, 0, form="labelled file", suffix=".dta", codes=UP),
    Layout("table by id", "", write_by_id),
    Layout("table by wording", "", write_by_wording),
)
"""All of them."""
