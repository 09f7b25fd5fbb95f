"""What the frame of the coding desk holds: one passage, and why the program did not decide."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pandas as pd

from alliance_analytics.publish.wording import Words, number, words
from alliance_analytics.review.labels import theme_names

STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 1rem; color: #1a1a1a; background: #fff; }
blockquote { font-size: 1.25rem; margin: .5rem 0 1rem; padding-left: 1rem; border-left: 4px solid #34558b; }
dt { font-weight: 600; } dd { margin: 0 0 .4rem 1rem; } p { color: #555; }
"""


def coding_page(passage: pd.Series | None, blind: bool, language: str) -> str:
    """Return one passage as a page; blind, it says where the passage stands and nothing of its codes.

    Parameters
    ----------
    passage : Series, optional
        A row of coded passages, or of a sample; None when all have been read.
    blind : bool
        Whether the reader must not know what the program thinks.
    language : str
        ``'en'`` or ``'nl'``.
    """
    say = words("themes", language)
    if passage is None:
        body = f"<p>{escape(say('desk.done'))}</p>"
    else:
        place = say("desk.place", document=passage["document"], paragraph=passage["paragraph"])
        reasons = {} if blind else dict(_reasons(passage, say, language))
        told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in reasons.items())
        under = f"<p>{escape(say('desk.blind'))}</p>" if blind else f"<dl>{told}</dl>"
        body = f"<p>{escape(place)}</p><blockquote>{escape(str(passage['text']))}</blockquote>{under}"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(say('desk.frame'))}</title><style>{STYLE}</style></head><body>{body}</body></html>"
    )


def _reasons(passage: pd.Series, say: Words, language: str) -> Iterator[tuple[str, str]]:
    yield say("desk.why"), say(f"desk.why.{passage['why']}")
    if pd.notna(passage["runner_up"]):
        theme = theme_names(language)[passage["runner_up"]]
        chance = number(passage["runner_up_score"], 2, language)
        yield say("desk.likeliest"), say("desk.chance", theme=theme, chance=chance)
    for name in ("cues", "prototype"):
        if pd.notna(passage[name]) and passage[name]:
            yield say(f"desk.{name}"), str(passage[name])
