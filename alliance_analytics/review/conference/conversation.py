"""From findings to topics for a conference: three to six, each with what to ask whom.

Where partners see different alliances, that gap comes first. Everything said here is released already, and a
sentence with a number has its interval beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alliance_analytics.interpret.learning.agreements import DONE, kept_agreements
from alliance_analytics.interpret.learning.assumptions import known_assumptions
from alliance_analytics.interpret.priorities import blocks_for
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import DIMENSION_IDS, PILLAR_IDS, dimensions
from alliance_analytics.publish.guide.guide import Question, Topic
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.cells import Cells, Record, in_sentence
from alliance_analytics.review.conference.register_tables import moved_pillars
from alliance_analytics.review.development.development import most_missing
from alliance_analytics.review.development.path import path_in_words
from alliance_analytics.review.groups import gap_in_words, widest
from alliance_analytics.review.labels import block_names
from alliance_analytics.review.study import Study

FEWEST, MOST = 3, 6
LEVELS = ("strategic", "tactical", "operational")
"""Levels that have questions of their own."""
WEAK = 2
"""Weak pillars that come before other topics; the others fill what room is left."""
MOST_BLOCKS = 4
MOST_NAMED = 3
MASTERING = "Mastering Alliances"
LEARN_FAST = ("Bridging the gap to the next normal", "learn fast")
WITHOUT_NUMBERS = ("silence", "objective", "measure")
"""Topics for an alliance of which little may be told."""


def topics(study: Study) -> tuple[Topic, ...]:
    """Return three to six topics for the conference, the most pressing first.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    """
    weak = list(_weak(study))
    found = [
        *_gap(study, "partner"),
        *weak[:WEAK],
        *_stage(study),
        *_agreed(study),
        *_gap(study, "level"),
        *_assumed(study),
        *weak[WEAK:],
    ][:MOST]
    missing = max(FEWEST - len(found), 0)
    return (*found, *(_plain(study, kind) for kind in WITHOUT_NUMBERS[:missing]))


def _gap(study: Study, by: str) -> Iterator[Topic]:
    differences = study.gaps(by)
    if differences.empty or widest(differences)["ci_low"] <= 0:
        return
    gap = widest(differences)
    kind, name, say = f"{by}_gap", str(gap["name"]), _say(study)
    known = name in DIMENSION_IDS
    served = [p.id for p in dimensions().pillars if p.dimension == name] if known else []
    yield Topic(
        kind,
        say(f"{kind}.title"),
        say(f"{kind}.finding", **gap_in_words(study, by, gap)),
        (say(f"{kind}.why"), *_friction(study, name)),
        _source(study, MASTERING, "1.1; 2.1"),
        _questions(study, kind),
        _blocks(study, served),
    )


def _weak(study: Study) -> Iterator[Topic]:
    say = _say(study)
    for record in study.weakest.head(MOST).to_dict("records"):
        pillar = record["pillar"]
        name, dimension = study.labels.of(study.main_scale)[pillar], _dimension_of(study, pillar)
        title = "weak.title_lowest" if record["clearly_lowest"] else "weak.title_low"
        yield Topic(
            "weak",
            say(title, pillar=name),
            _weak_finding(study, record, in_sentence(name)),
            (_why_pillar(study, pillar), *_friction(study, dimension)),
            _pillar_source(study, pillar),
            _questions(study, "weak", pillar),
            _blocks(study, [pillar] if pillar in PILLAR_IDS else []),
        )


def _weak_finding(study: Study, record: Record, name: str) -> str:
    say, cells = _say(study), Cells(study.say, study.language)
    values = {
        "pillar": name,
        "points": study.instrument.points,
        "mean": cells.score(record["mean"]),
        "interval": cells.interval(record["ci_low"], record["ci_high"]),
    }
    changes = study.changes(study.main_scale)
    own = changes[(changes["name"] == record["pillar"]) & changes["shown"].astype(bool)]
    if own.empty:
        return say("weak.finding", **values)
    change, interval = cells.change_of(own.iloc[0].to_dict())
    previous = own["previous_wave"].iloc[0]
    return say("weak.finding_changed", **values, previous=previous, change=change, change_interval=interval)


def _why_pillar(study: Study, pillar: str) -> str:
    say = _say(study)
    if pillar not in PILLAR_IDS:
        return say("weak.why_plain")
    return say("weak.why", description=dimensions().pillar(pillar).description[study.language])


def _pillar_source(study: Study, pillar: str) -> str:
    if pillar not in PILLAR_IDS:
        return _source(study, MASTERING, "2.1")
    source = dimensions().pillar(pillar).source
    return _source(study, source.work, source.section)


def _stage(study: Study) -> Iterator[Topic]:
    found, cells, say = study.stage, Cells(study.say, study.language), _say(study)
    if not found["placed"]:
        return
    marks = most_missing(study)
    why = say("stage.why_last")
    if marks:
        following = in_sentence(study.labels.stages[study.missing_for_next["next_stage"].iloc[0]])
        why = say("stage.why", next=following, marks="; ".join(marks))
    finding = say(
        "stage.finding",
        stage=in_sentence(study.labels.stages[found["stage"]]),
        share=cells.share(found["share"]),
        interval=cells.share_range(found["low"], found["high"]),
    )
    source = _source(study, MASTERING, "4.7")
    yield Topic(
        "stage",
        say("stage.title"),
        finding,
        (*path_in_words(study), why),
        source,
        _questions(study, "stage"),
        _stage_blocks(study),
    )


def _agreed(study: Study) -> Iterator[Topic]:
    register = study.registers.agreed_before
    if register is None or register.rows.empty:
        return
    kept, say = kept_agreements(register.rows, moved_pillars(study)), _say(study)
    undone = kept[kept["outcome"] != DONE]
    if undone.empty:
        return
    named = "; ".join(undone["what"].head(MOST_NAMED))
    finding = say("agreed.finding", all=len(kept), open=len(undone), named=named)
    pillars = [pillar for pillar in undone["pillar"].dropna().unique() if pillar in PILLAR_IDS]
    why, source = (say("agreed.why"),), _source(study, MASTERING, "3.17; 3.18")
    yield Topic(
        "agreed",
        say("agreed.title"),
        finding,
        why,
        source,
        _questions(study, "agreed"),
        _blocks(study, pillars),
    )


def _assumed(study: Study) -> Iterator[Topic]:
    day = study.workspace.date(study.alliance, study.wave)
    if day is None:
        return
    known, say = known_assumptions(study.registers.assumptions.rows, day), _say(study)
    late = known[known["state"] == "overdue"]
    if late.empty:
        return
    finding = say("assumed.finding", overdue=len(late), named=late["assumption"].iloc[0])
    why, source, blocks = (say("assumed.why"),), _source(study, *LEARN_FAST), say("blocks.none")
    yield Topic("assumed", say("assumed.title"), finding, why, source, _questions(study, "assumed"), blocks)


def _plain(study: Study, kind: str) -> Topic:
    say = _say(study)
    title, finding, why = (say(f"{kind}.{part}") for part in ("title", "finding", "why"))
    blocks = _blocks(study, ["8"]) if kind == "objective" else say("blocks.none")
    source = _source(study, MASTERING, "3.17")
    return Topic(kind, title, finding, (why,), source, _questions(study, kind), blocks)


def _questions(study: Study, kind: str, pillar: str = "") -> tuple[Question, ...]:
    """Return a question to each level of the instrument; one to everyone where there are no levels."""
    say = _say(study)
    levels = study.labels.levels or {"": say("everyone")}
    asked = [(name, *_question(kind, level, pillar)) for level, name in levels.items()]
    return tuple(Question(name, say(f"{stem}.question.{who}")) for name, stem, who in asked)


def _question(kind: str, level: str, pillar: str) -> tuple[str, str]:
    """Return whose question, and to whom; for a level or pillar of an own instrument the general one."""
    if level not in LEVELS or kind in WITHOUT_NUMBERS or (kind == "weak" and pillar not in PILLAR_IDS):
        return kind, "other"
    return (f"weak_{pillar}" if kind == "weak" else kind), level


def _blocks(study: Study, pillars: Sequence[str]) -> str:
    """Return a sentence on the blocks that serve some pillars: those missing, or else those in place."""
    say, in_place = _say(study), study.registers.blocks.waves[study.wave]
    stage = study.stages.stage(study.stage["stage"]) if study.stage["placed"] else None
    serving = [blocks_for(pillar, building_blocks(), in_place, stage) for pillar in pillars]
    rows = [row for table in serving for row in table.to_dict("records")]
    rows.sort(key=lambda row: (row["in_place"], row["contribution"]))
    missing = list(dict.fromkeys(row["block"] for row in rows if not row["in_place"]))
    chosen = missing or list(dict.fromkeys(row["block"] for row in rows))
    if not chosen:
        return say("blocks.none")
    key = ("missing" if missing else "present") if in_place else "unknown"
    return say(f"blocks.{key}", blocks=_named(study, chosen))


def _stage_blocks(study: Study) -> str:
    """Return a sentence on the blocks by which missing marks would show, or those that come to the fore."""
    say, in_place = _say(study), study.registers.blocks.waves[study.wave]
    marks = [study.stages.mark(mark) for mark in study.missing_for_next["mark"]]
    asked = [entry.name for mark in marks for entry in mark.evidence if entry.scale == "block" and entry.name]
    following = study.stages.after(study.stage["stage"]) or study.stages.stage(study.stage["stage"])
    all_of_them = dict.fromkeys([*asked, *(entry.block for entry in following.foreground)])
    missing = [block for block in all_of_them if block not in in_place]
    key = ("missing" if missing else "present") if in_place else "unknown"
    chosen = missing or list(all_of_them)
    return say(f"blocks.{key}", blocks=_named(study, chosen)) if chosen else say("blocks.none")


def _named(study: Study, blocks: Sequence[str]) -> str:
    names = block_names(blocks[:MOST_BLOCKS], study.language).values()
    return Cells(study.say, study.language).listed(map(in_sentence, names))


def _friction(study: Study, dimension: str) -> tuple[str, ...]:
    if dimension not in study.labels.frictions:
        return ()
    bad, good = study.labels.frictions[dimension]
    return (_say(study)("guide.friction", bad=bad, good=good),)


def _dimension_of(study: Study, pillar: str) -> str:
    found = {item.pillar: item.dimension for item in study.instrument.scored if item.pillar}
    return found.get(pillar) or pillar


def _source(study: Study, work: str, section: str) -> str:
    return _say(study)("guide.source", work=work, section=section)


def _say(study: Study) -> Words:
    return words("conversation", study.language)
