"""Every sentence is there in both languages, is asked for by the code, and says the same."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest
import yaml

import alliance_analytics
from alliance_analytics.errors import PageError, ParameterError
from alliance_analytics.model.instrument import SCALE_KINDS
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.wording import number, words

ROOT = Path(alliance_analytics.__file__).parent
FILES = sorted(path for path in (ROOT / "publish" / "wordings").glob("*.yml"))
AREAS = [path.stem for path in FILES]
SENTENCES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
ROOMS = {"review": ROOT / "review", "figures": ROOT / "publish" / "figures", "page": ROOT / "publish" / "page"}
"""Area to the room that speaks its sentences."""


def placeholders(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_is_there_in_every_language(area):
    for key, sentence in SENTENCES[area].items():
        assert tuple(sentence) == LANGUAGES, key
        assert all(isinstance(text, str) and text.strip() for text in sentence.values()), key


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_need_the_same_values(area):
    for key, sentence in SENTENCES[area].items():
        assert placeholders(sentence["en"]) == placeholders(sentence["nl"]), key


@pytest.mark.parametrize("area", AREAS)
def test_no_number_is_typed_into_a_sentence(area):
    for key, sentence in SENTENCES[area].items():
        typed = re.findall(r"(?<![{\w])\d+(?![\w}])", " ".join(sentence.values()))
        assert set(typed) <= {"1", "95", "2018"}, key


def test_a_key_and_its_values_make_a_sentence():
    assert words("review", "nl")("interval", low="1,0", high="2,0") == "1,0 tot 2,0"


def test_a_key_or_a_value_that_is_not_there_is_told_by_file_key_and_language():
    say = words("review", "en")
    for key, values in (("intervall", {}), ("interval", {"low": "1"})):
        with pytest.raises(PageError, match=rf"review\.yml, {key}, en"):
            say(key, **values)


def test_a_language_that_nobody_speaks_here_is_refused():
    with pytest.raises(ParameterError, match="en, nl"):
        words("review", "fr")


@pytest.mark.parametrize(
    ("value", "decimals", "language", "text"),
    [(3.456, 2, "en", "3.46"), (3.456, 1, "nl", "3,5"), (-0.25, 1, "en", "\u22120.2"), (-0.001, 1, "en", "0.0")],
)
def test_a_number_is_written_as_readers_of_the_language_write_it(value, decimals, language, text):
    assert number(value, decimals, language) == text


def test_a_sign_is_shown_when_asked_for_and_never_on_nothing():
    assert number(0.25, 1, "en", sign=True) == "+0.2"
    assert number(-0.25, 1, "nl", sign=True) == "\u22120,2"
    assert number(0.001, 1, "en", sign=True) == "0.0"
