import re

import pytest
from pydantic import BaseModel, ValidationError

from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import dimensions
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import front_door
from alliance_analytics.model.sourced import Bilingual, Source, Sourced
from alliance_analytics.model.stages import stage_model
from alliance_analytics.model.themes import themes

WORKS = {
    "Mastering Alliances",
    "The evidence base for successful alliancing",
    "Is an alliance, coalition or partnership the right strategy for your problem?",
    "Demand for alliance management has changed: are you ready?",
    "this project",
}
LITERATURE = [dimensions, building_blocks, themes, front_door, formation, stage_model]


def entries(value, kind):
    """Every entry of one kind inside a model file, however deep."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, BaseModel):
        value = [field for _, field in value]
    if isinstance(value, (list, tuple)):
        for part in value:
            yield from entries(part, kind)


def test_entries_are_found_however_deep():
    assert len(list(entries(themes(), Sourced))) == 1 + 4 + sum(
        len(theme.factors) for theme in themes().themes
    )


@pytest.mark.parametrize("load", LITERATURE)
def test_every_source_is_a_known_work_and_a_section(load):
    sources = list(entries(load(), Source))
    assert sources
    assert {source.work for source in sources} <= WORKS
    assert all(source.section.strip() for source in sources)


@pytest.mark.parametrize("load", LITERATURE)
def test_sections_of_the_book_are_written_as_in_the_book(load):
    sections = {source.section for source in entries(load(), Source) if source.work == "Mastering Alliances"}
    for section in sections:
        assert re.fullmatch(r"[1-5](\.\d{1,2})?(; [1-5](\.\d{1,2})?)*", section), section


@pytest.mark.parametrize("load", LITERATURE)
def test_what_is_said_to_be_stated_comes_from_a_text_and_not_from_us(load):
    for entry in entries(load(), Sourced):
        if entry.source.work == "this project":
            assert entry.basis == "our convention"


@pytest.mark.parametrize("load", LITERATURE)
def test_both_languages_are_filled_and_tidy(load):
    for text in entries(load(), Bilingual):
        for words in (text.en, text.nl):
            assert words == " ".join(words.split())
            assert words
            assert not re.search(r" ,| \.|\bde de\b|\bthe the\b|\.\.", words), words


def test_a_text_is_given_in_the_language_asked_for():
    text = Bilingual(en="order", nl="orde")
    assert (text["en"], text["nl"]) == ("order", "orde")


def test_an_unknown_key_is_refused():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Source(work="this project", section="1", page=3)


def test_an_unknown_basis_is_refused():
    with pytest.raises(ValidationError, match="basis"):
        Sourced(source={"work": "this project", "section": "1"}, basis="everybody knows")


def test_an_entry_cannot_be_changed():
    source = Source(work="this project", section="1")
    with pytest.raises(ValidationError, match="frozen"):
        source.section = "2"
