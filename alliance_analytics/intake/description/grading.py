"""Which ladder of labels a set of answers stands on: words decide, and one reading must hold for all of them.

A question grades one quality, so whatever fills the slot of one label fills that of the others. Ladders are
tried in every language, and the one that knows most of the labels wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import get_args

from alliance_analytics.model.answer_scales import AnswerLanguage
from alliance_analytics.model.label_families import Filling, LabelFamily, label_families
from alliance_analytics.model.spelling import nearest_spelling, plain

SLOT = re.compile(r"\{(\w+)\}")
WORDS = r"([^\W\d_][\w'’&-]*(?: [\w'’&-]+){0,4})"
BARE = frozenset(
    {"{word}", "not {word}", "niet {word}", "nicht {word}", "pas {word}", "no {word}", "{good}", "{bad}"}
)
"""Labels that hold a quality and no grade of it: *safe* and *not safe* alone are two kinds, and no scale."""
DENIALS = frozenset(
    {"un", "in", "im", "ir", "dis", "on", "des", "mal", "not ", "niet ", "nicht ", "pas ", "no "}
)
FEWEST_GRADES = 2
FEWEST_RUNGS = 3
AROUND = re.compile(r"\s*\([^()]*[^\W\d][^()]*\)\s*")
"""An explanation in brackets; a number in brackets is more than that."""
MOST_LABELS = 30
"""Labels above which nobody offered them; typing errors leave room for some."""
MOST_REMEMBERED = 4096
LANGUAGES: tuple[AnswerLanguage, ...] = get_args(AnswerLanguage)


@dataclass(frozen=True)
class Grading:
    """The ladder on which labels stand.

    Parameters
    ----------
    family : LabelFamily
        The ladder.
    language : str
        Language of most labels.
    filling : tuple of (str, str)
        What stands in the slots of the labels.
    rungs : mapping of str to int
        Plain label to its rung.
    misspelt : mapping of str to str
        Plain label to the known one that it is a misspelling of; it has a rung too.
    foreign : tuple of str
        Plain labels that are known in another language of the family; they have rungs too.
    """

    family: LabelFamily
    language: AnswerLanguage
    filling: Filling
    rungs: Mapping[str, int]
    misspelt: Mapping[str, str] = field(default_factory=dict)
    foreign: tuple[str, ...] = ()

    @property
    def kind(self) -> tuple[str, Filling]:
        """What two questions share that are graded alike."""
        return self.family.id, self.filling


def grading_of(labels: Collection[str]) -> Grading | None:
    """Return the ladder that knows most of the labels, or None when none knows enough to be believed.

    Parameters
    ----------
    labels : collection of str
        Plain wordings, without those of missing answers.
    """
    given = frozenset(labels) - {""}
    return _grading_of(given) if len(given) <= MOST_LABELS else None


def graded_like(labels: Collection[str], example: Grading) -> Grading | None:
    """Return the labels on the ladder of an example, or None when it does not know them all."""
    found = _read(frozenset(labels), example.family, example.language, example.filling)
    return found if found.rungs.keys() >= set(labels) else None


@cache
def _grading_of(labels: frozenset[str]) -> Grading | None:
    found = [
        reading
        for family in label_families().families
        for language in LANGUAGES
        if language in family.rungs
        for filling in _fillings(family, language, labels)
        if _is_scale(reading := _read(labels, family, language, filling))
    ]
    return max(found, key=_knowledge, default=None)


def _knowledge(reading: Grading) -> tuple[int, int, int, bool]:
    """Return how well a reading knows the labels: words of a ladder's own go before words in a slot."""
    return len(reading.rungs), -len(reading.misspelt), -len(reading.foreign), not reading.filling


def _read(labels: frozenset[str], family: LabelFamily, language: AnswerLanguage, filling: Filling) -> Grading:
    words = _vocabulary(family.id, language, filling)
    everywhere = _everywhere(family.id, filling)
    rungs = {label: rung for label in labels if (rung := _rung(label, words, everywhere))}
    left = labels - rungs.keys() if len(set(rungs.values())) > 1 else frozenset()
    near = {label: spelt for label in left if (spelt := _misspelling(label, words))}
    own = rungs | {label: words[spelt] for label, spelt in near.items()}
    foreign = _ends_met(_foreign(left - near.keys(), family, filling), frozenset(own.values()))
    return Grading(family, language, filling, own | foreign, near, tuple(sorted(foreign)))


def _ends_met(foreign: dict[str, int], own: frozenset[int]) -> dict[str, int]:
    """Return labels of another language, their strongest on the rung of the strongest of the own language.

    *Strongly agree* and *helemaal mee eens* end the scales of two forms of one survey, and are one answer,
    though the ladder has a rung for each.
    """
    met = frozenset(foreign.values())
    ends = [(end(met), end(own)) for end in (min, max)] if met and own else []
    same = {
        there: here for there, here in ends if abs(there - here) == 1 and there not in own and here not in met
    }
    return {label: same.get(rung, rung) for label, rung in foreign.items()}


def _misspelling(label: str, words: Mapping[str, int]) -> str | None:
    """Return the label that was meant; *unimportant* is no misspelling of *important*."""
    near = nearest_spelling(label, words)
    return None if near is None or label.endswith(near) or near.endswith(label) else near


def _rung(label: str, words: Mapping[str, int], everywhere: Mapping[str, int]) -> int | None:
    """Return the rung of a label; of one that says the same in two languages, *Souvent / Often*, too."""
    for spelling in _spellings(label):
        if spelling in words:
            return words[spelling]
    parts = _parts(label)
    rungs = {everywhere.get(part) for part in parts}
    return rungs.pop() if len(rungs) == 1 and any(part in words for part in parts) else None


@lru_cache(MOST_REMEMBERED)
def _spellings(label: str) -> tuple[str, ...]:
    """Return a plain label as it stands, without what brackets explain, and as single words."""
    return tuple(dict.fromkeys((label, plain(AROUND.sub(" ", label)), plain(label.replace("_", " ")))))


@lru_cache(MOST_REMEMBERED)
def _parts(label: str) -> tuple[str, ...]:
    return tuple(map(plain, label.split("/"))) if "/" in label else ()


def _foreign(left: Collection[str], family: LabelFamily, filling: Filling) -> dict[str, int]:
    everywhere = _everywhere(family.id, filling)
    return {label: rung for label in left if (rung := _rung(label, everywhere, everywhere)) is not None}


def _is_scale(reading: Grading) -> bool:
    rungs = set(reading.rungs.values())
    if len(rungs) < 2 or (reading.filling and not _grades(reading)):
        return False
    if _are_two_kinds(reading) or _has_no_other_side(reading):
        return False
    return len(rungs) >= FEWEST_RUNGS or not reading.misspelt


def _are_two_kinds(reading: Grading) -> bool:
    """Return whether there is a word and its denial, *adequate* and *inadequate*, and no grade of either."""
    short, *others = sorted(reading.rungs, key=len)
    return reading.family.id != "agreement" and len(others) == 1 and others[0].removesuffix(short) in DENIALS


def _has_no_other_side(reading: Grading) -> bool:
    """Return whether the worse side is no more than *not useful*: that is none of it, not its opposite."""
    filling, middle = dict(reading.filling), reading.family.middle or 0
    below = {rung for rung in reading.rungs.values() if rung < middle}
    return filling.get("bad", "").endswith(f" {filling.get('good')}") and len(below) < 2


def _grades(reading: Grading) -> bool:
    slots = {"word": "", "good": "", "bad": ""} | dict(reading.filling)
    bare = {label.format_map(slots) for label in BARE}
    graded = [label for label in reading.rungs if label not in bare]
    filled = [label for label in reading.rungs if any(words in label for _, words in reading.filling)]
    rungs = set(reading.rungs.values())
    return bool(filled) and (len(graded) >= FEWEST_GRADES or len(rungs) >= FEWEST_RUNGS)


def _fillings(family: LabelFamily, language: AnswerLanguage, labels: frozenset[str]) -> Iterator[Filling]:
    """Yield what can stand in the slots of a family's labels, so that it knows the most of ``labels``."""
    yield ()
    met = _slot_words(family.id, language, labels)
    yield from ((("word", words),) for words, count in met["word"].most_common() if count > 1)
    sides = {*met["good"], *met["bad"]}
    if sides:
        yield from _opposites(family, language, sides)


def _opposites(family: LabelFamily, language: AnswerLanguage, met: set[str]) -> Iterator[Filling]:
    listed = [(plain(bad), plain(good)) for bad, good in family.opposites.get(language, ())]
    yield from ((("bad", bad), ("good", good)) for bad, good in listed if {bad, good} & met)
    for denial in family.denials.get(language, ()):
        for good in sorted(met):
            joined = (f"{plain(denial)}{good}", f"{plain(denial)} {good}")
            yield from ((("bad", bad), ("good", good)) for bad in joined if bad in met)
        yield from _denied_alone(plain(denial), met)


def _denied_alone(denial: str, met: set[str]) -> Iterator[Filling]:
    """Yield pairs of which only the worse side was met, as when nobody was satisfied."""
    for bad in sorted(met):
        good = bad.removeprefix(denial).lstrip()
        if good != bad and len(good) > FEWEST_RUNGS and good not in met:
            yield ("bad", bad), ("good", good)


def _slot_words(family: str, language: AnswerLanguage, labels: frozenset[str]) -> dict[str, Counter[str]]:
    met: dict[str, Counter[str]] = {"word": Counter(), "good": Counter(), "bad": Counter()}
    for label in labels:
        short = next(iter(_spellings(label)[1:2]), label)
        found = {
            (slot, words.strip())
            for slots, pattern in _patterns(family, language)
            if (match := pattern.fullmatch(short))
            for slot, words in zip(slots, match.groups(), strict=True)
        }
        for slot, words in found:
            met[slot][words] += 1
    return met


@cache
def _patterns(family: str, language: AnswerLanguage) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    labels = (label for label, _ in _family(family).labels(language) if "{" in label)
    return tuple((tuple(SLOT.findall(label)), _compiled(label)) for label in labels)


def _compiled(label: str) -> re.Pattern[str]:
    parts = SLOT.split(plain(label))[::2]
    return re.compile(WORDS.join(re.escape(part) for part in parts))


@cache
def _vocabulary(family: str, language: AnswerLanguage, filling: Filling) -> dict[str, int]:
    return _family(family).vocabulary(language, filling)


@cache
def _everywhere(family: str, filling: Filling) -> dict[str, int]:
    """Return the labels of all languages."""
    words: dict[str, int] = {}
    for language in _family(family).rungs:
        words = _vocabulary(family, language, filling) | words
    return words


@cache
def _family(family_id: str) -> LabelFamily:
    return next(family for family in label_families().families if family.id == family_id)
