"""A whole run in three steps: decide what has to be made, make it, leave what people and programs read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from alliance_analytics.batch.choosing import Choice, Only, Stands, choose
from alliance_analytics.batch.fingerprint import Tree, tree_of
from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.batch.manifest import sweep
from alliance_analytics.batch.planning import Asked, Plan, plan
from alliance_analytics.batch.summary import exit_status, write_summary


@dataclass(frozen=True)
class Finished:
    """What a run leaves: what became of each review, the index, and the exit status."""

    outcomes: tuple[Outcome, ...]
    index: str
    status: int


def decide(
    asked: Asked, *, force: bool = False, only: Only | None = None, stands: Stands | None = None
) -> tuple[Plan, tuple[Choice, ...]]:
    """Return which reviews there are, and for each whether it has to be made, and why.

    Raises
    ------
    AllianceError
        If the workspace or what was asked for is broken; nothing has started then.
    """
    tree = _tree(asked)
    found = plan(asked, tree)
    return found, choose(found.jobs, tree, asked.out, force=force, only=only, stands=stands)


def finish(planned: Plan, outcomes: Sequence[Outcome], out: Path) -> Finished:
    """Tidy up, and write the index and the summary."""
    sweep(out)
    index = write_summary(outcomes, out, title=planned.title, language=planned.language)
    return Finished(tuple(outcomes), str(index), exit_status(outcomes))


def _tree(asked: Asked) -> Tree:
    # A folder that is not there is told of by whoever opens it.
    return tree_of(asked.workspace, asked.out) if asked.workspace.is_dir() else Tree(asked.workspace, {})
