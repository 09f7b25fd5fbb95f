"""Building blocks: which serve the weak pillars, what is missing first, and what moved since each came."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from alliance_analytics.interpret.learning.blocks import moved_since, since_when
from alliance_analytics.interpret.priorities import blocks_for
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import PILLAR_IDS
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Record
from alliance_analytics.review.claims import CHANGE_COLUMNS, with_claims
from alliance_analytics.review.comparing import released_changes
from alliance_analytics.review.labels import block_names
from alliance_analytics.review.parts import released_parts
from alliance_analytics.review.register_tables import movement_cell, problem_notes
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "agenda"


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
        table_open=True,
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
        table=_since_table(study, table.drop(index=others.index)),
        notes=(say("since.note"),),
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
    """Return the released changes from some earlier waves to this one, each judged among its pillars."""
    now, parts = study.history.now, []
    for before in (wave for wave in study.history.waves if wave.wave in baselines):
        comparable = study.workspace.item_changes(study.alliance, before.wave, now.wave).comparable
        apart = released_parts(before, now, comparable)
        parts.append(with_claims(released_changes(before, now, comparable), apart))
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=CHANGE_COLUMNS)


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
    say, names = words("development", study.language), block_names(table["block"], study.language)
    rows = [(names[row["block"]], *_since_cells(study, row)) for row in table.to_dict("records")]
    header = tuple(
        say(f"column.{key}") for key in ("block", "since", "pillar", "contribution", "pillar_since")
    )
    return shown_table(study.say, say("since.caption"), header, rows)


def _since_cells(study: Study, row: Record) -> tuple[str, ...]:
    say = words("development", study.language)
    if not isinstance(row["pillar"], str):
        first = say("since.from_start", wave=row["since"])
        return first, say("since.all_pillars"), say("since.all_pillars"), say("movement.cannot_tell")
    pillar = study.labels.pillars.get(row["pillar"], row["pillar"])
    return row["since"], pillar, say(f"contribution.{row['contribution']}"), movement_cell(study, row)
