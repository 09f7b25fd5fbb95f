"""What the columns of a REDCap export are for, by their names, their labels and the data dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Role
from alliance_analytics.intake.platforms.markup import without_markup
from alliance_analytics.intake.platforms.redcap.dictionary import Field
from alliance_analytics.intake.platforms.typed_other import with_others_beside
from alliance_analytics.model.spelling import plain

# What the platform notes itself: the name in an export of codes, the heading in one of labels.
OWN: dict[str, Role] = {
    **dict.fromkeys(("redcap_event_name", "event name"), "administration"),
    **dict.fromkeys(("redcap_repeat_instrument", "repeat instrument"), "administration"),
    **dict.fromkeys(("redcap_repeat_instance", "repeat instance"), "administration"),
    **dict.fromkeys(("redcap_data_access_group", "data access group"), "administration"),
    **dict.fromkeys(("redcap_survey_identifier", "survey identifier"), "identifier"),
    **dict.fromkeys(("survey timestamp", "complete?"), "administration"),
}
SEVERAL_ROWS = frozenset({"redcap_event_name", "event name", "redcap_repeat_instance", "repeat instance"})
NUMBERS_RECORDS = re.compile(r"(?:record|study|participant|subject|case|person)[_ ]?(?:id|number)|record")
STATES = frozenset({"", "0", "1", "2", "incomplete", "unverified", "complete"})
"""What a cell says of a form: not finished, to be verified, finished."""

COMPLETE = re.compile(r"(?P<form>\w+)_complete|complete\?")
TIME = re.compile(r"(?P<form>\w+)_timestamp|survey timestamp")
OPTION = re.compile(r"(?P<field>\w+?)___(?P<code>\w+)")
LABELLED_OPTION = re.compile(r"(?P<question>.*)\(choice=(?P<option>.*)\)", re.DOTALL)
TEST_FLAG = re.compile(
    r"(?:this_)?(?:is_)?(?:a_)?test(?:_(?:record|response|case|data|flag))?(?:___1|_choice.*)?"
)
NOT_A_QUESTION = frozenset({"calc", "file", "descriptive", "signature"})


def is_headed_as_state(heading: str) -> bool:
    """Return whether a column is called as those are that say whether a form was finished."""
    return bool(COMPLETE.fullmatch(heading.casefold()))


def is_state_of_form(heading: str, cells: pd.Series[str]) -> bool:
    """Return whether a column says whether a form was finished, by its heading and by what stands in it."""
    return is_headed_as_state(heading) and {text.strip().casefold() for text in cells.unique()} <= STATES


def is_time_of_form(heading: str) -> bool:
    """Return whether a column says when a form was submitted, by its heading."""
    return bool(TIME.fullmatch(heading.casefold()))


def is_test_flag(heading: str) -> bool:
    """Return whether a project marks its own tests in a column of this heading."""
    return bool(TEST_FLAG.fullmatch("_".join(re.findall(r"\w+", heading.casefold()))))


def numbers_records(heading: str) -> bool:
    """Return whether a column is called as those are that number people."""
    return bool(NUMBERS_RECORDS.fullmatch(heading.casefold()))


def is_option(heading: str) -> bool:
    """Return whether a column holds one option of a question with several answers."""
    return bool(OPTION.fullmatch(heading) or LABELLED_OPTION.fullmatch(heading))


def columns_of(headings: Sequence[str], cells: pd.DataFrame, fields: Mapping[str, Field]) -> list[Column]:
    """Return the columns of an export, one of which numbers the people.

    Parameters
    ----------
    headings : sequence of str
        Names of fields, or their labels.
    cells : DataFrame of str, (records, headings)
        The records.
    fields : mapping of str to Field
        What the data dictionary says, by name; empty without one.
    """
    known = _by_label(fields.values()) | dict(fields)
    forms = _forms(headings, cells)
    columns = [_column(heading, known.get(heading) or known.get(plain(heading))) for heading in headings]
    columns = [replace(column, form=column.form or form) for column, form in zip(columns, forms, strict=True)]
    numbers = _place_of_numbers(headings, cells, fields)
    for place, heading in enumerate(headings):
        role = None if heading in known else _own_role(heading, cells[place], forms)
        role = "record_id" if place == numbers else role
        if role:
            columns[place] = Column(heading, "", role=role, form=columns[place].form)
        elif is_option(heading):
            columns[place] = _option(heading, fields, columns[place].form)
    return with_others_beside(columns)


def _place_of_numbers(
    headings: Sequence[str], cells: pd.DataFrame, fields: Mapping[str, Field]
) -> int | None:
    """Return the place of the column that numbers the people: the first one, which shows the first field.

    Where columns were moved, its name tells. Without a column of events or repetitions a number cannot occur
    twice, and a column in which one does is no number.
    """
    first = next(iter(fields.values()), None)
    named = [
        place for place, heading in enumerate(headings) if first and heading in (first.name, first.label)
    ]
    called = [place for place, heading in enumerate(headings) if numbers_records(heading)]
    place = next(iter([*named, *called]), 0)
    several_rows = any(heading.casefold() in SEVERAL_ROWS for heading in headings)
    sure = bool(named or called) or several_rows or not cells[place].duplicated().any()
    return place if sure else None


def _by_label(fields: Iterable[Field]) -> dict[str, Field]:
    """Return the fields by their labels, for exports of labels; a label of two fields tells nothing."""
    found: dict[str, list[Field]] = {}
    for field in fields:
        found.setdefault(plain(field.label), []).append(field)
    return {label: owners[0] for label, owners in found.items() if label and len(owners) == 1}


def _forms(headings: Sequence[str], cells: pd.DataFrame) -> list[str]:
    """Return the form of each column: fields stand before the column that says whether it was finished."""
    forms: list[str] = []
    for place, heading in enumerate(headings):
        if is_state_of_form(heading, cells[place]):
            name = heading.removesuffix("_complete") if heading.endswith("_complete") else f"form {place}"
            forms += [name] * (place + 1 - len(forms))
    return forms + [""] * (len(headings) - len(forms))


def _column(heading: str, field: Field | None) -> Column:
    if field is None:
        text = without_markup(heading)
        return Column(heading, "") if re.fullmatch(r"\w+", heading) else Column("", text)
    if heading != field.name:  # an export of labels tells its forms by their order alone
        return Column(field.name, field.label, role=_role(field))
    return Column(field.name, field.label, role=_role(field), labels=field.choices, form=field.form)


def _role(field: Field) -> Role:
    if field.validation == "email":
        return "mail"
    if field.validation == "phone" or field.identifies:
        return "identifier"
    return "administration" if field.kind in NOT_A_QUESTION else "answer"


def _own_role(heading: str, cells: pd.Series[str], forms: Sequence[str]) -> Role | None:
    """Return the role of a column that the platform or the project's administration fills in, or None."""
    own = OWN.get(heading.casefold())
    if own == "identifier" and any("@" in text for text in cells.unique()):
        return "mail"
    time = TIME.fullmatch(heading.casefold())
    of_form = is_state_of_form(heading, cells) or (time and (not time["form"] or time["form"] in forms))
    return own or ("administration" if of_form or is_test_flag(heading) else None)


def _option(heading: str, fields: Mapping[str, Field], form: str) -> Column:
    found = OPTION.fullmatch(heading)
    if not found:
        labelled = LABELLED_OPTION.fullmatch(heading)
        question, option = (labelled["question"], labelled["option"]) if labelled else (heading, "")
        return Column("", without_markup(question), without_markup(option), role="choice", form=form)
    field = fields.get(found["field"])
    # A column's name has an underscore where the code has a minus.
    code = found["code"].replace("_", "-", 1) if found["code"].startswith("_") else found["code"]
    option = field.choices.get(code, code) if field else code
    return Column(heading, field.label if field else "", option if field else "", role="choice", form=form)
