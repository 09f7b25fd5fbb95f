import pytest

from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.setting import setting
from alliance_analytics.publish.figures.spider import prepare_spider
from alliance_analytics.publish.figures.spider_labels import Listing, around, numbered, under
from alliance_analytics.publish.figures.web import Web

WEB = Web(8, 108, 5)


@pytest.fixture
def table(make):
    return prepare_spider(make.estimates(hidden="4"), None, make.pillars["nl"], make.sectors)


def test_names_stay_on_the_page(make, table):
    page = setting(make.pillars["nl"], "nl", narrow=False)
    for label in around(table, WEB, page):
        widest = max(text_width(line, page.sheet.text) for line in label.lines)
        reach = {"left": label.x + widest, "right": widest - label.x, "center": widest / 2}[label.align]
        assert reach <= page.sheet.width / 2


def test_a_value_follows_its_name(make, table):
    found = around(table, WEB, setting(make.pillars["nl"], "nl", narrow=False))
    assert (found[0].value, found[3].value) == ("3,7", "verborgen")
    assert found[0].emphasis != found[3].emphasis


def test_the_top_name_ends_above_the_web_and_the_bottom_one_begins_below(make, table):
    page = setting(make.pillars["nl"], "nl", narrow=False)
    found = around(table, WEB, page)
    assert found[0].bottom(page.sheet.pitch) < -108
    assert found[4].top > 108


def test_a_phone_lists_the_names_under_their_sector(make, table):
    phone = setting(make.pillars["nl"], "nl", narrow=True)
    listing = under(table, phone)
    assert isinstance(listing, Listing)
    assert [sector for sector, _, _ in listing.groups] == ["cultural", "relational", "procedural", "content"]
    assert listing.groups[0][2][0].lines[0] == "1"
    assert [label.lines for label in around(table, WEB, phone)] == [()] * 8


def test_long_ids_are_numbered_by_place(make):
    labels = {"trust_loyalty": "Trust", "flexibility": "Flexibility"}
    table = prepare_spider(make.estimates(names=list(labels)), None, labels)
    found = around(table, Web(2, 84, 5), setting(labels, "en", narrow=True))
    assert [label.value for label in found] == ["1", "2"]


def test_many_names_are_numbered_on_a_page_too(make):
    many = {str(place): "name" for place in range(9)}
    assert numbered(setting(many, "en", narrow=False))
    assert not numbered(setting(make.pillars["en"], "en", narrow=False))
