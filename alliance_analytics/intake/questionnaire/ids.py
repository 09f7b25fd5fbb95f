"""An item's id becomes the name of its question in a survey tool, and tools are strict about names."""

from __future__ import annotations

import re
from collections.abc import Collection

from alliance_analytics.errors import ModelError
from alliance_analytics.intake.questionnaire.form import Question


def refuse_ids(
    questions: Collection[Question],
    tool: str,
    *,
    allowed: re.Pattern[str],
    in_words: str,
    taken: Collection[str],
) -> None:
    """Raise for the first id that a survey tool does not take as a name.

    Parameters
    ----------
    questions : collection of Question
        All questions of a form.
    tool : str
        Who is so strict.
    allowed : Pattern
        What a whole name must match.
    in_words : str
        The same for a reader, e.g. ``'letters and digits'``.
    taken : collection of str
        Names in lower case that the tool keeps for itself, or that the form uses for its pages.

    Raises
    ------
    ModelError
        Names the id, and what is allowed.
    """
    for question in questions:
        if not allowed.fullmatch(question.id) or question.id.casefold() in taken:
            raise ModelError(
                f"An id of the instrument cannot name a question in {tool}.",
                found=question.id,
                allowed=f"{in_words}; none of {', '.join(sorted(taken))}",
                remedy="Give the item another id in the instrument, or choose another format.",
            )
