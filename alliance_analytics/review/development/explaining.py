"""A stage model as text for people: every mark, what counts for it, at which cut-off, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator

from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import dimensions
from alliance_analytics.model.sourced import Sourced
from alliance_analytics.model.stages import GAP, Evidence, Mark, Rule, Stage, StageModel
from alliance_analytics.model.themes import themes
from alliance_analytics.publish.wording import Words, number, words

INDENT = "  "


def explain(model: StageModel, language: str) -> str:
    """Return a stage model in sentences.

    Parameters
    ----------
    model : StageModel
        As written, or fitted to an instrument.
    language : str
        ``'en'`` or ``'nl'``.
    """
    say = words("development", language)
    return "\n".join([*_conventions(model, say, language), *_stages(model, say, language)])


def _conventions(model: StageModel, say: Words, language: str) -> Iterator[str]:
    told = model.conventions
    yield say("explain.version", version=model.version)
    yield say(
        "explain.conventions",
        move=number(told.cut_off_move, 2, language),
        draws=told.draws,
        correlation=number(told.correlation, 1, language),
        clear=number(100 * told.clear, 0, language),
        measured=number(100 * told.measured, 0, language),
    )


def _stages(model: StageModel, say: Words, language: str) -> Iterator[str]:
    for stage in model.stages:
        yield f"\n{stage.name[language].upper()}  [{_whose(stage, say)}]"
        yield INDENT + stage.description[language]
        for mark in stage.marks:
            yield from _mark(mark, say, language)
        if stage.reached_when:
            yield from _rule(model, stage.reached_when, say, language)
        yield from _foreground(stage, say, language)


def _mark(mark: Mark, say: Words, language: str) -> Iterator[str]:
    left_behind = say("explain.left_behind") if mark.left_behind else ""
    yield f"{INDENT}• {mark.name[language]}{left_behind}  [{_whose(mark, say)}]"
    for entry in mark.evidence:
        cut_off = say(f"explain.{entry.shown_by}", cut_off=number(entry.cut_off, 2, language))
        weight = say("explain.weight", weight=number(entry.weight, 2, language))
        name = evidence_name(entry, say, language)
        yield f"{INDENT * 3}{name}: {cut_off}; {weight}  [{_whose(entry, say)}]"
        yield f"{INDENT * 4}{entry.because[language]}"


def evidence_name(entry: Evidence, say: Words, language: str) -> str:
    """Return what a piece of evidence is called."""
    if entry.name is None:
        return say("explain.statements")
    return say(f"explain.scale_{entry.scale}", name=_name(entry.scale, entry.name, language))


def _name(scale: str, name: str, language: str) -> str:
    model = dimensions()
    known = {
        "pillar": {each.id: f"{each.id} {each.short_name[language]}" for each in model.pillars},
        "dimension": {each.id: each.name[language] for each in model.dimensions},
        GAP: {each.id: each.name[language] for each in model.dimensions},
        "theme": {each.id: each.short_name[language] for each in themes().themes},
        "passages": {each.id: each.short_name[language] for each in themes().themes},
        "block": {each.id: each.name[language] for each in building_blocks().blocks},
    }
    return known.get(scale, {}).get(name, name)


def _rule(model: StageModel, rule: Rule, say: Words, language: str) -> Iterator[str]:
    share = number(100 * rule.share, 0, language)
    yield INDENT + say("explain.rule", share=share) + f"  [{_whose(rule, say)}]"
    for entry in rule.marks:
        weight = say("explain.weight", weight=number(entry.weight, 0, language))
        yield f"{INDENT * 3}{model.mark(entry.mark).name[language]}: {weight}"
    yield f"{INDENT * 2}{rule.because[language]}"


def _foreground(stage: Stage, say: Words, language: str) -> Iterator[str]:
    for entry in stage.foreground:
        block = building_blocks().block(entry.block).name[language]
        pillar = _name("pillar", entry.pillar, language)
        yield INDENT + say("explain.foreground", block=block, pillar=pillar) + f"  [{_whose(entry, say)}]"


def _whose(entry: Sourced, say: Words) -> str:
    basis = say(f"basis.{entry.basis.replace(' ', '_')}")
    return (
        basis
        if entry.source.work == "this project"
        else f"{entry.source.work} {entry.source.section}; {basis}"
    )
