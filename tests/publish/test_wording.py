"""Every sentence is there in both languages, says the same in both, and is spoken by the code."""

import ast
import re
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest
import yaml

import alliance_analytics
from alliance_analytics.errors import PageError, ParameterError
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.wording import number, words

PACKAGE = Path(alliance_analytics.__file__).parent
ROOMS = {
    "batch": ("batch",),
    "capacity": ("review", "explore"),
    "conversation": ("review",),
    "development": ("review",),
    "explorer": ("explore",),
    "figures": ("publish/figures",),
    "formation": ("review",),
    "page": ("publish/page",),
    "portfolio": ("review",),
    "review": ("review",),
    "sharing": ("review", "publish/sharing"),
    "themes": ("review", "explore"),
}
"""Area to the rooms that speak its sentences."""
PAGE_OF_A_RUN = "run.html.j2"
"""The one template of the page's room that speaks the sentences of a batch."""
NUMBERS_THAT_STAND = {"1", "95", "2018"}
"""The lowest answer, the level of an interval, the year of a source."""
AREAS = sorted(path.stem for path in (PACKAGE / "publish" / "wordings").glob("*.yml"))


def sentences(area):
    return yaml.safe_load((PACKAGE / "publish" / "wordings" / f"{area}.yml").read_text(encoding="utf-8"))


def placeholders(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def keys_in(expression):
    """Return what a key can be, as regular expressions; nothing where only a run of the code tells."""
    if isinstance(expression, ast.Constant):
        return [re.escape(expression.value)]
    if isinstance(expression, ast.IfExp):
        return [*keys_in(expression.body), *keys_in(expression.orelse)]
    if isinstance(expression, ast.JoinedStr):
        parts = (
            re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in expression.values
        )
        return ["".join(parts)]
    return []


def keys_in_template(expression):
    """Return what a key can be, where it is put together as ``"status_" ~ row.status``."""
    parts = (part.strip() for part in expression.split("~"))
    return "".join(re.escape(part[1:-1]) if part[:1] in "\"'" else ".+" for part in parts)


def files(area, *endings):
    rooms = [PACKAGE / room for room in ROOMS[area]]
    found = [path for room in rooms for path in room.rglob("*") if path.suffix in endings]
    run = PACKAGE / "publish" / "page" / "templates" / PAGE_OF_A_RUN
    return [
        *(path for path in found if path != run),
        *([run] if area == "batch" and ".j2" in endings else []),
    ]


def spoken(area):
    """Return every key that the room of an area says, as a regular expression."""
    code = [ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for path in files(area, ".py")]
    calls = [
        node
        for node in chain.from_iterable(code)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "say" and node.args
    ]
    templates = "".join(path.read_text(encoding="utf-8") for path in files(area, ".j2"))
    put_together = map(keys_in_template, re.findall(r"\bsay\(([^,)]+)", templates))
    return [*chain.from_iterable(keys_in(call.args[0]) for call in calls), *put_together]


def is_said(key, said):
    return any(pattern != ".+" and re.fullmatch(pattern, key) for pattern in said)


def test_every_area_has_a_room():
    assert sorted(ROOMS) == AREAS


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_is_there_in_every_language(area):
    for key, sentence in sentences(area).items():
        assert tuple(sentence) == LANGUAGES, key
        assert all(isinstance(text, str) and text.strip() for text in sentence.values()), key


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_need_the_same_values(area):
    for key, sentence in sentences(area).items():
        assert placeholders(sentence["en"]) == placeholders(sentence["nl"]), key


@pytest.mark.parametrize("area", AREAS)
def test_no_number_is_typed_into_a_sentence(area):
    for key, sentence in sentences(area).items():
        typed = re.findall(r"(?<![{\w-])\d+(?![\w}])", " ".join(sentence.values()))
        assert set(typed) <= NUMBERS_THAT_STAND, key


@pytest.mark.parametrize("area", AREAS)
def test_every_key_that_is_spoken_is_written(area):
    neighbours = [each for each in AREAS if set(ROOMS[each]) & {*ROOMS[area]} or "review" in ROOMS[each]]
    known = [key for each in neighbours for key in sentences(each)]
    missing = [said for said in spoken(area) if not any(re.fullmatch(said, key) for key in known)]
    assert missing == []


@pytest.mark.parametrize("area", AREAS)
def test_every_key_that_is_written_is_spoken(area):
    said, code = spoken(area), "".join(path.read_text(encoding="utf-8") for path in files(area, ".py"))
    silent = [key for key in sentences(area) if not is_said(key, said) and f'"{key}"' not in code]
    assert silent == []


def test_a_key_and_its_values_make_a_sentence():
    assert words("review", "nl")("interval", low="1,0", high="2,0") == "1,0 tot 2,0"


@pytest.mark.parametrize(("key", "values"), [("intervall", {}), ("interval", {"low": "1"})])
def test_a_key_or_a_value_that_is_not_there_is_told_by_file_key_and_language(key, values):
    with pytest.raises(PageError, match=rf"review\.yml, {key}, en"):
        words("review", "en")(key, **values)


def test_a_language_that_nobody_speaks_here_is_refused():
    with pytest.raises(ParameterError, match="en, nl"):
        words("review", "fr")


@pytest.mark.parametrize(
    ("value", "decimals", "language", "text"),
    [
        (3.456, 2, "en", "3.46"),
        (3.456, 1, "nl", "3,5"),
        (-0.26, 1, "en", "\u22120.3"),
        (-0.001, 1, "en", "0.0"),
    ],
)
def test_a_number_is_written_as_readers_of_the_language_write_it(value, decimals, language, text):
    assert number(value, decimals, language) == text


def test_a_sign_is_shown_when_asked_for_and_never_on_nothing():
    assert number(0.26, 1, "en", sign=True) == "+0.3"
    assert number(-0.26, 1, "nl", sign=True) == "\u22120,3"
    assert number(0.001, 1, "en", sign=True) == "0.0"
