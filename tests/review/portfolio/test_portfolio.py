"""Five alliances: four that can be told apart, and one that is too small to be shown."""

import datetime

import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.interpret.portfolio.standing import OVERALL
from alliance_analytics.review.portfolio.portfolio import portfolio
from alliance_analytics.review.portfolio.store import kept_or_measured

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def found(portfolio_root):
    return portfolio(portfolio_root, today=TODAY, measure=kept_or_measured)


def test_the_lowest_answers_come_first_and_the_hidden_last(found):
    assert found.ranking["alliance"].tolist() == ["birch", "cedar", "maple", "willow", "yew"]
    assert found.ranking["rank"].tolist()[:4] == [1, 2, 3, 4]
    assert found.ranking["rank"].isna().tolist()[4]


def test_what_is_hidden_enters_no_mean(found):
    hidden = found.standing[found.standing["alliance"] == "yew"]
    assert hidden[["n", "plain", "mean", "ci_low", "ci_high", "rank"]].isna().all(axis=None)
    assert (found.standing.loc[found.standing["scale"] == OVERALL, "ranked"] == 4).all()


def test_warnings_name_what_stands_out(found):
    assert set(found.warnings["birch"]) >= {
        "falling",
        "weak_pillar",
        "less_service",
        "other_team",
        "revisit_overdue",
    }
    assert set(found.warnings["cedar"]) >= {"raters_apart"}
    assert "business_model" in found.warnings["maple"]
    assert set(found.warnings["willow"]) >= {"not_at_front_door"}
    assert "hidden" in found.warnings["yew"]


def test_norms_stand_beside_the_means(found):
    beside = found.beside_norms.set_index("alliance")["beside"]
    assert beside["birch"] == "below"
    assert beside["willow"] == "above"
    assert "yew" not in beside


def test_five_alliances_are_too_few_for_a_benchmark_where_one_is_hidden(found):
    assert found.benchmark.empty


def test_names_are_in_the_language_asked_for(portfolio_root):
    assert portfolio(portfolio_root, "nl", TODAY, lambda _: ()).language == "nl"
    with pytest.raises(ParameterError):
        portfolio(portfolio_root, "fr")


def test_an_own_file_of_the_front_door_counts(found):
    assert found.door.version
    assert repr(found) == "Portfolio of 5 alliances as of 2026-03-01"
