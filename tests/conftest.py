"""Two synthetic alliances, written once a session, and a way to write a small one.

*Canal* has three partners, three levels and three waves, each in another platform's layout, with reports.
*Ferry* has an instrument of its own on seven points, tables as CSV, one wave and no reports.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import settings

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, Record
from alliance_analytics.intake.platforms.google_forms import writer as google_forms
from alliance_analytics.intake.platforms.limesurvey import writer as limesurvey
from alliance_analytics.intake.platforms.qualtrics import writer as qualtrics
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.loading import parse
from alliance_analytics.workspace import Workspace, open_workspace

# A busy machine is no fault of the code: how long an example takes is no test.
settings.register_profile("without a deadline", deadline=None)
settings.load_profile("without a deadline")

Groups = Mapping[str, Mapping[str, tuple[int, int]]]
"""Partner to level to how many were invited, and how many of them answered."""
CANAL: Groups = {
    "Northern Locks": {"strategic": (3, 2), "tactical": (7, 5), "operational": (10, 7)},
    "Harbour Office": {"strategic": (3, 2), "tactical": (5, 3), "operational": (8, 6)},
    "Tide Lab": {"strategic": (3, 1), "tactical": (4, 2), "operational": (4, 2)},
}
LEANING = {"Northern Locks": 0.4, "Harbour Office": -0.4}
"""How much more, or less, the people of a partner agree."""
WAVES = {
    "2023": (limesurvey.write, "results-survey.csv", 2.6),
    "2024": (qualtrics.write, "annual survey.csv", 3.0),
    "2025": (google_forms.write, "annual survey.csv", 3.6),
}
"""Wave to the writer of its export, its file, and about where answers lie."""
REPORTS = {
    "annual-report.md": "# The year\n\nThe partners trust each other. They stay loyal to the shared goal.\n",
    "minutes.txt": "Decision making was slow, because nobody knew who decides.\n",
}
FERRY: Groups = {"Crossing": {"crew": (9, 8), "shore": (6, 6)}, "Quay": {"crew": (8, 7), "shore": (6, 5)}}
FERRY_SCALES = {"speed": "service", "care": "service", "cost": "price", "fares": "price"}
"""Pillar to dimension."""


def ferry_instrument() -> dict[str, Any]:
    """Return an instrument with names, levels and points of its own; the third of each pillar is turned."""
    who = [
        {"id": "WHO", "kind": "partner", "wording": {"en": "Whom do you work for?"}},
        {"id": "WHERE", "kind": "level", "wording": {"en": "Where do you work?"}},
    ]
    statements = [
        {
            "id": f"{pillar}{number}",
            "kind": "statement",
            "wording": {"en": f"Statement {number} on {pillar}."},
            "pillar": pillar,
            "dimension": dimension,
            "direction": "negative" if number == 3 else "positive",
        }
        for pillar, dimension in FERRY_SCALES.items()
        for number in (1, 2, 3)
    ]
    return {
        "id": "ferry_survey",
        "title": {"en": "Ferry survey", "nl": "Veerenquête"},
        "version": "1",
        "answer_scale": "agreement_7",
        "points": 7,
        "levels": {"crew": {"en": "Crew"}, "shore": {"en": "Shore"}},
        "items": [*who, *statements],
    }


def people(groups: Groups) -> pd.DataFrame:
    """Return mail, partner and level of those who answer: the same people in every wave."""
    rows = [
        (f"{partner[0]}-{level}-{number}@example.org".lower(), partner, level)
        for partner, levels in groups.items()
        for level, (_, answered) in levels.items()
        for number in range(answered)
    ]
    return pd.DataFrame(rows, columns=["mail", "partner", "level"])


def invited(groups: Groups) -> dict[str, dict[str, int]]:
    return {
        partner: {level: count for level, (count, _) in levels.items()} for partner, levels in groups.items()
    }


def answers(who: pd.DataFrame, instrument: Instrument, middle: float, seed: int) -> pd.DataFrame:
    """Return ``who`` with an answer to each item, around ``middle`` when turned."""
    size = len(who), len(instrument.scored)
    centre = middle + who["partner"].map(LEANING).fillna(0).to_numpy(float)[:, np.newaxis]
    points = np.rint(np.random.default_rng(seed).normal(centre, 0.8, size)).clip(1, instrument.points)
    columns = {
        item.id: instrument.points + 1 - column if item.direction == "negative" else column
        for item, column in zip(instrument.scored, points.T, strict=True)
    }
    return who.assign(**columns)


def labels(instrument: Instrument) -> dict[int, str]:
    scale = answer_scales().scale(instrument.answer_scale)
    return {point: scale.canonical(point, "en") for point in range(1, instrument.points + 1)}


def to_write(table: pd.DataFrame, instrument: Instrument) -> AnswersToWrite:
    """Return answers as the writers of the platforms take them; NaN is left blank."""
    items = [item.id for item in instrument.scored]
    starts = [datetime(2025, 5, 5, 9) + timedelta(minutes=10 * place) for place in range(len(table))]
    rows = zip(table["partner"], table["level"], starts, table["mail"], strict=True)
    return AnswersToWrite(
        instrument=instrument,
        language="en",
        stem="How far do you agree?",
        partners=tuple(table["partner"].unique()),
        labels={str(point): label for point, label in labels(instrument).items()},
        records=tuple(
            Record("response", partner, level, start, start + timedelta(minutes=8), mail=mail)
            for partner, level, start, mail in rows
        ),
        answers=table[items],
        missing_kinds=table[items].isna().replace({True: "blank", False: ""}),
        comments=pd.DataFrame(
            "", index=table.index, columns=[item.id for item in instrument.items if item.kind == "open"]
        ),
    )


def write_plain(table: pd.DataFrame, instrument: Instrument, path: Path) -> None:
    """Write answers as a table with one header record, statements called by their ids."""
    worded = table[[item.id for item in instrument.scored]].map(labels(instrument).get)
    who = table[["mail", "partner", "level"]].rename(columns={"mail": "E-mail"})
    path.parent.mkdir(parents=True, exist_ok=True)
    pd.concat([who, worded], axis=1).to_csv(path, index=False)


def write_yaml(path: Path, content: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(dict(content), sort_keys=False, allow_unicode=True), encoding="utf-8")


def write_canal(folder: Path, waves: Mapping[str, pd.DataFrame]) -> None:
    title = {"en": "Canal alliance", "nl": "Kanaalalliantie"}
    write_yaml(folder / "alliance.yml", {"title": title, "partners": list(CANAL)})
    for wave, table in waves.items():
        blocks = ["alliance-board", "annual-evaluation"]
        settings = {"date": f"{wave}-05-05", "invited": invited(CANAL), "building_blocks": blocks}
        write_yaml(folder / wave / "wave.yml", settings)
        write, file, _ = WAVES[wave]
        write(to_write(table, default_instrument()), folder / wave / file)
    for name, text in REPORTS.items():
        (folder / "2025" / "reports").mkdir(exist_ok=True)
        (folder / "2025" / "reports" / name).write_text(text, encoding="utf-8")


def write_ferry(folder: Path, instrument: Instrument) -> None:
    write_yaml(folder / "instrument.yml", ferry_instrument())
    rows = [
        f"2025;{partner};{level};{count}"
        for partner, levels in invited(FERRY).items()
        for level, count in levels.items()
    ]
    (folder / "invited.csv").write_text("\n".join(["wave;partner;level;invited", *rows]), encoding="utf-8")
    (folder / "waves.csv").write_text("wave,date,platform,file\n2025,2025-06-01,other,answers.csv\n")
    write_plain(answers(people(FERRY), instrument, 4.5, 5), instrument, folder / "2025" / "answers.csv")


@pytest.fixture(scope="session")
def canal() -> dict[str, pd.DataFrame]:
    """Wave to the answers that its export holds; one person leaves the first three statements blank."""
    instrument, tables = default_instrument(), {}
    for seed, (wave, (_, _, middle)) in enumerate(WAVES.items()):
        tables[wave] = answers(people(CANAL), instrument, middle, seed)
        tables[wave].loc[0, [item.id for item in instrument.scored[:3]]] = np.nan
    return tables


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory, canal: dict[str, pd.DataFrame]) -> Path:
    """The folder of both alliances."""
    root = tmp_path_factory.mktemp("world")
    write_yaml(root / "workspace.yml", {"title": "Waterways", "synthetic": True, "contact": "the office"})
    write_yaml(root / "keys" / "link.key", {"not": "a secret"})
    write_canal(root / "canal", canal)
    write_ferry(root / "ferry", parse(ferry_instrument(), Instrument, "ferry"))
    return root


@pytest.fixture(autouse=True)
def nothing_noted(request: pytest.FixtureRequest) -> Iterator[None]:
    """Forget what a test released of the shared folder: the next one is held against nothing."""
    yield
    if "world" in request.fixturenames:
        shutil.rmtree(request.getfixturevalue("world") / ".ledger", ignore_errors=True)


@pytest.fixture(scope="session")
def workspace(world: Path) -> Workspace:
    return open_workspace(world)


WriteAlliance = Callable[..., Path]


@pytest.fixture(scope="session")
def write_alliance() -> WriteAlliance:
    """A function that writes one alliance with a plain table a wave, and returns its folder."""

    def write(folder: Path, groups: Groups, waves: Mapping[str, pd.DataFrame] | None = None) -> Path:
        instrument = default_instrument()
        tables = waves or {"2025": answers(people(groups), instrument, 3.5, 9)}
        for wave, table in tables.items():
            write_yaml(folder / wave / "wave.yml", {"invited": invited(groups)})
            write_plain(table, instrument, folder / wave / "answers.csv")
        return folder

    return write


PORTFOLIO = {"birch": 2.4, "cedar": 3.2, "maple": 3.6, "willow": 4.2}
"""Alliances of a portfolio to the middle of their answers; of one more too few people answer."""
DOOR = (
    "relation,rater,rated,criticality,cross_functionality,partner_interconnectivity,assumption,revisit,value,"
    "shared_risk,core_processes,trained,resourcing,service_level",
    "birch,a,2024-06-01,5,2,2,Demand stays,,yes,yes,yes,no,node-team,higher",
    "birch,b,2024-06-01,5,2,2,,,yes,yes,yes,no,node-team,higher",
    "birch,a,2025-06-01,5,5,2,Demand stays,2025-12-01,yes,yes,yes,no,specialist-function,basic",
    "birch,b,2025-06-01,4,4,2,,,yes,yes,yes,no,specialist-function,basic",
    "cedar,a,2025-06-01,1,5,1,,2027-06-01,yes,yes,yes,no,market-facing-team,basic",
    "cedar,b,2025-06-01,5,5,1,,2027-06-01,yes,yes,yes,no,market-facing-team,basic",
    "maple,a,2025-06-01,2,2,2,,2027-06-01,no,yes,yes,yes,,",
    "Paper supply,a,2025-06-01,1,1,1,,2027-06-01,yes,no,no,yes,specialist-function,basic",
)


@pytest.fixture(scope="session")
def portfolio_root(tmp_path_factory: pytest.TempPathFactory, write_alliance: WriteAlliance) -> Path:
    """The folder of five alliances with a front door and norms; one of them is too small to be shown."""
    root, instrument = tmp_path_factory.mktemp("portfolio"), default_instrument()
    write_yaml(root / "workspace.yml", {"title": "Trees", "synthetic": True})
    groups: Groups = {"Larder": {"tactical": (12, 9)}, "Pantry": {"operational": (14, 10)}}
    for seed, (name, middle) in enumerate(PORTFOLIO.items()):
        moved = {"2024": middle + 0.5, "2025": middle}
        waves = {wave: answers(people(groups), instrument, at, seed) for wave, at in moved.items()}
        write_alliance(root / name, groups, waves)
    write_alliance(root / "yew", {"Larder": {"tactical": (3, 2)}, "Pantry": {"operational": (3, 2)}})
    norms = "scale,name,mean,source\ndimension,content,3.0,A study of 2020\n"
    (root / "front-door.csv").write_text("\n".join(DOOR) + "\n", encoding="utf-8")
    (root / "norms.csv").write_text(norms, encoding="utf-8")
    return root


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests in a browser, unless they were asked for."""
    if "browser" not in config.option.markexpr:
        left_out = [item for item in items if item.get_closest_marker("browser")]
        items[:] = [item for item in items if item not in left_out]
        if left_out:
            config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was left out."""
    if "browser" not in config.option.markexpr:
        terminalreporter.write_line("Left out: pages, slides and PDF in a real browser (make test-browser).")
