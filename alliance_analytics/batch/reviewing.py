"""A whole run in three steps: decide what has to be made, make it, leave what people and programs read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alliance_analytics.batch import batching
from alliance_analytics.batch.batching import Means, usual_kernel
from alliance_analytics.batch.choosing import Choice, Only, Stands, choose
from alliance_analytics.batch.fingerprint import Tree, tree_of
from alliance_analytics.batch.jobs import CORES, TIMEOUT, Outcome
from alliance_analytics.batch.locking import locked
from alliance_analytics.batch.manifest import sweep
from alliance_analytics.batch.planning import Asked, Plan, plan
from alliance_analytics.batch.progress import LOG, Progress
from alliance_analytics.batch.summary import exit_status, write_summary
from alliance_analytics.review.waiting import waiting

if TYPE_CHECKING:
    from alliance_analytics.workspace import Workspace


@dataclass(frozen=True)
class Finished:
    """What a run leaves: what became of each review, the index, and the exit status."""

    outcomes: tuple[Outcome, ...]
    index: str
    status: int

    def __repr__(self) -> str:
        """Return how many became what, the page to open, and what went wrong with what to do."""
        counts = Counter(each.status for each in self.outcomes)
        told = ", ".join(f"{count} {status}" for status, count in counts.items())
        wrong = [
            f"{each.alliance} {each.label}: {each.reason} {each.remedy}"
            for each in self.outcomes
            if each.status == "failed"
        ]
        return "\n".join([f"{told}. Open {Path(self.index).parent.name}/{Path(self.index).name}", *wrong])


def reviews(
    workspace: str | Path | Workspace,
    out: str | Path = "out",
    *,
    alliances: Sequence[str] = (),
    wave: str = "",
    language: str = "",
    jobs: int = CORES,
) -> Finished:
    """Make the annual reviews of a workspace from a notebook, as ``alliance review`` does, with a bar.

    A review is made again only when something that it is made of changed. Interrupt it whenever you like:
    what was made stays, and the next call goes on.

    Parameters
    ----------
    workspace : str, Path or Workspace
        A folder of alliances, or one opened.
    out : str or Path
        Folder of the pages.
    alliances : sequence of str
        Only these; all when empty.
    wave, language : str
        Which; the newest of each alliance, and its own language, when empty.
    jobs : int
        How many are made at once, 1 or more.

    Raises
    ------
    AllianceError
        If the workspace or what was asked for is broken; nothing has started then.
    """
    folder = Path(workspace) if isinstance(workspace, str | Path) else workspace.root
    kernel = usual_kernel()
    asked = Asked(
        folder, Path(out).absolute(), tuple(alliances), wave or None, language or None, kernel=kernel
    )
    return make_reviews(asked, Means(jobs, TIMEOUT, kernel), lambda _: None)


def make_reviews(
    asked: Asked,
    means: Means,
    tell: Callable[[str], None],
    *,
    force: bool = False,
    only: Only | None = None,
) -> Finished:
    """Decide, make and finish, alone in the folder of the pages, with a bar where somebody looks.

    Parameters
    ----------
    asked : Asked
        Which reviews.
    means : Means
        With what.
    tell : callable
        Is given a line when a review has ended.
    force, only
        As :func:`decide` takes them.

    Raises
    ------
    AllianceError
        If the workspace or what was asked for is broken; nothing has started then.
    """
    with locked(asked.out):
        planned, choices = decide(asked, force=force, only=only)
        wanted = sum(choice.outcome is None for choice in choices)
        progress = Progress(wanted, asked.out / LOG)
        with waiting(wanted, after=0) as step:

            def ended(outcome: Outcome) -> None:
                tell(progress.line(outcome))
                step()

            outcomes = batching.make_chosen(choices, asked.out, means, ended)
        return finish(planned, [*outcomes, *planned.skipped], asked.out)


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
