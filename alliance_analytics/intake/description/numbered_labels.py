"""Labels in words that no ladder knows, in an order that numbers beside them declare.

*(1) No goals*, *(2)*, up to *(7) Very clear goals* is a scale of seven points, whichever end is the better
one. So is a scale whose ends are printed in words and whose middle is printed in numbers. Where every number
has words of its own, it may as well be a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from alliance_analytics.intake.description.described import Scale
from alliance_analytics.intake.description.options import Option, split_number, without_numbers
from alliance_analytics.intake.description.scales import missing_codes

FEWEST_NUMBERS, MOST_WORDS, MOST_POINTS = 3, 3, 11
TOPS = (5, 7, 10)


def numbered_scale(options: Sequence[Option]) -> Scale | None:
    """Return the scale of labels that bear numbers, or None when that is not what they do.

    Parameters
    ----------
    options : sequence of Option
        The different answers of a column, as they stand in its cells.
    """
    if any(option.label != option.text for option in options):
        return None
    given = [option for option in without_numbers(options) if not option.missing]
    worded = [option for option in given if option.wording]
    numbers = [option.code for option in given if option.code is not None]
    if (
        not worded
        or len(worded) == len(given)
        or len(set(numbers)) != len(given)
        or len(given) < FEWEST_NUMBERS
    ):
        return None
    if max(numbers) - min(numbers) >= MOST_POINTS or not _marks_numbers(options):
        return None
    ordered = sorted(given, key=lambda option: option.code or 0)
    points = max(numbers) - min(numbers) + 1 if _both_ends(ordered) else None
    return Scale(tuple(option.text for option in ordered), points, "unknown", missing_codes(options))


def anchored_scale(options: Sequence[Option]) -> Scale | None:
    """Return the scale of bare numbers of which a few words replace some, or None when it is none.

    What the words replace is not in the file, so no label is put in an order.
    """
    given = [option for option in options if not option.missing]
    numbers = sorted(option.code for option in given if option.code is not None and not option.wording)
    words = [option for option in given if option.wording]
    fits = len(numbers) >= FEWEST_NUMBERS and 0 < len(words) <= MOST_WORDS
    if not fits or numbers[0] < 0 or numbers[-1] >= MOST_POINTS or min(option.count for option in words) < 2:
        return None
    top = numbers[-1] + 1
    return Scale((), top if top in TOPS else None, "unknown", missing_codes(options))


def _marks_numbers(options: Sequence[Option]) -> bool:
    return all(option.missing or split_number(option.label)[0] is not None for option in options)


def _both_ends(ordered: Sequence[Option]) -> bool:
    return bool(ordered[0].wording and ordered[-1].wording) and ordered[0].code in {0, 1}
