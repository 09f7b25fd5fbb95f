"""Answers to choose from, each with a name that reading understands when a tool exports names, not labels.

*strongly_agree* is read as *Strongly agree*, and *veltorbiosciences* as *Veltor BioSciences B.V.*
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from alliance_analytics.errors import ParameterError
from alliance_analytics.intake.names import words_of
from alliance_analytics.intake.questionnaire.form import Option
from alliance_analytics.model.answer_scales import AnswerLanguage, answer_scales
from alliance_analytics.model.sourced import Language
from alliance_analytics.model.spelling import plain

DONT_KNOW_NUMBER = 98
"""Number of *don't know*, outside every scale; our convention."""

NOT_IN_A_NAME = re.compile(r"\W+")


def scale_options(scale_id: str, languages: Sequence[Language]) -> tuple[Option, ...]:
    """Return the answers to a statement, from the strongest disagreement to *don't know*.

    Raises
    ------
    ModelError
        If there is no such answer scale.
    """
    scale, dont_know = answer_scales().scale(scale_id), answer_scales().missing_wording("dont_know")
    naming: AnswerLanguage = "en" if "en" in scale.labels else next(iter(scale.labels))
    points = tuple(
        Option(
            _label_name(scale.canonical(point, naming)),
            point,
            {code: scale.canonical(point, code) for code in languages},
        )
        for point in range(1, scale.points + 1)
    )
    texts = {code: dont_know.canonical(code) for code in languages}
    return (*points, Option(_label_name(dont_know.canonical(naming)), DONT_KNOW_NUMBER, texts))


def partner_options(partners: Sequence[str], languages: Sequence[Language]) -> tuple[Option, ...]:
    """Return the partners to choose from, called the same in every language.

    Raises
    ------
    ParameterError
        If two names cannot be told apart, or one has no letter.
    """
    names = ["".join(words_of(partner)) for partner in partners]
    for partner, name in zip(partners, names, strict=True):
        if not name or names.count(name) > 1:
            raise ParameterError(
                "A partner cannot be told from another.",
                found=partner,
                allowed="names that differ in more than capitals, marks and legal forms",
                remedy="Name each partner once, as people know it.",
            )
    return tuple(
        Option(name, number, dict.fromkeys(languages, " ".join(partner.split())))
        for number, (name, partner) in enumerate(zip(names, partners, strict=True), start=1)
    )


def level_options(
    levels: Mapping[str, Mapping[str, str]], languages: Sequence[Language]
) -> tuple[Option, ...]:
    """Return the levels to choose from."""
    return tuple(
        Option("".join(words_of(level)), number, {code: wordings.get(code, level) for code in languages})
        for number, (level, wordings) in enumerate(levels.items(), start=1)
    )


def _label_name(label: str) -> str:
    return NOT_IN_A_NAME.sub("_", plain(label).replace("'", ""))
