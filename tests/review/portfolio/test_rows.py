"""Rows for programs: exactly the keys promised, hidden numbers as None."""

import datetime
import json

import pytest

from alliance_analytics.review.portfolio.measuring import Measured
from alliance_analytics.review.portfolio.portfolio import portfolio
from alliance_analytics.review.portfolio.rows import ROW_KEYS, flat_rows, overall_rows, portfolio_rows


@pytest.fixture(scope="module")
def rows(portfolio_root):
    return portfolio_rows(portfolio(portfolio_root, today=datetime.date(2026, 3, 1)))


def test_the_keys_are_those_promised(rows):
    assert all(tuple(row) == ROW_KEYS for row in rows)
    assert ROW_KEYS == (
        "alliance", "wave", "rank", "rank_low", "rank_high", "scale", "name", "mean", "ci_low", "ci_high",
        "shown", "stage", "resourcing", "service_level", "warnings",
    )  # fmt: skip


def test_the_most_in_need_stands_first_with_its_overall_mean(rows):
    assert (rows[0]["alliance"], rows[0]["rank"], rows[0]["scale"]) == ("birch", 1, "overall")
    assert {row["scale"] for row in rows if row["alliance"] == "birch"} == {
        "overall",
        "dimension",
        "pillar",
        "theme",
    }


def test_a_rank_stands_between_its_limits_and_is_of_the_alliance(rows):
    ranked = [row for row in rows if row["rank"]]
    assert all(row["rank_low"] <= row["rank"] <= row["rank_high"] for row in ranked)
    assert len({(row["alliance"], row["rank"]) for row in ranked}) == 4


def test_hidden_numbers_are_none_in_strict_json(rows):
    hidden = [row for row in rows if row["alliance"] == "yew"]
    assert hidden
    assert all(row[key] is None for row in hidden for key in ("rank", "mean", "ci_low", "ci_high"))
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows


def test_the_front_door_stands_beside(rows):
    first = {row["alliance"]: row for row in rows if row["scale"] == "overall"}
    assert (first["birch"]["resourcing"], first["birch"]["service_level"]) == ("node-team", "higher")
    assert first["maple"]["resourcing"] is None
    assert first["willow"]["service_level"] is None


def test_an_alliance_that_could_not_be_read_has_one_row(portfolio_root):
    broken = Measured("birch", "", "", "", [], None, None, None, None, "No export.")
    found = portfolio(portfolio_root, today=datetime.date(2026, 3, 1), measure=lambda _: [broken])
    only = portfolio_rows(found)
    assert len(only) == 1
    assert only[0]["warnings"] == ["not_read"]


def test_a_screen_gets_one_row_an_alliance_and_a_spreadsheet_all(portfolio_root, rows):
    found = portfolio(portfolio_root, today=datetime.date(2026, 3, 1))
    assert [row["alliance"] for row in overall_rows(found)] == ["birch", "cedar", "maple", "willow", "yew"]
    assert len(flat_rows(found)) == len(rows)
    assert "less_service" in flat_rows(found)[0]["warnings"].split(", ")
