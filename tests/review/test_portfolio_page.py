"""The page of the portfolio: whole in both languages, through the gate, and silent on what is hidden."""

import datetime
import re

import pytest

from alliance_analytics.errors import PageError, ParameterError
from alliance_analytics.publish.exhibit import exhibit_text
from alliance_analytics.review.portfolio import portfolio
from alliance_analytics.review.portfolio_page import portfolio_exhibits, portfolio_page, portfolio_view

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module", params=["en", "nl"])
def found(portfolio_root, request):
    return portfolio(portfolio_root, request.param, TODAY)


@pytest.fixture(scope="module")
def exhibits(found):
    return {exhibit.anchor: exhibit for exhibit in portfolio_exhibits(found)}


def test_the_page_is_one_document_without_a_script(found):
    page = portfolio_page(found)
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert found.say("title") in page


def test_every_part_is_there(exhibits):
    assert list(exhibits) == [
        "portfolio-main", "portfolio-need", "portfolio-warnings", "portfolio-standing", "portfolio-dimension",
        "portfolio-pillar", "portfolio-theme", "portfolio-among", "portfolio-norms", "front-door",
        "front-door-raters", "front-door-assumptions", "front-door-screening", "portfolio-how",
    ]  # fmt: skip


def test_the_first_in_need_opens_the_page(exhibits):
    main = exhibits["portfolio-main"]
    assert main.points[0].startswith("birch")
    assert exhibits["portfolio-need"].table.rows[0][0] == "birch"


def test_nothing_of_a_small_alliance_is_told(exhibits, found):
    hidden = [
        row for exhibit in exhibits.values() if exhibit.table for row in exhibit.table.rows if row[0] == "yew"
    ]
    assert hidden
    for row in hidden:
        assert not re.search(r"\d[.,]\d|\d%", " ".join(row)), row
    drawn = exhibits["portfolio-need"].svg + exhibits["portfolio-standing"].svg
    assert "yew" not in drawn


def test_raters_are_never_shown(portfolio_root, tmp_path, found):
    text = " ".join(exhibit_text(exhibit) for exhibit in portfolio_exhibits(found))
    assert not {"a", "b"} & {cell for row in _cells(found) for cell in row}
    assert "rater a" not in text


def _cells(found):
    tables = [exhibit.table for exhibit in portfolio_exhibits(found) if exhibit.table]
    return [row for table in tables for row in table.rows]


def test_a_mail_address_in_a_register_stops_the_page(found, portfolio_root):
    rows = found.register.rows.assign(assumption="ask someone@example.org")
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured)
    again.__dict__["register"] = type(found.register)(rows, ())
    with pytest.raises(PageError, match="must not leave"):
        portfolio_page(again)


def test_without_registers_there_is_still_a_page(portfolio_root, found):
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured)
    again.__dict__["register"] = type(found.register)(found.register.rows.iloc[:0], ())
    anchors = [exhibit.anchor for exhibit in portfolio_exhibits(again)]
    assert "front-door" in anchors
    assert "front-door-raters" not in anchors


def test_one_alliance_alone_is_not_pooled(portfolio_root, found):
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured[:1])
    how = next(exhibit for exhibit in portfolio_exhibits(again) if exhibit.anchor == "portfolio-how")
    assert found.say("how.unpooled") in how.paragraphs
    assert portfolio_page(again)


def test_nothing_shown_makes_a_page_too(portfolio_root, found):
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured[-1:])
    need = next(exhibit for exhibit in portfolio_exhibits(again) if exhibit.anchor == "portfolio-need")
    assert need.headline == found.say("need.nothing")
    assert not need.svg


def test_one_exhibit_is_had_by_its_anchor(found):
    assert portfolio_view(found, "portfolio-need").table.rows[0][0] == "birch"
    with pytest.raises(ParameterError, match="portfolio-need"):
        portfolio_view(found, "portfolio-ned")
