from __future__ import annotations

import ipaddress
import re

from alliance_analytics.demo.people import identity

RESERVED = ipaddress.ip_network("192.0.2.0/24")


def test_a_person_is_always_the_same_person():
    assert identity("a", "P", 12) == identity("a", "P", 12)
    assert identity("a", "P", 12) != identity("a", "P", 13)


def test_addresses_tell_people_of_an_alliance_apart():
    people = [identity("a", "P", number) for number in range(200)]
    assert len({person.mail for person in people}) == 200
    assert len({person.address for person in people}) == 200


def test_addresses_are_reserved_ones():
    for number in range(60):
        person = identity("second-desk", "P", number)
        assert re.fullmatch(r"[a-z.]+\d+@example\.(org|com|net)", person.mail)
        assert ipaddress.ip_address(person.address) in RESERVED
