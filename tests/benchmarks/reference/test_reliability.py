"""Every entry of this family is within tolerance."""

import pytest

from benchmarks.reference.reliability import ADAPTERS


@pytest.mark.parametrize("statistic", ADAPTERS)
def test_every_entry_is_within_tolerance(outcomes, statistic):
    found = outcomes[statistic]
    assert {o.entry.id: o.details for o in found if o.fate not in {"within", "excluded"}} == {}
    assert any(o.fate == "within" for o in found)


def test_only_heywood_cases_are_excluded(outcomes):
    excluded = [o.entry for o in outcomes["mcdonald_omega_total"] if o.fate == "excluded"]
    assert len(excluded) == 8
    assert all(entry.value["improper"] for entry in excluded)
