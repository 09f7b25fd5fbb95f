"""The page of the portfolio: whole in both languages, through the gate, and silent on what is hidden."""

import datetime
import re

import pytest

from alliance_analytics.errors import PageError, ParameterError
from alliance_analytics.publish.exhibit import exhibit_text
from alliance_analytics.review.portfolio.page import (
    VIEWS,
    portfolio_exhibits,
    portfolio_page,
    portfolio_view,
    practice_exhibits,
)
from alliance_analytics.review.portfolio.portfolio import portfolio
from alliance_analytics.review.portfolio.store import kept_or_measured

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module", params=["en", "nl"])
def found(portfolio_root, request):
    return portfolio(portfolio_root, request.param, TODAY, kept_or_measured)


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


def test_raters_are_never_shown(exhibits):
    text = " ".join(exhibit_text(exhibit) for exhibit in exhibits.values())
    tables = [exhibit.table for exhibit in exhibits.values() if exhibit.table]
    assert not {"a", "b"} & {cell for table in tables for row in table.rows for cell in row}
    assert "rater a" not in text


def test_a_mail_address_in_a_register_stops_the_page(found, portfolio_root):
    rows = found.register.rows.assign(assumption="ask someone@example.org")
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured)
    again.practice.registers.__dict__["door"] = type(found.register)(rows, ())
    with pytest.raises(PageError, match="must not leave"):
        portfolio_page(again)


def test_without_a_front_door_that_is_said(portfolio_root, found):
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured)
    again.practice.registers.__dict__["door"] = type(found.register)(found.register.rows.iloc[:0], ())
    assert portfolio_view(again, "front-door").headline == found.say("door.none")
    assert portfolio_view(again, "front-door-raters") is None


def test_one_alliance_alone_is_not_pooled(portfolio_root, found):
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured[:1])
    assert found.say("how.unpooled") in portfolio_view(again, "portfolio-how").paragraphs
    assert portfolio_page(again)


def test_nothing_shown_is_said(portfolio_root, found):
    again = portfolio(portfolio_root, found.language, TODAY, lambda _: found.measured[-1:])
    need = portfolio_view(again, "portfolio-need")
    assert need.headline == found.say("need.nothing")
    assert not need.svg


def test_one_exhibit_is_had_by_its_anchor(found, exhibits):
    assert portfolio_view(found, "portfolio-warnings") == exhibits["portfolio-warnings"]
    with pytest.raises(ParameterError, match="portfolio-need"):
        portfolio_view(found, "portfolio-ned")


def test_each_exhibit_goes_by_its_own_anchor(exhibits):
    assert [anchor for anchor in exhibits if anchor not in VIEWS] == ["portfolio-how"]


def test_how_the_alliances_are_looked_after_stands_on_the_page(practised, found):
    again = portfolio(practised(), found.language, TODAY, lambda _: found.measured)
    anchors = [exhibit.anchor for exhibit in practice_exhibits(again.practice)]
    assert anchors == [
        "load", "how-many", "unmanaged", "tiers", "what-if", "services-delivered", "decision-times",
        "meetings", "ecosystem-network", "connected",
    ]  # fmt: skip


def test_without_people_nobody_is_said_to_be_missing(practised, found):
    root = practised(people="person,hours\nAcme,-1\n", assumptions="assumption,by\nIt lasts,2020-01-01\n")
    again = portfolio(root, found.language, TODAY, lambda _: found.measured)
    anchors = [exhibit.anchor for exhibit in practice_exhibits(again.practice)]
    assert anchors[0] == "services-delivered"
    assert anchors[-1] == "registers-to-mend"
