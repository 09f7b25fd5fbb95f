"""What to talk about at the conference: the widest gap, the weakest pillars, the stage."""

from __future__ import annotations

from collections.abc import Iterator

from alliance_analytics.interpret.priorities import blocks_for
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import PILLAR_IDS
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.review.cells import Cells, Record, in_sentence
from alliance_analytics.review.development.development import most_missing
from alliance_analytics.review.groups import gap_in_words, widest
from alliance_analytics.review.labels import block_names
from alliance_analytics.review.study import Study

SECTION = "agenda"
MOST_BLOCKS = 4
"""Blocks named a pillar, those that matter most first."""


def agenda(study: Study) -> Exhibit:
    """Show the topics for the conference, each with its finding."""
    points = [*_gap(study), *_weak(study), *_stage(study)]
    return Exhibit(
        "agenda-topics",
        SECTION,
        study.say("agenda.headline"),
        points=tuple(points) or (study.say("agenda.nothing"),),
        notes=(study.say("agenda.caveat"),) if points else (),
        language=study.language,
    )


def _gap(study: Study) -> Iterator[str]:
    differences = study.gaps("partner")
    if len(differences) and widest(differences)["ci_low"] > 0:
        yield study.say("agenda.gap", **gap_in_words(study, "partner", widest(differences)))


def _weak(study: Study) -> Iterator[str]:
    for record in study.weakest.to_dict("records"):
        yield " ".join([_score(study, record), *_blocks(study, record["pillar"])])


def _score(study: Study, record: Record) -> str:
    cells, pillar = Cells(study.say, study.language), record["pillar"]
    dimensions = {item.pillar: item.dimension for item in study.instrument.scored if item.pillar}
    bad, good = study.labels.frictions.get(dimensions.get(pillar) or pillar, ("", ""))
    return study.say(
        "agenda.weak" if bad else "agenda.weak_plain",
        pillar=study.labels.of(study.main_scale)[pillar],
        mean=cells.score(record["mean"]),
        interval=cells.interval(record["ci_low"], record["ci_high"]),
        bad=bad,
        good=good,
    )


def _blocks(study: Study, pillar: str) -> Iterator[str]:
    """Say which blocks serve a pillar of the model; an instrument's own pillars have none."""
    if pillar not in PILLAR_IDS:
        return
    in_place = study.registers.blocks.waves[study.wave]
    stage_id = study.stage["stage"] if study.stage["placed"] else None
    serving = blocks_for(
        pillar, building_blocks(), in_place, study.stages.stage(stage_id) if stage_id else None
    )
    missing = serving[~serving["in_place"]]["block"]
    known = "agenda.blocks_missing" if len(missing) else "agenda.blocks_present"
    key = known if in_place else "agenda.blocks_unknown"
    chosen = list(missing if len(missing) else serving["block"])[:MOST_BLOCKS]
    names = block_names(chosen, study.language).values()
    yield study.say(key, blocks=Cells(study.say, study.language).listed(map(in_sentence, names)))


def _stage(study: Study) -> Iterator[str]:
    marks = most_missing(study)
    if marks:
        stage = in_sentence(study.labels.stages[study.stage["stage"]])
        yield study.say("agenda.stage", stage=stage, marks="; ".join(marks))
