"""No statistic has two adapters, and each adapter says what it answers."""

from benchmarks.reference.adapters import ADAPTERS, FAMILIES


def test_families_do_not_overlap():
    assert sum(len(family.ADAPTERS) for family in FAMILIES) == len(ADAPTERS)


def test_every_adapter_is_described():
    assert all(adapter.__doc__ for adapter in ADAPTERS.values())
