from __future__ import annotations

from alliance_analytics.demo.pools import pools


def test_there_is_enough_to_choose_from():
    assert len(pools().titles) >= 12
    assert all(len(sector.partners) >= 4 for sector in pools().sectors.values())
    assert len(pools().characters) >= 5


def test_no_name_stands_for_two_partners():
    partners = [partner for sector in pools().sectors.values() for partner in sector.partners]
    spellings = [name for partner in partners for name in (partner.name, *partner.variants)]
    assert len(set(spellings)) == len(spellings)


def test_only_reserved_domains_are_used():
    assert set(pools().mail_domains) <= {"example.org", "example.com", "example.net"}
