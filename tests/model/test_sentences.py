"""Sentences of a codebook: read back as they were written, and every broken row named."""

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.codebook import codebook
from alliance_analytics.model.sentences import Neutral, Prototype, sentences_of_file, write_sentences
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.themes import THEME_IDS, themes

SHOWN = Prototype("flexibility", "rigid-plans", "en", "constraint", 'Fixed, "to the last screw".')
PLAIN = Neutral("nl", "De bus kost drie euro.")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "sentences.csv"
    write_sentences(path, [SHOWN], [PLAIN])
    return path


def test_sentences_are_read_as_they_were_written(file):
    assert sentences_of_file(file) == ((SHOWN,), (PLAIN,))


def test_a_spreadsheet_may_have_saved_them(file):
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert sentences_of_file(file) == ((SHOWN,), (PLAIN,))


@pytest.mark.parametrize(
    ("row", "allowed"),
    [
        ("flexibilty,rigid-plans,en,constraint,A", "flexibility"),
        ("flexibility,mutual-trust,en,constraint,A", "rigid-plans"),
        ("flexibility,rigid-plans,de,constraint,A", "en or nl"),
        ("flexibility,rigid-plans,en,unclear,A", "enabler or constraint"),
        ("flexibility,rigid-plans,en,constraint,", "a text"),
        ("flexibility,rigid-plans", "en or nl"),
    ],
)
def test_a_broken_row_is_named_with_what_is_allowed(file, row, allowed):
    file.write_text(file.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        sentences_of_file(file)
    assert error.value.where == "sentences.csv, row 4"
    assert allowed in error.value.allowed


def test_a_missing_column_a_missing_file_and_other_letters_are_told(file):
    file.write_text("theme,text\n", encoding="utf-8")
    with pytest.raises(ModelError, match="row 1"):
        sentences_of_file(file)
    file.write_bytes(b"theme,factor,language,polarity,text\n,,nl,,Caf\xe9\n")
    with pytest.raises(ModelError, match="UTF-8"):
        sentences_of_file(file)
    with pytest.raises(ModelError, match="missing"):
        sentences_of_file(file.with_name("none.csv"))


def test_every_factor_has_sentences_of_both_polarities_in_both_languages():
    found = {(one.theme, one.factor, one.language, one.polarity) for one in codebook().prototypes}
    expected = {
        (theme, factor.id, language, polarity)
        for theme in THEME_IDS
        for factor in themes().theme(theme).factors
        for language in LANGUAGES
        for polarity in ("enabler", "constraint")
    }
    assert found == expected


def test_no_sentence_stands_twice_with_different_themes():
    seen = {}
    for one in codebook().prototypes:
        assert seen.setdefault(one.text.casefold(), one.theme) == one.theme
    assert not {one.text.casefold() for one in codebook().without_theme} & set(seen)
