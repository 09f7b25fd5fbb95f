"""Damage to what people ticked and to the form, done before a platform writes it, so in every layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, RecordKind
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Item
from benchmarks.mutations.known_answers import PARTNERS, labels_of, record_of
from benchmarks.mutations.layouts import Layout

Respell = Callable[[str], str]
NO_BREAK = "\u00a0"
INVISIBLE = ("\ufeff", "\u200b", "\u00ad", "\u200e")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def answers_as_they_are(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return survey


def capitals(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(survey, chance, chance.choice((str.upper, str.lower, str.title)))


def no_break_spaces(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(survey, chance, lambda label: label.replace(" ", NO_BREAK))


def more_spaces(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(
        survey, chance, lambda label: "  " + label.replace(" ", "  ") + " \t "[: chance.randint(0, 3)]
    )


def curly_quotes(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(survey, chance, lambda label: f"“{label}”".replace("'", "’").strip("“”"))


def invisible_letters(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(survey, chance, lambda label: inserted(label, chance.choice(INVISIBLE), chance))


def markup(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(survey, chance, lambda label: f"<p><b>{label}</b>&nbsp;</p>".replace("'", "&#39;"))


def full_stops(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(survey, chance, lambda label: label + chance.choice((".", " .", "!", ";", ",")))


def letter_replaced(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    def change(label: str) -> str:
        place = chance.randrange(len(label))
        return label[:place] + chance.choice(ALPHABET) + label[place + 1 :]

    return respelt(survey, chance, change, share=0.1)


def letter_dropped(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    def change(label: str) -> str:
        place = chance.randrange(len(label))
        return label[:place] + label[place + 1 :]

    return respelt(survey, chance, change, share=0.1)


def letters_swapped(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    def change(label: str) -> str:
        place = chance.randrange(len(label) - 1)
        return label[:place] + label[place + 1] + label[place] + label[place + 2 :]

    return respelt(survey, chance, change, share=0.1)


def letter_added(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return respelt(survey, chance, lambda label: inserted(label, chance.choice(ALPHABET), chance), share=0.1)


def word_dropped(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    """Change words of a label, but not the first: without it, it could be another answer."""
    return respelt(
        survey, chance, lambda label: label + " , echt" if " " not in label else label + " echt", share=0.1
    )


def numbers_before(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    shape = chance.choice(("{n} - {label}", "{n}. {label}", "({n}) {label}", "{n}: {label}", "[{n}] {label}"))
    return numbered(survey, shape, {str(point): point for point in range(1, 6)})


def numbers_behind(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    shape = chance.choice(("{label} ({n})", "{label} - {n}", "{label} = {n}", "{label} [{n}]"))
    return numbered(survey, shape, {str(point): point for point in range(1, 6)})


def numbers_counting_down(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return numbered(survey, "{n} {label}", {str(point): 6 - point for point in range(1, 6)})


def numbers_from_zero(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return numbered(survey, "{label} ({n})", {str(point): point - 1 for point in range(1, 6)})


def numbers_that_contradict(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    numbers = chance.sample(range(1, 9), 5)
    return numbered(survey, "{label} ({n})", {str(point): numbers[point - 1] for point in range(1, 6)})


def another_language(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return replace(survey, labels=_in_other_language(survey))


def two_languages(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    other = dict(zip(survey.labels.values(), _in_other_language(survey).values(), strict=True))
    return respelt(survey, chance, lambda label: other[label], share=0.3)


def synonyms(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    """Call every point by another label that is known for it, in the same language."""
    scale = answer_scales().scale(survey.instrument.answer_scale)
    own = scale.labels[survey.language]
    labels = {str(point): chance.choice(own[point - 1]) for point in range(1, scale.points + 1)}
    return replace(survey, labels={**survey.labels, **labels})


def answers_left_blank(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    kinds, answers = survey.missing_kinds.copy(), survey.answers.copy()
    for _ in range(8):
        row, column = chance.randrange(len(kinds)), chance.randrange(kinds.shape[1])
        kinds.iat[row, column], answers.iat[row, column] = "blank", float("nan")
    return replace(survey, missing_kinds=kinds, answers=answers)


def question_nobody_answered(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    item = chance.choice(survey.instrument.scored).id
    return replace(
        survey,
        answers=survey.answers.assign(**{item: float("nan")}),
        missing_kinds=survey.missing_kinds.assign(**{item: "blank"}),
    )


def questions_in_another_order(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    items = chance.sample(survey.instrument.items, len(survey.instrument.items))
    return _asking(survey, items)


def question_left_out(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    """Ask one statement less; reading must say that it was not found."""
    gone = chance.choice(survey.instrument.scored)
    asked = _asking(survey, [item for item in survey.instrument.items if item != gone])
    return replace(asked, missing_kinds=survey.missing_kinds, answers=survey.answers)


def people_in_another_order(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return with_rows(survey, chance.sample(survey.rows, len(survey.rows)))


def fewer_people(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    return with_rows(survey, chance.sample(survey.rows, chance.randint(1, 11)))


def records_that_are_no_responses(survey: AnswersToWrite, chance: Random, layout: Layout) -> AnswersToWrite:
    """Put a record of each kind that the layout marks among the answers."""
    dirty = survey
    for kind in sorted(layout.marked):
        dirty = with_dirt(dirty, kind, chance)
    return dirty


def respelt(survey: AnswersToWrite, chance: Random, change: Respell, share: float = 1.0) -> AnswersToWrite:
    """Return the survey with a share of its labels written otherwise; where it holds codes, their labels."""
    if survey.codes is not None:
        changed = {
            answer: change(label) if chance.random() < max(share, 0.3) else label
            for answer, label in survey.labels.items()
        }
        return replace(survey, labels=changed)
    places = [(row, item.id) for row in survey.rows for item in survey.instrument.scored]
    ticked = {place: survey.labels[survey.answer(*place)] for place in places if survey.answer(*place)}
    return replace(
        survey,
        spellings={place: change(label) for place, label in ticked.items() if chance.random() < share},
    )


def numbered(survey: AnswersToWrite, shape: str, numbers: dict[str, int]) -> AnswersToWrite:
    """Return the survey with a number beside each label of a point."""
    labels = {
        answer: shape.format(n=numbers[answer], label=label) if answer in numbers else label
        for answer, label in survey.labels.items()
    }
    return replace(survey, labels=labels)


def inserted(text: str, letter: str, chance: Random) -> str:
    """Return a text with one letter more, anywhere."""
    place = chance.randint(0, len(text))
    return text[:place] + letter + text[place:]


def with_rows(survey: AnswersToWrite, rows: Sequence[int]) -> AnswersToWrite:
    """Return the survey with these rows only, in this order."""
    chosen = list(rows)
    return replace(
        survey,
        records=tuple(survey.records[row] for row in chosen),
        answers=survey.answers.iloc[chosen].reset_index(drop=True),
        missing_kinds=survey.missing_kinds.iloc[chosen].reset_index(drop=True),
        comments=survey.comments.iloc[chosen].reset_index(drop=True),
        spellings={
            (place, item): text
            for place, row in enumerate(chosen)
            for (old, item), text in survey.spellings.items()
            if old == row
        },
    )


def with_dirt(survey: AnswersToWrite, kind: RecordKind, chance: Random) -> AnswersToWrite:
    """Return the survey with one more record that is no response; a duplicate follows its first."""
    last = len(survey.records)
    first = chance.randrange(len(PARTNERS))
    changed = with_rows(survey, [*survey.rows, first])
    record = replace(record_of(last), kind=kind, partner=survey.records[first].partner)
    answers, kinds, comments = changed.answers, changed.missing_kinds, changed.comments
    if kind == "duplicate":
        same = survey.records[first]
        record = replace(record, mail=same.mail, address=same.address, level=same.level)
    if kind in ("opened_only", "empty"):
        record = replace(record, partner="", level="")
        answers, kinds, comments = answers.copy(), kinds.copy(), comments.copy()
        answers.iloc[last], kinds.iloc[last], comments.iloc[last] = float("nan"), "blank", ""
    return replace(
        changed,
        records=(*survey.records, record),
        answers=answers,
        missing_kinds=kinds,
        comments=comments,
    )


def _asking(survey: AnswersToWrite, items: Sequence[Item]) -> AnswersToWrite:
    return replace(survey, instrument=survey.instrument.model_copy(update={"items": tuple(items)}))


def _in_other_language(survey: AnswersToWrite) -> dict[str, str]:
    return labels_of(survey.instrument, "nl" if survey.language == "en" else "en")
