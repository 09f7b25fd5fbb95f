"""Studies of every fate, and all that each of them shows, with what a picture is drawn from in its place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.publish.exhibit import Exhibit, exhibit_text
from alliance_analytics.review import (
    answering,
    driving,
    groups,
    method,
    others,
    pictures,
    reliability,
    standing,
)
from alliance_analytics.review.change import slopes, taking_apart
from alliance_analytics.review.development import development
from alliance_analytics.review.quality import (
    answering_time,
    consequences,
    left_out,
    straight_lining,
    unanswered,
    who_answers,
)
from alliance_analytics.review.study import Study
from alliance_analytics.review.themes import shares as theming_shares
from alliance_analytics.review.themes import theming
from alliance_analytics.workspace import Workspace

TINY = {"Larder": {"tactical": (5, 5)}, "Pantry": {"operational": (4, 4)}}
"""Everybody answers, and neither partner may be shown: what is left would tell about the other."""
SILENT = {"Larder": {"tactical": (5, 2)}, "Pantry": {"operational": (4, 2)}}
"""Too few answer for anything to be shown."""
Exhibits = dict[str, Exhibit]
DRAWING = (
    answering,
    answering_time,
    consequences,
    development,
    driving,
    groups,
    left_out,
    method,
    others,
    reliability,
    slopes,
    standing,
    straight_lining,
    taking_apart,
    theming,
    theming_shares,
    unanswered,
    who_answers,
)


def told(draw: object, alt: str, *frames: pd.DataFrame | None, **settings: object) -> pictures.Picture:
    """Stand in for a picture with what it would be drawn from."""
    tables = [frame.to_csv() for frame in frames if frame is not None]
    return pictures.Picture(svg="\n".join([*tables, repr(settings)]), svg_narrow="", alt=alt)


def all_shown(study: Study) -> Exhibits:
    """Return what the annual review shows of a study, by anchor."""
    made = [
        *(view(study) for view in (aa.page, aa.main_points, aa.spider, aa.estimates, aa.changes, aa.trend)),
        *(aa.answers(study, dimension) for dimension in study.labels.dimensions),
        *(view(study) for view in (aa.partners, aa.levels, aa.stage, aa.evidence, aa.themes, aa.agenda)),
        *(view(study) for view in (aa.response, aa.data_quality, aa.hidden, aa.how)),
        *(view(study) for view in (aa.change_parts, aa.slopes, aa.weighted, aa.drivers, aa.reliability)),
        *(aa.agreement(study, by) for by in ("", "partner", "level")),
        *(aa.others(study, by) for by in ("partner", "level")),
        aa.camps(study),
        *(view(study) for view in (aa.unanswered, aa.straight_lining, aa.answering_time, aa.left_out)),
        *(aa.who_answers(study, by) for by in ("partner", "level")),
        aa.consequences(study),
        *(aa.stage_views(study, by) for by in ("partner", "level")),
        *(view(study) for view in (aa.ecosystem, aa.agreements, aa.blocks, aa.blocks_since)),
        *(view(study) for view in (aa.plan, aa.assumptions)),
        *(view(study) for view in (aa.theme_shares, aa.theme_factors, aa.sources_agree)),
        *(view(study) for view in (aa.theme_comments, aa.themes_explained)),
    ]
    return {exhibit.anchor: exhibit for exhibit in made if exhibit is not None}


@pytest.fixture(scope="session")
def show_all() -> Callable[[Study], Exhibits]:
    """A function that makes all exhibits of a study, each with the frames of its picture in its place."""

    def show(study: Study) -> Exhibits:
        with pytest.MonkeyPatch.context() as patch:
            for module in DRAWING:
                patch.setattr(module, "picture", told)
            return all_shown(study)

    return show


@pytest.fixture(scope="session")
def everything_in() -> Callable[[Exhibit], str]:
    """A function that returns all that an exhibit tells: sentences, table, description and picture."""
    return lambda exhibit: "\n".join([exhibit_text(exhibit), exhibit.svg])


@pytest.fixture(scope="session")
def study(workspace: Workspace) -> Study:
    """Canal in its third wave."""
    return aa.study(workspace, "canal")


@pytest.fixture(scope="session")
def shown(study: Study, show_all: Callable[[Study], Exhibits]) -> Exhibits:
    return show_all(study)


@pytest.fixture(scope="session")
def dutch(workspace: Workspace, show_all: Callable[[Study], Exhibits]) -> Exhibits:
    """Canal in its first wave, in Dutch."""
    return show_all(aa.study(workspace, "canal", "2023", "nl"))


CODES = {
    "trust_loyalty": ("mutual-trust", "enabler"),
    "flexibility": ("movable-plans", "constraint"),
    "": (None, None),
    "?": (None, None),
}
"""Theme to factor and polarity of the passages below; none, and one left to a person."""
SAME = {
    "alliance": "canal", "document": "report.txt", "page": pd.NA, "language": "en", "cues": "",
    "coder": "default", "codebook": "1", "corrected": "",
}  # fmt: skip


@pytest.fixture(scope="session")
def saying(study: Study) -> Callable[..., Study]:
    """A function that returns Canal with other passages in its reports: wave to keys of CODES."""

    def say(**waves: str) -> Study:
        rows = [
            {
                "wave": wave.strip("_"),
                "paragraph": number,
                "text": f"Passage {number} of {wave}.",
                "said": said,
            }
            for wave, themes in waves.items()
            for number, said in enumerate(themes.split(","), 1)
        ]
        coded = pd.DataFrame(rows)
        factors, leanings = ([CODES[said][place] for said in coded["said"]] for place in (0, 1))
        coded = coded.assign(
            theme=[said if len(said) > 1 else None for said in coded["said"]],
            factor=factors,
            polarity=leanings,
            abstained=coded["said"] == "?",
            why=coded["said"].map({"?": "grey"}).fillna(""),
            score=[1 / row for row in coded["paragraph"]],
            **dict.fromkeys(["prototype", "likeness", "runner_up", "runner_up_score", "span"]),
            **SAME,
        )
        made = replace(study)
        made.__dict__.update(history=study.history, codes=coded, coded=coded)
        return made

    return say


@pytest.fixture(scope="session")
def ferry(workspace: Workspace) -> Study:
    """An instrument with names, levels and points of its own; one wave, no reports, no themes."""
    return aa.study(workspace, "ferry")


@pytest.fixture(scope="session")
def ferry_shown(ferry: Study, show_all: Callable[[Study], Exhibits]) -> Exhibits:
    return show_all(ferry)


@pytest.fixture(scope="session")
def flat(tmp_path_factory: pytest.TempPathFactory, world: Path) -> Study:
    """Ferry with an instrument of dimensions only; nobody said how many were invited."""
    folder = shutil.copytree(world / "ferry", tmp_path_factory.mktemp("flat") / "ferry")
    instrument = folder / "instrument.yml"
    instrument.write_text(re.sub(r" *pillar: .*\n", "", instrument.read_text()))
    (folder / "invited.csv").unlink()
    return aa.study(folder)


@pytest.fixture(scope="session")
def flat_shown(flat: Study, show_all: Callable[[Study], Exhibits]) -> Exhibits:
    return show_all(flat)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, write_alliance: Callable[..., Path]) -> Study:
    """Nine were invited, five and four, and all of them answered."""
    return aa.study(write_alliance(tmp_path_factory.mktemp("tiny"), TINY))


@pytest.fixture(scope="session")
def moving(
    tmp_path_factory: pytest.TempPathFactory,
    write_alliance: Callable[..., Path],
    canal: dict[str, pd.DataFrame],
) -> Callable[[int], Study]:
    """A function that opens the study of two waves of thirty people; so many left, and as many came."""

    def open_study(exchanged: int) -> Study:
        before, now = (canal[wave].assign(partner="Quay", level="tactical") for wave in ("2024", "2025"))
        now.loc[now.index[30 - exchanged :], "mail"] = [f"new-{n}@example.org" for n in range(exchanged)]
        folder = tmp_path_factory.mktemp("moving") / "quay"
        (folder / "keys").mkdir(parents=True)
        (folder / "keys" / "link.key").write_text("not a secret")
        waves = {"2024": before, "2025": now}
        return aa.study(write_alliance(folder, {"Quay": {"tactical": (40, 30)}}, waves))

    return open_study


@pytest.fixture(scope="session")
def exchanged(moving: Callable[[int], Study]) -> Study:
    """Two waves of thirty people: twenty stayed, ten left and ten came."""
    return moving(10)


@pytest.fixture(scope="session")
def few_exchanged(moving: Callable[[int], Study]) -> Study:
    """Two waves of thirty people: twenty-seven stayed, three left and three came."""
    return moving(3)


@pytest.fixture(scope="session")
def silent(tmp_path_factory: pytest.TempPathFactory, write_alliance: Callable[..., Path]) -> Study:
    """Nine were invited, and four answered."""
    return aa.study(write_alliance(tmp_path_factory.mktemp("silent"), SILENT))


@pytest.fixture(scope="session")
def silent_shown(silent: Study, show_all: Callable[[Study], Exhibits]) -> Exhibits:
    return show_all(silent)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, world: Path) -> Path:
    """The world with registers in Canal: agreements after 2024, a plan of 2025 and assumptions."""
    folder = shutil.copytree(world, tmp_path_factory.mktemp("kept") / "world")
    canal = folder / "canal"
    (canal / "2024" / "agreements.csv").write_text(
        "what,who,by_when,pillar,status\n"
        "Visit,Tide Lab,2026-01-01,1,open\nReport,Harbour Office,2026-01-01,6,done\n"
    )
    (canal / "2025" / "plan.csv").write_text(
        "objective,owner,target,actual,start,better,pillar\n"
        "Ships a day,Tide Lab,40,30,20,higher,5\nWaiting hours,Harbour Office,soon,3,,lower,\n"
    )
    (canal / "assumptions.csv").write_text(
        "assumption,how_seen,by,status,learned,owner\n"
        "Skippers notice,Ask them,2020-01-01,open,,Tide Lab\n"
        "Locks are the limit,Count,2024-01-01,refuted,Bridges are,Tide Lab\n"
    )
    return folder


@pytest.fixture(scope="session")
def kept_study(kept: Path) -> Study:
    """Canal in its third wave, with registers."""
    return aa.study(kept, "canal")


PRACTICE = {
    "services.csv": "service,hours_low,hours_high\nstart-up,1,2\nreporting,2,4\ncontract-management,1,2\n"
    "decision-planning,2,4\nrisk-management,4,8\n",
    "people.csv": "person,hours_low,hours_high,services\nLead north,20,30,\nLead south,12,20,\n"
    "Contracts desk,5,10,contract-management\n",
    "care.csv": "alliance,person,service_level,criticality\ncanal,Lead north,higher,5\nferry,,basic,2\n",
    "front_door.csv": "relation,partner,rater,rated,criticality,cross_functionality,"
    "partner_interconnectivity\nNight shift,Tide Lab,A,2025-01-10,4,4,5\n",
    "links.csv": "partner,tied_to\nTide Lab,Data Hub\n",
    "service_agreements.csv": "alliance,service,period,agreed,delivered\n"
    "canal,reporting,2025-01-15,4,3\ncanal,reporting,2025-04-15,4,4\n",
    "decisions.csv": "alliance,decision,due,taken\ncanal,Who pays,2025-02-01,2025-01-28\n"
    "ferry,Opening hours,2025-05-01,\n",
    "meetings.csv": "alliance,date,decided,updated,minutes\n"
    "canal,2025-01-10,0,6,180\nferry,2025-04-10,3,1,60\n",
    "canal/process.csv": "step,name,owner,next,back_to,pillar,theme\nask,Ask,Harbour Office,check,,3,\n"
    "check,Check,Tide Lab,do,ask,5,decision_making\ndo,Do it,Tide Lab,,,,\n",
}
"""Registers of how the two alliances, and one that only the front door knows, are looked after."""


@pytest.fixture
def practised(tmp_path: Path, world: Path) -> Callable[..., Path]:
    """Return a function that writes a workspace with registers; a text of None leaves one out."""

    def write(**changed: str | None) -> Path:
        root = shutil.copytree(world, tmp_path / "practised")
        given = {Path(name).stem: name for name in PRACTICE}
        for register in {**given, **changed}:
            name = given.get(register, f"{register}.csv")
            text = changed.get(register, PRACTICE.get(name))
            if text is not None:
                (root / name).write_text(text, encoding="utf-8")
        return root

    return write
