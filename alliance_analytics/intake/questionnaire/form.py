"""The questionnaire as one neutral value: what is asked, in which order, in which words, with which answers.

It knows no survey tool. Every text is one line in each language of the form, for most formats take a line
break as the end of what they are reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alliance_analytics.model.sourced import Language

Texts = Mapping[Language, str]
"""One text in each language of a form."""


@dataclass(frozen=True)
class Option:
    """One answer to choose.

    Parameters
    ----------
    name : str
        A name of plain letters, digits and underscores, which reading understands as the answer itself.
    number : int
        A number for it, for tools that store numbers.
    texts : Texts
        What the respondent reads.
    """

    name: str
    number: int
    texts: Texts


@dataclass(frozen=True)
class Question:
    """A question or statement; without options it is answered in own words, or on the form's scale."""

    id: str
    texts: Texts
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the invitation, under its heading."""

    heading: Texts
    text: Texts


@dataclass(frozen=True)
class Block:
    """Statements that share a page, and are answered on the form's scale."""

    title: Texts
    statements: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """A questionnaire, before a survey tool gives it a shape.

    Parameters
    ----------
    id, version : str
        Of the instrument.
    languages : tuple of str
        The base language first.
    title : Texts
        Title of the form.
    invitation : tuple of Paragraph
        Why, how long, who sees what.
    about_title : Texts
        Heading above ``about``.
    about : tuple of Question
        The partner and the level, as far as the instrument asks for them.
    stem : Texts
        The question above every block.
    scale : tuple of Option
        Answers to a statement: disagreement first, *don't know* last.
    blocks : tuple of Block
        All statements, in questionnaire order.
    open_title, open_hint : Texts
        Heading above ``open_questions``, and what to mind there.
    open_questions : tuple of Question
        Questions answered in one's own words.
    closing : Texts
        Thanks.
    """

    id: str
    version: str
    languages: tuple[Language, ...]
    title: Texts
    invitation: tuple[Paragraph, ...]
    about_title: Texts
    about: tuple[Question, ...]
    stem: Texts
    scale: tuple[Option, ...]
    blocks: tuple[Block, ...]
    open_title: Texts
    open_hint: Texts
    open_questions: tuple[Question, ...]
    closing: Texts

    @property
    def statements(self) -> tuple[Question, ...]:
        """All statements, in questionnaire order."""
        return tuple(statement for block in self.blocks for statement in block.statements)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that is answered, in the order of the form."""
        return (*self.about, *self.statements, *self.open_questions)
