"""Numbers that carry their own proof: published examples pass, and nearly all others do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.intake.identifiers import checksums

EXAMPLES = [
    (checksums.is_bsn, "111222333"),
    (checksums.is_bsn, "123456782"),
    (checksums.is_iban, "GB82 WEST 1234 5698 7654 32"),
    (checksums.is_iban, "DE89 3704 0044 0532 0130 00"),
    (checksums.is_iban, "NL91ABNA0417164300"),
    (checksums.is_steuer_id, "86095742719"),
    (checksums.is_steuer_id, "47036892816"),
    (checksums.is_nir, "2 55 08 14 168 025 38"),
    (checksums.is_dni, "12345678Z"),
    (checksums.is_dni, "X1234567L"),
]
"""Published as examples of how the last signs follow from the others."""


@pytest.mark.parametrize(("proof", "number"), EXAMPLES)
def test_published_examples_pass(proof, number):
    assert proof(number)
    assert proof(f" {number.lower()} ")


@pytest.mark.parametrize(("proof", "number"), EXAMPLES)
@given(digit=st.integers(1, 9))
def test_another_last_sign_fails(proof, number, digit):
    last = number[-1]
    signs = "TRWAGMYFPDXBNJZSQVHLCKE" if last.isalpha() else "0123456789"
    other = signs[(signs.index(last) + digit) % len(signs)]
    assert not proof(number[:-1] + other)


@pytest.mark.parametrize("text", ["", "000000000", "12345", "abc", "NL", "١١١٢٢٢٣٣٣"])
def test_what_is_no_such_number_fails(text):
    assert not checksums.is_national_id(text)
    assert not checksums.is_iban(text)


def test_a_random_number_passes_the_eleven_test_one_time_in_eleven():
    passed = sum(checksums.is_bsn(f"{number:09d}") for number in range(100_000_000, 100_011_000))
    assert passed == 1000
