"""Audit a folder that is to be shared: every byte of it, and what its tables tell when put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from alliance_analytics.errors import AllianceError, WorkspaceError
from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.audit.arithmetic import few_people
from alliance_analytics.publish.audit.finding import Finding, place_shown
from alliance_analytics.publish.audit.published import (
    PublishedRate,
    PublishedSet,
    published_rates,
    published_sets,
)
from alliance_analytics.publish.audit.scanning import Known, scanned
from alliance_analytics.publish.audit.tables import tables_in
from alliance_analytics.review.auditing.isolating import isolating
from alliance_analytics.review.auditing.knowing import accounts, known_in
from alliance_analytics.workspace import Workspace

KEPT_ASIDE = "failed"
"""Folder of notebooks that stopped: for the analyst only, and never to be shared."""
ASIDE = "failed/: notebooks that stopped, for the analyst only. Do not share them."
WITHOUT_WORKSPACE = (
    "Words of comments, and names, codes and ids of respondents: give the workspace to look for them.",
    "Which people combined numbers tell about: give the workspace; only the numbers told were added up.",
    "Earlier releases of the same waves: give the workspace, whose ledger holds them.",
)


@dataclass(frozen=True)
class Audit:
    """What came of an audit.

    Parameters
    ----------
    files : tuple of str
        What was looked through.
    findings : tuple of Finding
        What must not leave the room.
    unchecked : tuple of str
        What could not be looked at, a sentence each.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    unchecked: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """0 when clean, 1 with findings, 2 when there was nothing to audit."""
        return 2 if not self.files else int(bool(self.findings))


def audit(folder: Path, workspace: Workspace | None = None, *, contact: str = "") -> Audit:
    """Return what must not leave the room of everything in a folder.

    Parameters
    ----------
    folder : Path
        What is to be shared, or one file of it.
    workspace : Workspace, optional
        What it was made from. Without it neither comments nor respondents can be looked for.
    contact : str, optional
        A published address that may stand, beside that of the workspace.

    Raises
    ------
    WorkspaceError
        If there is no such folder.
    """
    if not folder.exists():
        raise WorkspaceError(
            "There is no such folder.", where=folder.name, remedy="Give the folder that is to be shared."
        )
    found = audit_contents(dict(_files(folder)), workspace, contact=contact)
    aside = (ASIDE,) if _kept_aside(folder) else ()
    return replace(found, unchecked=(*found.unchecked, *aside))


def audit_contents(
    contents: Mapping[str, bytes], workspace: Workspace | None = None, *, contact: str = ""
) -> Audit:
    """Return what must not leave the room of files that need not be anywhere yet.

    Parameters
    ----------
    contents : mapping of str to bytes
        Name of each file, with ``/`` between folders, to what it holds.
    workspace, contact
        As for :func:`audit`.
    """
    known, unread = known_in(workspace) if workspace else (Known(accounts=accounts()), WITHOUT_WORKSPACE)
    known = replace(known, allowed=known.allowed | {contact})
    found = [finding for file, content in contents.items() for finding in scanned(file, content, known)]
    told, doubts = _in_tables(contents, workspace)
    findings = tuple(sorted({*found, *told}))
    return Audit(tuple(map(place_shown, contents)), findings, (*unread, *doubts))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name within the folder and the content of each file that is to be shared."""
    if folder.is_file():
        yield folder.name, folder.read_bytes()
        return
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and KEPT_ASIDE not in parts[:-1]:
            yield "/".join(parts), path.read_bytes()


def _kept_aside(folder: Path) -> bool:
    return any(path.is_dir() and any(path.iterdir()) for path in folder.rglob(KEPT_ASIDE))


def _in_tables(contents: Mapping[str, bytes], workspace: Workspace | None) -> tuple[list[Finding], list[str]]:
    sets, rates = _published(contents)
    rule = release_rule()
    few = rule.subtraction_minimum
    minima = {"score": rule.score_minimum, "item": rule.item_minimum, "few": few}
    found: list[Finding] = list(few_people(sets, rates, **minima))
    doubts: list[str] = []
    try:
        for each in isolating(sets, workspace, few) if workspace else ():
            if isinstance(each, Finding):
                found.append(each)
            else:
                doubts.append(each)
    except AllianceError as error:
        doubts.append(f"A wave cannot be read, so its groups were not combined: {error.what}")
    return found, doubts


def _published(contents: Mapping[str, bytes]) -> tuple[list[PublishedSet], list[PublishedRate]]:
    tables = [table for file, content in contents.items() for table in tables_in(file, content)]
    sets = [each for table in tables for each in published_sets(table)]
    return sets, [each for table in tables for each in published_rates(table)]


def problems(folder: Path, workspace: Workspace | None = None) -> tuple[str, ...]:
    """Return the findings of an audit as sentences, for who makes reviews: none when it is clean."""
    return sentences(audit(folder, workspace))


def sentences(found: Audit) -> tuple[str, ...]:
    """Return the findings of an audit, a sentence each."""
    return tuple(
        f"{each.file}: {each.kind}" + (f" ({each.inside})." if each.inside else ".")
        for each in found.findings
    )
