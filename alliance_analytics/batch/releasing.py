"""The last two steps before a review leaves: it is audited, and noted in the ledger of its workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from alliance_analytics.batch.inside import namespace
from alliance_analytics.errors import PageError
from alliance_analytics.review.auditing.auditing import audit_contents, sentences
from alliance_analytics.review.recording import record_review
from alliance_analytics.review.study import Study, study

if TYPE_CHECKING:
    from alliance_analytics.batch.extras import Made


def refuse_findings(made: Made, files: Mapping[str, bytes]) -> None:
    """Stop a review of which any file holds what must not leave the room.

    Raises
    ------
    PageError
        With the kinds and places of what was found, never the thing itself.
    """
    own = _study_of(made)
    workspace = replace(own.workspace, folders={own.alliance: own.workspace.folders[own.alliance]})
    stem = made.name.removesuffix(".html")
    contents = {made.name: made.page.encode(), **{stem + ending: each for ending, each in files.items()}}
    found = sentences(audit_contents(contents, workspace))
    if found:
        raise PageError(
            "The audit found what must not leave the room.",
            found=" ".join(found),
            remedy="Take it out of what the review is made from, and run it again.",
        )


def note_in_ledger(made: Made, _: Mapping[str, bytes]) -> None:
    """Note what a review shows, so that the next one is held against it.

    Where a workspace has no key, or cannot be written, there is no ledger; ``alliance check`` says so.
    """
    record_review(_study_of(made))


def _study_of(made: Made) -> Study:
    """Return the study of the notebook that ran in this process; where a kernel ran it, measure once more."""
    own = namespace().get("study")
    asked = made.parameters
    if isinstance(own, Study) and (own.alliance, own.wave) == (asked["alliance"], asked["wave"]):
        return own
    return study(asked["workspace"], alliance=asked["alliance"], wave=asked["wave"])
