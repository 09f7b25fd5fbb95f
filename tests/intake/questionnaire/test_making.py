import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.intake.questionnaire import making
from alliance_analytics.intake.questionnaire.making import MOST_IN_A_BLOCK, make_form, one_line
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import default_instrument, without_modules
from alliance_analytics.model.release_rule import release_rule


def texts(instrument: Instrument, language: str, **options: object) -> str:
    form = make_form(instrument, language=language, **options)
    return " ".join(part.text[language] for part in form.invitation)


def small(count: int, *, kinds: tuple[str, ...] = (), languages: tuple[str, ...] = ("en",)) -> Instrument:
    kinds = (*["statement"] * count, *kinds)
    items = [
        {"id": f"Q{place}", "kind": kind, "wording": dict.fromkeys(languages, f"Text {place}.\n\tMore.")}
        for place, kind in enumerate(kinds)
    ]
    return Instrument(
        id="ours",
        title={"en": "Ours", "nl": "Ons"},
        version="1",
        levels={"lead": {"en": "Lead"}},
        items=items,
    )


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_invitation_tells_the_minima_of_the_release_rule(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = texts(default_instrument(), language)
    assert f" {release_rule().score_minimum} " in told
    assert f" {release_rule().item_minimum}" in told
    stricter = release_rule().raised({"score_minimum": 7})
    monkeypatch.setattr(making, "release_rule", lambda: stricter)
    assert " 7 " in texts(default_instrument(), language)


def test_the_invitation_says_how_long_it_takes() -> None:
    whole = texts(default_instrument(), "en")
    assert "About 15 minutes: 56 statements and 4 open questions." in whole
    short = without_modules(
        default_instrument(), ["themes", "stage_marks", "ecosystem", "management", "outcomes"]
    )
    assert "About 10 minutes: 32 statements and 4 open questions." in texts(short, "en")
    assert "About 5 minutes: 3 statements." in texts(small(3), "en")


def test_without_a_contact_a_mark_asks_for_one() -> None:
    assert "[name and mail address of your contact]" in texts(default_instrument(), "en")
    told = texts(default_instrument(), "nl", contact="Jo {desk},\nroom 4")
    assert "Dat kan bij Jo {desk}, room 4." in told
    assert "[" not in told


def test_a_block_holds_one_pillar_or_a_page_of_a_module() -> None:
    blocks = make_form(default_instrument()).blocks
    assert [question.id for question in blocks[0].statements] == ["P1a", "P1b", "P1c", "P1d"]
    assert blocks[0].title == {"en": "Statements 1 to 4 of 56", "nl": "Stellingen 1 tot en met 4 van 56"}
    assert max(len(block.statements) for block in blocks) <= MOST_IN_A_BLOCK


def test_a_long_block_is_cut_in_even_pages() -> None:
    assert [len(block.statements) for block in make_form(small(17)).blocks] == [6, 6, 5]
    assert make_form(small(1)).blocks[0].title["en"] == "Statement 1 of 1"


def test_every_text_is_one_line_in_every_language() -> None:
    form = make_form(small(2, kinds=("open",), languages=("en", "nl")))
    assert form.statements[0].texts == {"en": "Text 0. More.", "nl": "Text 0. More."}
    assert one_line(" a\n\tb ") == "a b"


def test_the_languages_are_those_of_the_instrument_that_the_invitation_has_too() -> None:
    assert make_form(default_instrument()).languages == ("en", "nl")
    assert make_form(default_instrument(), language="nl").languages == ("nl",)
    assert make_form(small(2, languages=("de", "nl", "en"))).languages == ("nl", "en")


@pytest.mark.parametrize(("languages", "wanted"), [(("de",), None), (("en",), "nl"), (("en",), "de")])
def test_a_language_that_is_not_there_is_refused(languages: tuple[str, ...], wanted: str | None) -> None:
    with pytest.raises(ParameterError) as error:
        make_form(small(2, languages=languages), language=wanted)
    assert error.value.found == (wanted or "de")


def test_an_instrument_without_partner_and_level_asks_for_neither() -> None:
    assert make_form(small(2)).about == ()


def test_without_names_of_partners_the_partner_is_typed() -> None:
    partner, level = make_form(default_instrument()).about
    assert partner.options == ()
    assert [option.texts["nl"] for option in level.options] == ["Strategisch", "Tactisch", "Operationeel"]
