import pytest

from alliance_analytics.intake.documents.masking import MASK, masked


@pytest.mark.parametrize(
    "private",
    [
        "jan.de-vries@example.co.uk",
        "https://example.org/people?id=4",
        "www.example.org",
        "06-12345678",
        "020 123 45 67",
        "(020) 1234567",
        "+31 (0)6 1234 5678",
        "+44 7700 900123",
        "0031 20 123 4567",
        "(555) 010-4477",
        "555-010-4477",
    ],
)
def test_addresses_and_numbers_are_hidden(private: str) -> None:
    assert masked(f"Ask at {private}, please.") == f"Ask at {MASK}, please."


@pytest.mark.parametrize(
    "public",
    [
        "2023-2024",
        "01-02-2023",
        "01-02-2023 10",
        "1 250 000 euro",
        "0.123456789",
        "212 patients",
        "1,000,000,000",
    ],
)
def test_dates_and_amounts_stay(public: str) -> None:
    assert masked(f"It says {public}.") == f"It says {public}."
