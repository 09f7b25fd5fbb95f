"""The kinds of identifiers, and what a reader calls them."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "mail",
    "name",
    "phone",
    "address",
    "birth_date",
    "device",
    "coordinates",
    "token",
    "panel_id",
    "response_id",
    "national_id",
    "bank_account",
    "link",
    "other",
]

CALLED: dict[Kind, str] = {
    "mail": "mail addresses",
    "name": "names",
    "phone": "telephone numbers",
    "address": "postal addresses",
    "birth_date": "dates of birth",
    "device": "network addresses and devices",
    "coordinates": "coordinates",
    "token": "access codes",
    "panel_id": "ids of a panel or a staff list",
    "response_id": "ids of responses",
    "national_id": "national ids",
    "bank_account": "bank accounts",
    "link": "links and uploads",
    "other": "what the platform says is about the person",
}
