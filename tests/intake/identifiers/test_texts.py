"""What tells who somebody is leaves a text, and what does not stays."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.intake.identifiers.texts import MASK, identifying_text, masked, masking, whole_kind

PRIVATE = {
    "jan.de-vries@example.co.uk": "mail",
    "j.doe [at] example [dot] org": "mail",
    "ann @ example.org": "mail",
    "https://example.org/people?id=4": "link",
    "www.example.org": "link",
    "06-12345678": "phone",
    "020 123 45 67": "phone",
    "(020) 1234567": "phone",
    "+31 (0)6 1234 5678": "phone",
    "+44 7700 900123": "phone",
    "020 7946 0958": "phone",
    "+49 (0) 30 1234567": "phone",
    "030/1234567": "phone",
    "01 23 45 67 89": "phone",
    "0031 20 123 4567": "phone",
    "(555) 010-4477": "phone",
    "555-010-4477": "phone",
    "192.0.2.17": "device",
    "2001:db8::8a2e:370:7334": "device",
    "00:1B:44:11:3A:B7": "device",
    "aa:bb:cc:dd:ee:ff": "device",
    "52.370216, 4.895168": "coordinates",
    "52.370216 4.895168": "coordinates",
    "52.370216 4.895168 83.12 4.803": "coordinates",
    "52.370216 4.895168 0 0": "coordinates",
    "52°22'13\"N": "coordinates",
    "5f1b2c3d4e5f6a7b8c9d0e1f": "panel_id",
    "550e8400-e29b-41d4-a716-446655440000": "panel_id",
    "R_2aBcDeFgHiJkLmN": "panel_id",
    "A2XJMVTP0TSZCQ": "panel_id",
    "111222333": "national_id",
    "1112.22.333": "national_id",
    "AB 12 34 56 C": "national_id",
    "12345678Z": "national_id",
    "NL91 ABNA 0417 1643 00": "bank_account",
    "gb82west12345698765432": "bank_account",
}
PUBLIC = [
    "2023-2024",
    "01-02-2023",
    "01-02-2023 10",
    "2023-03-08 20:34:44",
    "2023/03/21 8:16:53 AM OEZ",
    "9/13/2019 13:29:55",
    "2024-05-01T09:10:00.000+02:00",
    "1 250 000 euro",
    "0.123456789",
    "212 patients",
    "1,000,000,000",
    "111222334",
    "11483207114",
    "chapter 3.2.1.4",
    "12:30:45",
    "meet @ 9.30",
    "Strongly agree",
    "4 - Very impressive",
    "GB82 WEST 1234 5698 7654 33",
    "999.1.1.1",
    "QID1",
    "abcdefabcdefabcdefabcdef",
    "0.0412, 0.0051",
]
NAMED = {
    "My name is Ann Smith and I agree.": "My name is […] and I agree.",
    "my name is ann": "my name is […]",
    "Ik heet Jan de Vries, van Noord.": "Ik heet […], van Noord.",
    "Ik ben Jan en werk graag samen.": "Ik ben […] en werk graag samen.",
    "Ich heiße Jörg Müller.": "Ich heiße […].",
    "Je m'appelle Élodie Dupont.": "Je m'appelle […].",
    "Me llamo Ana María.": "Me llamo […].",
    "I'm Ann Smith of North.": "I'm […] of North.",
    "Overleg met dhr. van den Berg ging goed.": "Overleg met dhr. […] ging goed.",
    "Ask Mrs. Smith or Herr Müller.": "Ask Mrs. […] or Herr […].",
    "Thanks.\nKind regards,\nAnn Smith": "Thanks.\nKind regards,\n[…]",
    "Prima zo. Groetjes, Marjan": "Prima zo. Groetjes, […]",
}
NOT_NAMED = [
    "I am happy with the Steering Group.",
    "Ich bin der Meinung, dass es gut geht.",
    "My name is not on the list.",
    "Mijn naam is bekend.",
    "We meet in MS Teams.",
    "Ik ben tevreden.",
    "Je suis content.",
    "Best regards to all of you for the work done",
]


@pytest.mark.parametrize(("private", "kind"), PRIVATE.items())
def test_an_identifier_is_found_and_hidden_wherever_it_stands(private, kind):
    assert masked(f"Ask at {private}, please.") == f"Ask at {MASK}, please."
    assert masked(private) == MASK
    assert identifying_text(f"Ask at {private}, please.") == (kind,)
    assert whole_kind(f" {private} ") == kind


@pytest.mark.parametrize("public", PUBLIC)
def test_dates_amounts_and_answers_stay(public):
    assert masked(f"It says {public}.") == f"It says {public}."
    assert identifying_text(public) == ()
    assert whole_kind(public) is None


@pytest.mark.parametrize(("written", "hidden"), NAMED.items())
def test_a_name_that_is_announced_is_hidden(written, hidden):
    assert masked(written) == hidden
    assert identifying_text(written) == ("name",)


@pytest.mark.parametrize("text", NOT_NAMED)
def test_words_that_announce_no_name_stay(text):
    assert masked(text) == text


def test_a_text_may_hold_several_kinds():
    text = "R_2aBcDeFgHiJkLmN is j.doe@example.org, 06-12345678"
    assert identifying_text(text) == ("mail", "panel_id", "phone")


@given(
    st.lists(st.sampled_from([*PRIVATE, *NAMED, *NOT_NAMED, *PUBLIC]), max_size=6),
    st.text(max_size=40),
)
def test_masking_again_changes_nothing_and_leaves_no_address(texts, other):
    hidden = masked("\n".join([*texts, other]))
    assert masked(hidden) == hidden
    assert identifying_text(hidden) == ()
    assert not any(private in hidden for private in texts if private in PRIVATE)


@given(st.lists(st.sampled_from([*PRIVATE, *NAMED, *NOT_NAMED, *PUBLIC]), max_size=3), st.text(max_size=9))
def test_many_texts_are_masked_as_one_is(texts, other):
    mask = masking()
    for text in (*texts, "\n".join(texts), other.join(texts)):
        assert mask(text) == masked(text)


@pytest.mark.parametrize("sign", ["a", "1", "0", "a.", "a@", "1 ", ":", "A1", "0-", "www.", "(", "Ab ", "["])
def test_a_long_odd_text_takes_no_long_time(sign):
    text = f"my name is @ ://{sign * 20_000}"
    start = time.perf_counter()
    masked(text)
    assert time.perf_counter() - start < 5
