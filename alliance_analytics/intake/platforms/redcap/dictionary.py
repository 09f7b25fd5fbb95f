"""REDCap's data dictionary: what each field asks, and what its codes stand for.

It is a table of its own, as the project's designer downloads it, or as a program fetches it; both have 18
columns in the same order, under different headings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alliance_analytics.intake.platforms.markup import without_markup
from alliance_analytics.intake.table import Table

HEADINGS = {
    "name": ("variable / field name", "field_name"),
    "form": ("form name", "form_name"),
    "kind": ("field type", "field_type"),
    "label": ("field label", "field_label"),
    "choices": ("choices, calculations, or slider labels", "select_choices_or_calculations"),
    "validation": (
        "text validation type or show slider number",
        "text_validation_type_or_show_slider_number",
    ),
    "identifier": ("identifier?", "identifier"),
}
NEEDED = ("name", "kind", "label")
OFFERS_CHOICES = frozenset({"radio", "dropdown", "checkbox"})
FIXED_CHOICES = {
    "yesno": {"1": "Yes", "0": "No"},
    "truefalse": {"1": "True", "0": "False"},
}


@dataclass(frozen=True)
class Field:
    """One field of a project.

    Parameters
    ----------
    name, form, kind, label : str
        As the dictionary has them; the label without markup.
    choices : mapping of str to str
        Code to label; empty where anything may be entered.
    validation : str
        What a text must look like, such as ``email`` or ``phone``; '' for anything.
    identifies : bool
        Whether the project marks it as telling who a person is.
    """

    name: str
    form: str
    kind: str
    label: str
    choices: Mapping[str, str]
    validation: str
    identifies: bool


def is_dictionary(table: Table) -> bool:
    """Return whether a table is a data dictionary, by its headings."""
    return all(part in _places(table) for part in NEEDED)


def fields_of(table: Table) -> dict[str, Field]:
    """Return the fields of a data dictionary by name, in the order of the project."""
    places = _places(table)
    records = (table.record(number) for number in range(1, len(table.cells)))
    rows = ({part: record[place] for part, place in places.items()} for record in records)
    return {row["name"]: _field(row) for row in rows if row["name"]}


def _places(table: Table) -> dict[str, int]:
    headings = [heading.casefold() for heading in table.headings]
    return {
        part: headings.index(name) for part, names in HEADINGS.items() for name in names if name in headings
    }


def _field(row: Mapping[str, str]) -> Field:
    kind = row["kind"].casefold()
    return Field(
        name=row["name"],
        form=row.get("form", ""),
        kind=kind,
        label=without_markup(row["label"]),
        choices=FIXED_CHOICES.get(kind) or (_choices(row) if kind in OFFERS_CHOICES else {}),
        validation=row.get("validation", "").casefold(),
        identifies=row.get("identifier", "").casefold() in ("y", "yes", "1"),
    )


def _choices(row: Mapping[str, str]) -> dict[str, str]:
    """Take ``0, not open | 1, undecided`` apart; a label may hold commas of its own."""
    offered = (choice.partition(",") for choice in row.get("choices", "").split("|"))
    return {code.strip(): without_markup(label) for code, comma, label in offered if comma}
