"""Is an alliance the right form? One form, filled in by several people, read once and argued both ways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.interpret.formation import (
    Fit,
    arguments,
    called_for,
    fit_of_each_rater,
    fitting_form,
    formation_steps,
    judged,
    pivots,
)
from alliance_analytics.model.formation import Formation, formation
from alliance_analytics.model.identified import Described
from alliance_analytics.model.loading import packaged
from alliance_analytics.model.sourced import LANGUAGES, Language
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.study import Study
from alliance_analytics.workspace.registers.columns import Problems
from alliance_analytics.workspace.registers.formation_form import Form, formation_form
from alliance_analytics.workspace.registers.rows import register_file

FORM = "formation"
"""Name of a form in the folder of an alliance."""
EXAMPLE = "formation_example.csv"
"""An invented form, filled in by four raters."""
ROW_COLUMNS = [
    "part",
    "question",
    "name",
    "n",
    "middle",
    "lowest",
    "highest",
    "agreement",
    "verdict",
    "evidence",
]


@dataclass(frozen=True)
class Assessment:
    """What a form comes to, in one language. Make one with :func:`assessment`."""

    form: Form
    model: Formation
    language: Language
    synthetic: bool = False

    def __repr__(self) -> str:
        """Return the form's name and how many people rated."""
        return f"Assessment of {self.form.name}, {self.raters} raters"

    @cached_property
    def say(self) -> Words:
        """The sentences on formation."""
        return words("formation", self.language)

    @cached_property
    def cells(self) -> Cells:
        """Numbers as text."""
        return Cells(words("review", self.language), self.language)

    @cached_property
    def raters(self) -> int:
        """How many people rated anything."""
        return int(self.form.ratings["rater"].nunique())

    @cached_property
    def judged(self) -> pd.DataFrame:
        """One row a question, see :func:`~alliance_analytics.interpret.formation.judged`."""
        return judged(self.form.ratings, self.form.entries, self.model)

    @cached_property
    def verdicts(self) -> dict[str, str]:
        """Question id to its verdict."""
        return dict(zip(self.judged["question"], self.judged["verdict"], strict=True))

    @cached_property
    def fit(self) -> Fit:
        """The form that the conditions point to."""
        return fitting_form(self.verdicts, self.model)

    @cached_property
    def each_rater(self) -> dict[int, Fit]:
        """What each rater alone would come to."""
        return fit_of_each_rater(self.form.ratings, self.model)

    @cached_property
    def called_for(self) -> str:
        """Whether the problem calls for a joint system: yes, no or open."""
        return called_for(self.verdicts, self.model)

    @cached_property
    def steps(self) -> pd.DataFrame:
        """The state of the six steps."""
        return formation_steps(self.judged)

    @cached_property
    def arguments(self) -> pd.DataFrame:
        """What speaks for an alliance and what against."""
        return arguments(self.form.ratings, self.model)

    @cached_property
    def pivots(self) -> pd.DataFrame:
        """What would change the answer."""
        return pivots(self.judged, self.model)

    @cached_property
    def problems(self) -> Problems:
        """What was not understood in the form, and where raters stand far apart."""
        return (*self.form.problems, *self._far_apart())

    def entry(self, question: str) -> Described:
        """Return the entry of the model behind a question."""
        return next(entry for _, entry in self.model.questions if entry.id == question)

    def name(self, question: str) -> str:
        """Return what readers call a question."""
        return self.entry(question).name[self.language]

    def _far_apart(self) -> Problems:
        places = dict(zip(self.form.entries["question"], self.form.entries["place"], strict=True))
        apart = self.judged[self.judged["apart"]]
        return tuple(
            WorkspaceError(
                "Raters stand far apart.",
                where=str(places[row["question"]]),
                found=f"{row['question']}: ratings from {row['lowest']:.0f} to {row['highest']:.0f}",
                allowed=f"less than {self.model.ratings.apart_from} points between raters",
                remedy="Let them tell each other what they see, then let them rate again.",
            )
            for row in apart.to_dict("records")
        )


def assessment(
    path: str | Path, language: str = "en", *, model: Formation | None = None, synthetic: bool = False
) -> Assessment:
    """Read a form and return what it comes to.

    Parameters
    ----------
    path : str or Path
        CSV, workbook or YAML, as ``alliance formation --example`` writes it.
    language : str
        ``'en'`` or ``'nl'``.
    model : Formation, optional
        The questions and rules; those shipped when left out.
    synthetic : bool
        Whether the answers are invented.

    Raises
    ------
    ParameterError
        If the language is unknown.
    AllianceError
        If the form cannot be read at all.
    """
    refuse_unknown("language", language, LANGUAGES)
    asked = model or formation()
    spoken: Language = "nl" if language == "nl" else "en"
    return Assessment(formation_form(Path(path), asked), asked, spoken, synthetic)


def formation_of(study: Study) -> Assessment:
    """Return what the form in an alliance's folder comes to; without one, an invented example, marked so.

    Parameters
    ----------
    study : Study
        Of which alliance; its language is that of the answer. The form is ``formation`` as CSV, workbook or
        YAML.
    """
    own = register_file(study.workspace.folders[study.alliance], FORM)
    return assessment(own or packaged(EXAMPLE), study.language, synthetic=own is None)


def formation_rows(found: Assessment) -> list[dict[str, Any]]:
    """Return one row a question, for a program or a table; None where nobody rated or nothing was told."""
    table = found.judged.assign(name=[found.name(question) for question in found.judged["question"]])
    numbers = ["middle", "lowest", "highest", "agreement"]
    plain = table.astype(dict.fromkeys(numbers, object))
    plain[numbers] = plain[numbers].where(table[numbers].notna(), None)
    return [
        {str(name): value for name, value in row.items()} for row in plain[ROW_COLUMNS].to_dict("records")
    ]
