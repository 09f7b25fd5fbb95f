"""Numbers that carry their own proof: the last digits follow from the others.

A random number of the right length passes the proof one time in eleven (BSN, Steuer-ID: ten) to one in
ninety-seven, so one number may be chance, and a column of them is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

NOT_A_SIGN = re.compile(r"[\W_]+")
DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
NIE_STARTS = {"X": "0", "Y": "1", "Z": "2"}


def signs(text: str) -> str:
    """Return the letters and digits of a text, in capitals.

    Examples
    --------
    >>> signs("nl91 abna-0417")
    'NL91ABNA0417'
    """
    return NOT_A_SIGN.sub("", text).upper()


def is_bsn(text: str) -> bool:
    """Return whether a text is a Dutch *burgerservicenummer*: nine digits that pass the eleven test.

    Examples
    --------
    >>> is_bsn("1112.22.333"), is_bsn("111222334")
    (True, False)
    """
    digits = signs(text)
    if not re.fullmatch(r"\d{9}", digits, re.ASCII) or digits == "0" * 9:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def is_iban(text: str) -> bool:
    """Return whether a text is an international bank account number (ISO 13616, remainder 97).

    Examples
    --------
    >>> is_iban("GB82 WEST 1234 5698 7654 32")
    True
    """
    account = signs(text)
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}", account, re.ASCII):
        return False
    turned = account[4:] + account[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def is_steuer_id(text: str) -> bool:
    """Return whether a text is a German *Steuer-Identifikationsnummer* (ISO 7064, modulus 11, 10)."""
    digits = signs(text)
    if not re.fullmatch(r"[1-9]\d{10}", digits, re.ASCII) or not _repeats_one_digit(digits[:10]):
        return False
    product = 10
    for digit in digits[:10]:
        product = 2 * ((int(digit) + product) % 10 or 10) % 11
    return (11 - product) % 10 == int(digits[10])


def is_nir(text: str) -> bool:
    """Return whether a text is a French social security number, key included."""
    found = re.fullmatch(r"([12]\d{4}(?:\d\d|2A|2B)\d{6})(\d\d)", signs(text), re.ASCII)
    if not found:
        return False
    number = int(found[1].replace("2A", "19").replace("2B", "18"))
    return 97 - number % 97 == int(found[2])


def is_dni(text: str) -> bool:
    """Return whether a text is a Spanish identity number, of a citizen (DNI) or a foreigner (NIE)."""
    found = re.fullmatch(r"([XYZ]\d{7}|\d{8})([A-Z])", signs(text), re.ASCII)
    if not found:
        return False
    number = NIE_STARTS.get(found[1][0], found[1][0]) + found[1][1:]
    return DNI_LETTERS[int(number) % 23] == found[2]


def _repeats_one_digit(digits: str) -> bool:
    """Return whether one digit comes twice or three times, and no three stand in a row."""
    counts = sorted(digits.count(digit) for digit in set(digits))
    thrice = any(a == b and b == c for (a, b), (_, c) in pairwise(pairwise(digits)))
    return counts[-1] in {2, 3} and counts[:-1] == [1] * (len(counts) - 1) and not thrice


NATIONAL_IDS: tuple[Callable[[str], bool], ...] = (is_bsn, is_steuer_id, is_nir, is_dni)


def is_national_id(text: str) -> bool:
    """Return whether a text passes the proof of any national id that is known here."""
    return any(proof(text) for proof in NATIONAL_IDS)
