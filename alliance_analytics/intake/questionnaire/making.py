"""From an instrument to a form: its statements in blocks, its answer scale in words, and an invitation.

The invitation tells the minima of the release rule itself, so that nobody is promised more than is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil

from alliance_analytics.errors import ParameterError
from alliance_analytics.intake.questionnaire.form import Block, Form, Option, Paragraph, Question, Texts
from alliance_analytics.intake.questionnaire.options import level_options, partner_options, scale_options
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.questionnaire import questionnaire_texts
from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.model.sourced import LANGUAGES, Language

MOST_IN_A_BLOCK = 8
"""Statements that still fit on one page below their answers; our convention."""

SECONDS_A_STATEMENT = 9
SECONDS_AN_OPEN_QUESTION = 60
MINUTES_ROUNDED_TO = 5
"""How long answering takes, told to the next five minutes; our convention."""

INVITATION = ("purpose", "duration", "voluntary", "audience", "anonymity", "identity", "contact")
"""Paragraphs of the invitation, by the key of their text; each has a heading of its own."""

Say = Callable[..., Texts]


def make_form(
    instrument: Instrument,
    *,
    language: str | None = None,
    partners: Sequence[str] = (),
    contact: str | None = None,
) -> Form:
    """Return the form of an instrument.

    Parameters
    ----------
    instrument : Instrument
        The questionnaire.
    language : str, optional
        The one language of the form; without it every language that both the instrument and the invitation
        have, in the instrument's order.
    partners : sequence of str, optional
        Names to choose from; without them the partner is typed.
    contact : str, optional
        Whom to ask; without it a mark says that it is to be filled in.

    Raises
    ------
    ParameterError
        If the instrument does not have the language, or two partners have the same name.
    ModelError
        If the instrument's answer scale is unknown.
    """
    languages = _languages(instrument, language)
    say = _sayer(languages)
    return Form(
        id=instrument.id,
        version=instrument.version,
        languages=languages,
        title={code: one_line(instrument.title[code]) for code in languages},
        invitation=tuple(_invitation(instrument, say, contact)),
        about_title=say("about_title"),
        about=tuple(_about(instrument, languages, partners)),
        stem=say("stem"),
        scale=scale_options(instrument.answer_scale, languages),
        blocks=tuple(_blocks(instrument, languages, say)),
        open_title=say("open_title"),
        open_hint=say("open_hint"),
        open_questions=tuple(_question(item, languages) for item in _open(instrument)),
        closing=say("closing"),
    )


def one_line(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return " ".join(text.split())


def _languages(instrument: Instrument, wanted: str | None) -> tuple[Language, ...]:
    had = sorted(set(LANGUAGES) & set(instrument.languages), key=instrument.languages.index)
    found = tuple(code for code in had if wanted in (None, code))
    if not found:
        raise ParameterError(
            "The form cannot be written in this language.",
            where=f"instrument {instrument.id}",
            found=wanted or ", ".join(instrument.languages),
            allowed=", ".join(had or LANGUAGES),
            remedy="Add wordings in an allowed language to the instrument, or choose another language.",
        )
    return found


def _sayer(languages: Sequence[Language]) -> Say:
    """Return a function that says a text in every language; a value may be one for all, or one a language."""

    def say(key: str, **values: object) -> Texts:
        return {
            code: one_line(questionnaire_texts().say(key, code, **_in(code, values))) for code in languages
        }

    return say


def _in(language: Language, values: Mapping[str, object]) -> dict[str, object]:
    return {name: value[language] if isinstance(value, Mapping) else value for name, value in values.items()}


def _invitation(instrument: Instrument, say: Say, contact: str | None) -> Iterator[Paragraph]:
    rule, statements, open_questions = release_rule(), len(instrument.scored), len(_open(instrument))
    values = {
        "minutes": _minutes(statements, open_questions),
        "statements": statements,
        "open": open_questions,
        "score": rule.score_minimum,
        "item": rule.item_minimum,
        "contact": contact or say("contact_to_fill_in"),
    }
    for key in INVITATION:
        text = "duration_without_open" if key == "duration" and not open_questions else key
        yield Paragraph(say(f"{key}_heading"), say(text, **values))


def _minutes(statements: int, open_questions: int) -> int:
    seconds = statements * SECONDS_A_STATEMENT + open_questions * SECONDS_AN_OPEN_QUESTION
    return MINUTES_ROUNDED_TO * ceil(seconds / 60 / MINUTES_ROUNDED_TO)


def _about(
    instrument: Instrument, languages: Sequence[Language], partners: Sequence[str]
) -> Iterator[Question]:
    for item in instrument.items:
        if item.kind == "partner":
            yield _question(item, languages, partner_options(partners, languages))
        elif item.kind == "level":
            yield _question(item, languages, level_options(instrument.levels, languages))


def _blocks(instrument: Instrument, languages: Sequence[Language], say: Say) -> Iterator[Block]:
    first, every = 1, len(instrument.scored)
    for items in _paged(instrument.scored):
        last = first + len(items) - 1
        title = "block_title" if len(items) > 1 else "block_title_of_one"
        questions = tuple(_question(item, languages) for item in items)
        yield Block(say(title, first=first, last=last, all=every), questions)
        first = last + 1


def _paged(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield the items of one pillar, or of one module without pillars, in pages of about equal length."""
    for _, group in groupby(items, key=lambda item: (item.module, item.pillar)):
        members = tuple(group)
        pages = ceil(len(members) / MOST_IN_A_BLOCK)
        length = ceil(len(members) / pages)
        yield from (members[start : start + length] for start in range(0, len(members), length))


def _open(instrument: Instrument) -> tuple[Item, ...]:
    return tuple(item for item in instrument.items if item.kind == "open")


def _question(item: Item, languages: Sequence[Language], options: tuple[Option, ...] = ()) -> Question:
    return Question(item.id, {code: one_line(item.wording[code]) for code in languages}, options)
