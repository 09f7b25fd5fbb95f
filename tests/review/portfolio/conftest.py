"""One portfolio, measured once for all that show it."""

import datetime

import pytest

from alliance_analytics.review.portfolio.portfolio import portfolio
from alliance_analytics.review.portfolio.store import kept_or_measured


@pytest.fixture(scope="session")
def found(portfolio_root):
    return portfolio(portfolio_root, today=datetime.date(2026, 3, 1), measure=kept_or_measured)
