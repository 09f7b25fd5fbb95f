"""Names and addresses of synthetic people: always the same for the same person, and never of anybody real.

Mail addresses lie in the domains, and network addresses in the block, that are reserved for documentation.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from zlib import crc32

from alliance_analytics.demo.pools import pools

ADDRESS_BLOCK = "192.0.2"


@dataclass(frozen=True)
class Identity:
    """Who a synthetic respondent says to be."""

    first_name: str
    family_name: str
    mail: str
    address: str


def identity(alliance: str, partner: str, person: int) -> Identity:
    """Return the identity of one person of an alliance.

    Parameters
    ----------
    alliance, partner : str
        Partners have mail domains of their own, as far as there are enough.
    person : int
        Number of the person, the same over the waves.
    """
    known, start = pools(), crc32(alliance.encode())
    first = known.first_names[(start + 7 * person) % len(known.first_names)]
    family = known.family_names[(start + 11 * person) % len(known.family_names)]
    domain = known.mail_domains[crc32(partner.encode()) % len(known.mail_domains)]
    return Identity(
        first,
        family,
        mail=f"{_ascii(first)}.{_ascii(family)}{person}@{domain}".lower(),
        address=f"{ADDRESS_BLOCK}.{1 + (start + 37 * person) % 254}",
    )


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
