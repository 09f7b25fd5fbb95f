"""Run every entry of a folder and say, statistic by statistic, how many are within tolerance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.reference import adapters
from benchmarks.reference.comparing import Answer, compare
from benchmarks.reference.entries import Entry, read_entries
from benchmarks.reference.questions import NotUnderstoodError, Question

Adapter = Callable[[Question], Answer]
Fate = Literal["within", "excluded", "missed", "not understood", "not yet"]
BAD: tuple[Fate, ...] = ("missed", "not understood")
USAGE = "Say which folder: make reference REFERENCE=folder (with a reference.json in it)."


@dataclass(frozen=True)
class Outcome:
    """What became of an entry, with details in words and the share of the tolerance that was used."""

    entry: Entry
    fate: Fate
    details: tuple[str, ...] = ()
    used: float = 0.0


def main(arguments: Sequence[str]) -> int:
    """Run a folder, print the report, and return 1 when an implemented statistic misses."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "reference.json").is_file():
        print(USAGE)
        return 2
    folder = Path(arguments[0])
    outcomes = [run(entry, folder, adapters.ADAPTERS) for entry in read_entries(folder)]
    print("\n".join(report(outcomes)))
    return int(any(outcome.fate in BAD for outcome in outcomes))


def run(entry: Entry, folder: Path, known: Mapping[str, Adapter]) -> Outcome:
    """Return what becomes of one entry; an adapter that fails is a miss, and the others go on."""
    if entry.statistic not in known:
        return Outcome(entry, "not yet")
    question = Question(entry, folder)
    try:
        answer = known[entry.statistic](question)
        question.check_all_read()
    except NotUnderstoodError as problem:
        return Outcome(entry, "not understood", (f"argument not understood: {problem}",))
    except Exception as problem:  # one broken entry must not hide the others
        return Outcome(entry, "missed", (f"failed with {type(problem).__name__}: {problem}",))
    comparison = compare(answer, entry)
    if comparison.misses:
        return Outcome(entry, "missed", comparison.misses, comparison.used)
    if answer.withheld:
        return Outcome(entry, "excluded", tuple(answer.withheld.values()), comparison.used)
    return Outcome(entry, "within", (), comparison.used)


def report(outcomes: Sequence[Outcome]) -> list[str]:
    """Return the lines of the report: a table, what stands out, and the sum."""
    fates = Counter(outcome.fate for outcome in outcomes)
    rest = [f"{fates[fate]} {words}" for fate, words in _WORDS.items() if fates[fate]]
    return [
        *_table(outcomes),
        *_listed("Excluded by a convention", outcomes, ["excluded"]),
        *_listed("Missed", outcomes, BAD),
        "",
        "; ".join([f"{fates['within']} of {len(outcomes)} within tolerance", *rest]) + ".",
    ]


_WORDS: dict[Fate, str] = {
    "excluded": "excluded by a convention",
    "missed": "missed",
    "not understood": "with an argument not understood",
    "not yet": "of statistics without an adapter yet",
}


def _table(outcomes: Iterable[Outcome]) -> list[str]:
    by_statistic: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_statistic.setdefault(outcome.entry.statistic, []).append(outcome)
    return [_line(statistic, found) for statistic, found in sorted(by_statistic.items())]


def _line(statistic: str, outcomes: Sequence[Outcome]) -> str:
    fates = Counter(outcome.fate for outcome in outcomes)
    if fates["not yet"]:
        return f"{statistic:30} not yet ({len(outcomes)})"
    used = max((outcome.used for outcome in outcomes if outcome.fate in {"within", "excluded"}), default=0.0)
    excluded = f", {fates['excluded']} excluded" if fates["excluded"] else ""
    within = f"{fates['within']} within tolerance of {len(outcomes)}{excluded}"
    return f"{statistic:30} {within} (at most {used:.0e} of the tolerance used)"


def _listed(title: str, outcomes: Iterable[Outcome], fates: Sequence[Fate]) -> list[str]:
    found = [outcome for outcome in outcomes if outcome.fate in fates]
    lines = [f"  {outcome.entry.id}: {'; '.join(outcome.details)}" for outcome in found]
    return ["", f"{title}:", *lines] if lines else []
