"""Folders that are to be shared, made in the process from exhibits without pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_from
from alliance_analytics.publish.sharing.companions import companions
from alliance_analytics.review.study import Study
from alliance_analytics.workspace import Workspace, open_workspace

WROTE = "We never hear what the board decided about the new depot before it is in the paper."
GROUPS = {"Larder": {"tactical": (20, 8), "strategic": (14, 6)}, "Pantry": {"tactical": (30, 10)}}


def without_pictures(study: Study) -> list[Exhibit]:
    """Return the exhibits of a page that say who answered, without their pictures."""
    made = [aa.page(study), aa.main_points(study), aa.estimates(study), aa.trend(study)]
    made += [aa.partners(study), aa.levels(study), aa.response(study), aa.data_quality(study)]
    made += [aa.answers(study, dimension) for dimension in study.labels.dimensions]
    return [replace(each, svg="", svg_narrow="", alt="") for each in made if each is not None]


@pytest.fixture(scope="session")
def share() -> Callable[..., Path]:
    """A function that writes the page of a study, and what goes out beside it, into a folder."""

    def shared(study: Study, folder: Path, name: str = "2025.html") -> Path:
        exhibits = without_pictures(study)
        (folder / study.alliance).mkdir(parents=True, exist_ok=True)
        page = folder / study.alliance / name
        page.write_text(page_from(exhibits), encoding="utf-8")
        for beside, content in companions(exhibits, page.name).items():
            (page.parent / beside).write_bytes(content)
        return page

    return shared


@pytest.fixture(scope="session")
def quay_table(canal: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Answers of twenty-four people, seated as in ``GROUPS``."""
    seats = [
        (f"{partner}-{level}-{number}@example.org".lower(), partner, level)
        for partner, levels in GROUPS.items()
        for level, (_, answered) in levels.items()
        for number in range(answered)
    ]
    who = pd.DataFrame(seats, columns=["mail", "partner", "level"])
    return who.join(canal["2025"].drop(columns=list(who)).head(len(who)).reset_index(drop=True).bfill())


@pytest.fixture(scope="session")
def open_quay(write_alliance: Callable[..., Path], quay_table: pd.DataFrame) -> Callable[..., Workspace]:
    """A function that writes the alliance *quay* into a folder and opens it; somebody wrote a comment."""

    def opened(root: Path, table: pd.DataFrame | None = None) -> Workspace:
        folder = write_alliance(root / "quay", GROUPS, {"2025": quay_table if table is None else table})
        export = folder / "2025" / "answers.csv"
        answers = pd.read_csv(export, dtype=str)
        answers.assign(C1=["", WROTE, *[""] * (len(answers) - 2)]).to_csv(export, index=False)
        (root / "keys").mkdir(exist_ok=True)
        (root / "keys" / "link.key").write_text("not a secret")
        (root / "workspace.yml").write_text("contact: office@example.org\n")
        return open_workspace(root)

    return opened


@pytest.fixture(scope="session")
def quay(tmp_path_factory: pytest.TempPathFactory, open_quay: Callable[..., Workspace]) -> Workspace:
    return open_quay(tmp_path_factory.mktemp("quay"))


@pytest.fixture(scope="session")
def shared_quay(
    tmp_path_factory: pytest.TempPathFactory, quay: Workspace, share: Callable[..., Path]
) -> Path:
    """What is to be shared of *quay*."""
    folder = tmp_path_factory.mktemp("out")
    share(aa.study(quay, "quay"), folder)
    return folder


@pytest.fixture(scope="session")
def skipped(
    tmp_path_factory: pytest.TempPathFactory,
    open_quay: Callable[..., Workspace],
    quay_table: pd.DataFrame,
    quay: Workspace,
) -> Workspace:
    """*quay*, but two people left out one statement of the pillar *Trust*."""
    item = quay.instrument("quay", "2025").scales("pillar")["3"][0]
    table = quay_table.copy()
    table.loc[[0, 20], item] = None
    return open_quay(tmp_path_factory.mktemp("skipped"), table)
