"""The data dictionary: everything the model holds, as one page to read.

The page is made from the model's files, so that it cannot say anything else. It stands in `docs`.
"""

from __future__ import annotations

from alliance_analytics.model.answer_scales import AnswerScale, AnswerScales, answer_scales
from alliance_analytics.model.building_blocks import BuildingBlock, BuildingBlocks, building_blocks
from alliance_analytics.model.dimensions import PILLAR_IDS, Dimensions, dimensions
from alliance_analytics.model.formation import Formation, formation
from alliance_analytics.model.front_door import CRITERION_IDS, FrontDoor, front_door
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.markdown import Column, code, section, table
from alliance_analytics.model.sourced import LANGUAGES, Basis, Language, Source
from alliance_analytics.model.stages import Evidence, Stage, StageModel, stage_model
from alliance_analytics.model.themes import Theme, Themes, themes

OPENING = """\
# Data dictionary

Every id that data, figures and pages use, what it stands for, and where it comes from. This page is made from
the files in `alliance_analytics/model/data`; change those, and make it again.

A source stands with its basis: *stated*, the text says so; *our reading*, we take it from the text; *our
convention*, the text is silent and the rule is this project's."""

ID = Column("id", lambda entry: code(entry.id))
NAMES = (
    Column("English", lambda entry: entry.name.en),
    Column("Nederlands", lambda entry: entry.name.nl),
)
DESCRIPTION = Column("what it is", lambda entry: entry.description.en)
BECAUSE = Column("because", lambda entry: entry.because.en)
SOURCE = Column("source", lambda entry: _from(entry.source, entry.basis))

MARKS = {"dominant": "●", "secondary": "○", None: ""}


def data_dictionary() -> str:
    """Return the data dictionary as Markdown, with a line break at its end."""
    parts = (
        OPENING,
        _dimensions(dimensions()),
        _blocks(building_blocks()),
        _stages(stage_model()),
        _themes(themes()),
        _front_door(front_door()),
        _formation(formation()),
        _answer_scales(answer_scales()),
        _instrument(default_instrument()),
    )
    return "\n\n".join(parts) + "\n"


def _from(source: Source | None, basis: Basis) -> str:
    return f"*{source.work}*, {source.section} ({basis})" if source else basis


def _dimensions(model: Dimensions) -> str:
    friction = Column(
        "balance between", lambda entry: f"{entry.friction.good.en} and {entry.friction.bad.en}"
    )
    managed = Column("what is managed", lambda entry: entry.managed.en)
    dimension = Column("dimension", lambda entry: code(entry.dimension))
    return section(
        "Dimensions and pillars",
        model.caveat.text.en,
        table(model.dimensions, ID, *NAMES, friction, managed, SOURCE),
        table(model.pillars, ID, dimension, *NAMES, DESCRIPTION, SOURCE),
    )


def _blocks(model: BuildingBlocks) -> str:
    number = Column("", lambda block: block.number)
    does = Column("what it does", lambda block: block.does.en)
    basis = Column("source", lambda block: _from(block.contribution_source, block.contribution_basis))
    return section(
        "Building blocks",
        model.caveat.text.en,
        table(model.blocks, number, ID, *NAMES, does, SOURCE),
        "Pillars a block serves: ● dominantly, ○ secondarily; bold where the text itself names the pillar.",
        table(model.blocks, ID, *map(_pillar, PILLAR_IDS), basis),
        "What a block contributes may change as the alliance moves on:",
        _shifts(model),
    )


def _pillar(pillar_id: str) -> Column:
    return Column(pillar_id, lambda block: _contribution(block, pillar_id))


def _contribution(block: BuildingBlock, pillar_id: str) -> str:
    mark = MARKS[block.contribution(pillar_id)]
    return f"**{mark}**" if mark and block.basis_for(pillar_id) == "stated" else mark


def _shifts(model: BuildingBlocks) -> str:
    return "\n".join(
        f"- {code(block.id)}, {shift.when.en}: {shift.change.en} {_from(shift.source, shift.basis)}"
        for block in model.blocks
        for shift in block.shifts
    )


def _stages(model: StageModel) -> str:
    return section("Development stages", *(part for stage in model.stages for part in _stage(stage)))


def _stage(stage: Stage) -> tuple[str, ...]:
    rule = stage.reached_when
    share = f" Reached with {rule.share:.0%} of the weight of its rule." if rule else ""
    evidence = Column(
        "evidence, with cut-off (points) and weight", lambda mark: "; ".join(map(_evidence, mark.evidence))
    )
    return (
        f"### {code(stage.id)}: {stage.name.en} / {stage.name.nl}",
        f"{stage.description.en}{share} {_from(stage.source, stage.basis)}",
        table(stage.marks, ID, *NAMES, evidence, SOURCE),
    )


def _evidence(evidence: Evidence) -> str:
    scale = f"{evidence.scale} {evidence.name or ''}".strip()
    return f"{scale}: {evidence.cut_off:g}, {evidence.weight:g}"


def _themes(model: Themes) -> str:
    parts = (part for theme in model.themes for part in _theme(theme))
    return section("Success themes", model.caveat.text.en, *parts)


def _theme(theme: Theme) -> tuple[str, ...]:
    valence = Column("valence", lambda factor: factor.valence)
    return (
        f"### {code(theme.id)}: {theme.name.en} / {theme.name.nl}",
        f"{theme.definition.en} {_from(theme.source, theme.basis)}",
        f"Coded as this theme: {theme.include.en}",
        f"Not coded as this theme: {theme.exclude.en} {_from(theme.coding_source, theme.coding_basis)}",
        table(theme.factors, ID, valence, *NAMES, SOURCE),
    )


def _front_door(model: FrontDoor) -> str:
    low = Column("low", lambda criterion: criterion.low.en)
    high = Column("high", lambda criterion: criterion.high.en)
    services = Column(
        "services", lambda level: ", ".join(code(service.id) for service in model.services(level.id))
    )
    return section(
        "Front door",
        model.caveat.text.en,
        _ratings(model),
        table(model.criteria, ID, *NAMES, DESCRIPTION, low, high, SOURCE),
        table(model.resourcing, ID, *NAMES, DESCRIPTION, SOURCE),
        table(model.service_levels, ID, *NAMES, services, SOURCE),
        _placement(model),
    )


def _ratings(model: FrontDoor) -> str:
    ratings, cadence = model.ratings, model.cadence
    return (
        f"Each criterion is rated from {ratings.lowest} to {ratings.highest}; {ratings.high_from} and above "
        f"is high. {_from(ratings.source, ratings.basis)} Ratings are looked at again after "
        f"{cadence.first_after_months} months, and every {cadence.then_every_months} months from then on. "
        f"{_from(cadence.source, cadence.basis)}"
    )


def _placement(model: FrontDoor) -> str:
    resourcing = Column("resourcing", lambda corner: code(corner.resourcing))
    level = Column("service level", lambda corner: code(corner.service_level))
    return table(model.placement, *map(_side, CRITERION_IDS), resourcing, level, BECAUSE, SOURCE)


def _side(criterion_id: str) -> Column:
    return Column(criterion_id, lambda corner: getattr(corner.at, criterion_id))


def _formation(model: Formation) -> str:
    otherwise = Column("if not, rather", lambda entry: ", ".join(map(code, entry.otherwise)))
    described = (ID, *NAMES, DESCRIPTION, SOURCE)
    return section(
        "Formation",
        model.caveat.text.en,
        "Forms of working together, from loose to tight:",
        table(model.forms, *described),
        "Conditions that hold together where an alliance is preferable:",
        table(model.conditions, ID, *NAMES, DESCRIPTION, otherwise, SOURCE),
        "Reasons to form one:",
        table(model.reasons, *described),
        "Resistance to expect:",
        table(model.resistances, *described),
        "Go ahead when:",
        table(model.readiness, *described),
        "Steps of formation:",
        table(model.steps, *described),
        "Processes that keep it effective:",
        table(model.processes, *described),
        "What evaluation asks for:",
        table(model.outcomes, *described),
    )


def _answer_scales(model: AnswerScales) -> str:
    points = Column("points", lambda scale: scale.points)
    kind = Column("kind", lambda missing: code(missing.kind))
    return section(
        "Answer scales",
        "Point 1 is the strongest disagreement. Other labels are read too: see `answer_scales.yml`.",
        table(model.scales, ID, points, *map(_printed, LANGUAGES), SOURCE),
        "Kinds of missing answer, with the label that a form prints:",
        table(model.missing, kind, *map(_printed_missing, LANGUAGES), SOURCE),
    )


def _printed(language: Language) -> Column:
    def labels(scale: AnswerScale) -> str:
        points = range(1, scale.points + 1)
        return "; ".join(f"{point} {scale.canonical(point, language)}" for point in points)

    return Column(f"labels, {language}", labels)


def _printed_missing(language: Language) -> Column:
    return Column(f"label, {language}", lambda missing: missing.canonical(language))


def _instrument(instrument: Instrument) -> str:
    kind = Column("kind", lambda item: item.kind)
    direction = Column("direction", lambda item: item.direction if item.is_scored else "")
    return section(
        "Questions of the default instrument",
        f"{instrument.title.en}, version {instrument.version}, answered on {code(instrument.answer_scale)}. "
        "Answers to a statement with a negative direction are turned before scoring: higher is better.",
        table(
            instrument.items,
            ID,
            kind,
            Column("speaks to", _speaks_to),
            direction,
            *map(_asked, instrument.languages),
            SOURCE,
        ),
    )


def _asked(language: str) -> Column:
    return Column(f"as asked, {language}", lambda item: item.asked(language))


def _speaks_to(item: Item) -> str:
    pillar = f"pillar {item.pillar}" if item.pillar else ""
    return ", ".join(filter(None, [pillar, item.dimension, *item.themes, item.mark]))
