from datetime import date

import pytest

from alliance_analytics.intake.documents.block import Document
from alliance_analytics.intake.documents.dates import date_of, dates_in, iso_date

DAY = date(2024, 5, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Minutes, 14 May 2024",
        "the 14th of May 2024",
        "May 14th, 2024",
        "14 mei 2024",
        "dinsdag 14 mei 2024, 10.00 uur",
        "14-mei-2024",
        "2024-05-14",
        "minutes-20240514.docx",
        "14/05/2024",
        "05/14/2024",
        "14.05.2024",
    ],
)
def test_a_whole_date_is_found(text: str) -> None:
    assert list(dates_in(text, "en")) == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "May 2024",
        "14 May",
        "31 April 2024",
        "03/04/2024",
        "14-05-24",
        "2024-13-01",
        "114 May 2024",
    ],
)
def test_what_is_no_whole_date_or_not_certain_is_left(text: str) -> None:
    assert list(dates_in(text, "en")) == []


def test_dutch_puts_the_day_first() -> None:
    assert list(dates_in("03-04-2024", "nl")) == [date(2024, 4, 3)]
    assert list(dates_in("03/03/2024", "en")) == [date(2024, 3, 3)]


@pytest.mark.parametrize(
    ("text", "month"),
    [("1 maart 2024", 3), ("1 mrt 2024", 3), ("1 okt. 2024", 10), ("Oct 1 2024", 10), ("1 augustus 2024", 8)],
)
def test_months_are_read_in_both_languages(text: str, month: int) -> None:
    assert list(dates_in(text, "en")) == [date(2024, month, 1)]


def test_a_title_or_label_dates_a_document_and_a_sentence_does_not() -> None:
    assert date_of("a.txt", Document((), opening=("Minutes", "Date: 14 May 2024")), "en") == DAY
    assert date_of("a.txt", Document((), opening=("The bridge was opened on 14 May 2024.",)), "en") is None


def test_two_dates_are_one_too_many() -> None:
    opening = ("Minutes of 14 May 2024", "Next meeting: 11 June 2024")
    assert date_of("a.txt", Document((), opening=opening), "en") is None
    assert date_of("minutes_2024_05_14.txt", Document((), opening=opening), "en") == DAY


def test_what_a_document_declares_goes_first() -> None:
    document = Document((), opening=("Minutes of 1 May 2023",), dated=DAY, saved=date(2020, 1, 1))
    assert date_of("minutes-2022-01-01.txt", document, "en") == DAY


def test_the_day_of_saving_counts_only_with_its_year_named() -> None:
    saved = Document((), opening=("The year in brief",), saved=DAY)
    assert date_of("report-2024.pdf", saved, "en") == DAY
    assert date_of("report-2023.pdf", saved, "en") is None
    assert date_of("report-12024.pdf", saved, "en") is None


@pytest.mark.parametrize(
    ("text", "day"), [("2024-05-14T09:30:00Z", DAY), ("spring 2024", None), ("2024-99-01", None)]
)
def test_a_date_as_programs_write_it(text: str, day: date | None) -> None:
    assert iso_date(text) == day
