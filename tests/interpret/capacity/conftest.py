"""Five alliances, two managers and a specialist, small enough to reckon by hand."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.interpret.capacity import Staffing

BASIC = ("start-up", "reporting", "contract-management")


@pytest.fixture
def five():
    """A and B get everything (10 to 20 hours), C, D and E the basics (4 to 8); nobody manages D.

    The specialist does all contracts (1 to 2 of those hours each).
    """
    return Staffing(
        alliances=pd.DataFrame(
            [
                ("A", "higher", 5, "P"),
                ("B", "higher", 4, "P"),
                ("C", "basic", 3, "Q"),
                ("D", "basic", 2, None),
                ("E", "basic", np.nan, "Q"),
            ],
            columns=["alliance", "service_level", "criticality", "person"],
        ),
        services=pd.DataFrame(
            [
                ("start-up", 1.0, 2.0),
                ("reporting", 2.0, 4.0),
                ("contract-management", 1.0, 2.0),
                ("risk-management", 4.0, 8.0),
                ("decision-planning", 2.0, 4.0),
            ],
            columns=["service", "hours_low", "hours_high"],
        ),
        people=pd.DataFrame(
            {
                "person": ["P", "Q", "S"],
                "hours_low": [20.0, 12.0, 5.0],
                "hours_high": [30.0, 20.0, 10.0],
                "services": pd.Series([(), (), ("contract-management",)], dtype=object),
            }
        ),
        levels={"basic": BASIC, "higher": (*BASIC, "risk-management", "decision-planning")},
    )
