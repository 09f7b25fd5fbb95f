"""Building blocks: which serve the weak pillars, what is missing first, and what moved since each came."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from alliance_analytics.interpret.learning.blocks import moved_since, since_when
from alliance_analytics.interpret.learning.movement import CANNOT_TELL, MOVED, NOT_MOVED, change_of_shown
from alliance_analytics.interpret.priorities import blocks_for
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import PILLAR_IDS
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.release_plan import GROUP
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, in_sentence
from alliance_analytics.review.change.claims import CHANGE_COLUMNS
from alliance_analytics.review.change.comparing import shared_of
from alliance_analytics.review.conference.register_tables import change_cell, problem_notes
from alliance_analytics.review.labels import block_names
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.review.waves import MeasuredWave

SECTION = "agenda"
MOVEMENTS = (MOVED, NOT_MOVED, CANNOT_TELL)


def blocks(study: Study) -> Exhibit | None:
    """Show the building blocks that serve the weakest pillars, those missing first; None without any."""
    table = blocks_of_weak_pillars(study)
    if table.empty:
        return None
    say, in_place = words("development", study.language), study.registers.blocks.waves[study.wave]
    return Exhibit(
        "building-blocks",
        SECTION,
        say("blocks.headline" if in_place else "blocks.unknown", count=len(in_place)),
        table=_serving_table(study, table, known=bool(in_place)),
        notes=(_caveat(study), *problem_notes(study, study.registers.blocks.problems)),
        language=study.language,
    )


def blocks_since(study: Study) -> Exhibit | None:
    """Show whether the pillars that a block serves moved since it came; None where no block is told."""
    in_place = study.registers.blocks.waves
    baselines = {before for _, before in since_when(in_place).values() if before}
    table = moved_since(
        in_place, _changes_since(study, baselines), building_blocks(), study.instrument.points
    )
    if table.empty:
        return None
    say, known = words("development", study.language), table[table["contribution"].notna()]
    others = table[table["pillar"].notna() & table["contribution"].isna()]
    return Exhibit(
        "building-blocks-since",
        SECTION,
        say("since.headline" if len(known) else "since.none", moved=_moved(known), all=len(known)),
        paragraphs=(
            *((say("since.others", moved=_moved(others), all=len(others)),) if len(known) else ()),
            say("since.caveat"),
        ),
        table=_since_table(study, known) if len(known) else None,
        notes=(*_from_the_start(study, table), *((say("since.note"),) if len(known) else ())),
        language=study.language,
    )


def blocks_of_weak_pillars(study: Study) -> pd.DataFrame:
    """Return the blocks that serve each of the weakest pillars: pillar and columns of ``blocks_for``."""
    in_place, stage_id = study.registers.blocks.waves[study.wave], study.stage["stage"]
    stage = study.stages.stage(stage_id) if study.stage["placed"] else None
    weak = [pillar for pillar in study.weakest["pillar"] if pillar in PILLAR_IDS]
    parts = [blocks_for(pillar, building_blocks(), in_place, stage).assign(pillar=pillar) for pillar in weak]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["pillar", "block"])


def _changes_since(study: Study, baselines: Collection[str]) -> pd.DataFrame:
    """Return the changes of pillars from some earlier waves to this one.

    From the wave before, the change that was released; from one further back, of which no release plan
    decided anything together with this wave, what follows from the means that both show.
    """
    before = study.history.before
    parts = [
        study.history.changed_in(study.wave)[0]
        if before and wave.wave == before.wave
        else _from_shown(study, wave)
        for wave in study.history.waves
        if wave.wave in baselines
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=CHANGE_COLUMNS)


def _from_shown(study: Study, before: MeasuredWave) -> pd.DataFrame:
    """Return the changes of pillars that both waves asked in the same words."""
    now = study.history.now
    comparable = study.workspace.item_changes(study.alliance, before.wave, now.wave).comparable
    alike = [
        name
        for name in now.instrument.scales("pillar")
        if name in before.scores["pillar"] and not shared_of(before, now, "pillar", name, comparable).others
    ]
    found = change_of_shown(*(_everybody(wave, alike) for wave in (before, now)))
    return found.assign(previous_wave=before.wave, scale="pillar")


def _everybody(wave: MeasuredWave, pillars: Collection[str]) -> pd.DataFrame:
    table = wave.released
    asked = (table["scale"] == "pillar") & table["name"].isin(list(pillars))
    return table[asked & table[GROUP].isna().all(axis=1)]


def _moved(rows: pd.DataFrame) -> int:
    return int((rows["movement"] == "moved").sum())


def _caveat(study: Study) -> str:
    return building_blocks().caveat.text[study.language]


def _serving_table(study: Study, table: pd.DataFrame, *, known: bool) -> Table:
    say, names = words("development", study.language), block_names(table["block"], study.language)
    rows = [
        (
            study.labels.of(study.main_scale)[row["pillar"]],
            names[row["block"]],
            say("block.in_place" if row["in_place"] else "block.absent") if known else say("not_told"),
            say(f"contribution.{row['contribution']}{'_shifted' if row['shifted'] else ''}"),
            say(f"basis.{row['basis'].replace(' ', '_')}"),
        )
        for row in table.to_dict("records")
    ]
    keys = ("pillar", "block", "in_place", "contribution", "basis")
    header = tuple(say(f"column.{key}") for key in keys)
    return shown_table(study.say, say("blocks.caption", wave=study.wave), header, rows)


def _since_table(study: Study, table: pd.DataFrame) -> Table:
    """Return one row a block: which of its pillars moved since it came, which did not, and the others."""
    say, names = words("development", study.language), block_names(table["block"], study.language)
    rows = [
        (
            names[str(block)],
            part["since"].iloc[0],
            *(_pillars_that(study, part[part["movement"] == each]) for each in MOVEMENTS),
        )
        for block, part in table.groupby("block", sort=False)
    ]
    header = (say("column.block"), say("column.since"), *(say(f"column.{each}") for each in MOVEMENTS))
    return shown_table(study.say, say("since.caption"), header, rows)


def _pillars_that(study: Study, rows: pd.DataFrame) -> str:
    cells = [
        f"{study.labels.pillars.get(row['pillar'], row['pillar'])} {change}".strip()
        for row in rows.to_dict("records")
        for change in [change_cell(study, row)]
    ]
    return "; ".join(cells) or words("development", study.language)("since.no_pillar")


def _from_the_start(study: Study, table: pd.DataFrame) -> tuple[str, ...]:
    """Return which blocks have no wave without them, so that nothing can be told of before and after."""
    first = table[table["pillar"].isna()]
    if first.empty:
        return ()
    names = block_names(first["block"], study.language)
    say, cells = words("development", study.language), Cells(study.say, study.language)
    listed = cells.listed(in_sentence(names[block]) for block in first["block"])
    return (say("since.from_start", wave=first["since"].iloc[0], blocks=listed),)
