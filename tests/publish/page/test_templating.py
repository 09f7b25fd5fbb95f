"""Templates take text, and only text; a value that is missing stops the page."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from alliance_analytics.publish.page.templating import (
    allowed_in_html,
    css_string,
    environment,
    opening_sentence,
    stylesheet,
)


def test_text_is_escaped() -> None:
    assert environment().from_string("{{ x }}").render(x="<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"


def test_a_macro_is_not_escaped_again() -> None:
    template = environment().from_string("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('<') }}")
    assert template.render() == "<i>&lt;</i>"


def test_a_missing_value_fails() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_signs_that_html_does_not_allow_are_shown_as_such() -> None:
    assert allowed_in_html("a\x00b\x1b[0m\ud800\n\tc") == "a\ufffdb\ufffd[0m\ufffd\n\tc"
    assert allowed_in_html(3) == 3


def test_a_css_string_cannot_end_itself() -> None:
    hostile = '"; } </style><script>\\ é'
    told = css_string(hostile)
    assert set(told) <= set("abcdefghijklmnopqrstuvwxyz0123456789\\")
    assert told.startswith("\\000022\\00003b")


def test_the_style_sheet_loads_nothing() -> None:
    assert "url(" not in stylesheet()
    assert "@import" not in stylesheet()
    assert "</" not in stylesheet()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Trust falls. It scores 2.9 of 5. More follows.",
            ("Trust falls.", "It scores 2.9 of 5. More follows."),
        ),
        ("Vertrouwen daalt, o.a. Bij de steden.", ("Vertrouwen daalt, o.a. Bij de steden.", "")),
        ("Trust scores 2.9 of 5", ("Trust scores 2.9 of 5", "")),
        ("Is it so? Énfin.", ("Is it so?", "Énfin.")),
    ],
)
def test_the_first_sentence_is_found(text: str, parts: tuple[str, str]) -> None:
    assert opening_sentence(text) == parts
