"""Every entry of this family is within tolerance."""

import pytest

from benchmarks.reference.coders import ADAPTERS


@pytest.mark.parametrize("statistic", ADAPTERS)
def test_every_entry_is_within_tolerance(outcomes, statistic):
    found = outcomes[statistic]
    assert {o.entry.id: o.details for o in found if o.fate not in {"within", "excluded"}} == {}
    assert any(o.fate == "within" for o in found)
