"""The front door as exhibits: the cube, every relation, how raters agree, and what is no alliance."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.front_door.rating import newest_rows, rated_rounds, raters_agreement
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import CRITERION_IDS
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.portfolio_cube import CubeWords, portfolio_cube, portfolio_cube_alt
from alliance_analytics.publish.figures.saving import to_svg
from alliance_analytics.review.cells import Record, in_sentence
from alliance_analytics.review.portfolio.portfolio import Portfolio
from alliance_analytics.review.portfolio.views import DRAWN
from alliance_analytics.review.tables import shown_table

SECTION = "door"


def at_the_door(found: Portfolio) -> Exhibit:
    """Show the cube with how many relations stand in each corner, and every relation in a table."""
    say, relations = found.say, found.relations
    if relations.empty:
        return Exhibit("front-door", SECTION, say("door.none"), language=found.language)
    placed = relations[relations["reason"] == ""]
    corners, labels = _corners(found, placed), _cube_words(found)
    alt = portfolio_cube_alt(
        corners, labels=labels, sentence=_plain(found, "cube.alt"), nothing=say("cube.alt_none")
    )
    higher = int((placed["service_level"] == "higher").sum())
    return Exhibit(
        "front-door",
        SECTION,
        say("door.headline", placed=len(placed), all=len(relations), higher=higher),
        say("door.subtitle"),
        svg=to_svg(portfolio_cube(corners, labels=labels, language=found.language)),
        svg_narrow=to_svg(portfolio_cube(corners, labels=labels, language=found.language, narrow=True)),
        alt=alt,
        table=_relations_table(found),
        table_open=len(relations) <= DRAWN,
        notes=(*_services(found), found.door.caveat.text[found.language]),
        language=found.language,
    )


def raters(found: Portfolio) -> Exhibit | None:
    """Show how far raters agree on each criterion; None without a register."""
    say, cells, relations = found.say, found.cells, found.relations
    if relations.empty:
        return None
    rows = newest_rows(found.register.rows, rated_rounds(found.register.rows, found.door))
    alphas = {criterion: raters_agreement(rows, criterion) for criterion in CRITERION_IDS}
    known = {name: alpha.estimate for name, alpha in alphas.items() if not alpha.reason}
    names = {name: found.door.criterion(name).name[found.language] for name in CRITERION_IDS}
    header = tuple(say(f"column.{name}") for name in ("criterion", "alpha", "interval", "units"))
    body = [
        (
            names[name],
            say("not_told") if alpha.reason else cells.score(alpha.estimate, 2),
            say("not_told") if pd.isna(alpha.low) else cells.interval(alpha.low, alpha.high, 2),
            cells.count(alpha.n),
        )
        for name, alpha in alphas.items()
    ]
    return Exhibit(
        "front-door-raters",
        SECTION,
        say("agreement.unknown")
        if not known
        else say(
            "agreement.headline",
            best=in_sentence(names[max(known, key=known.__getitem__)]),
            least=in_sentence(names[min(known, key=known.__getitem__)]),
            apart=int(relations["apart"].sum()),
        ),
        table=shown_table(cells.say, say("agreement.caption"), header, body, (1, 2, 3)),
        notes=(say("agreement.note", apart=found.door.ratings.apart_from),),
        language=found.language,
    )


def assumed(found: Portfolio) -> Exhibit | None:
    """Show the assumptions behind the ratings; None where nobody stated any."""
    rows = [
        (_name(found, row), "; ".join(row["assumptions"]), _revisit(found, row))
        for row in found.relations.to_dict("records")
        if row["assumptions"]
    ]
    if not rows:
        return None
    header = tuple(found.say(f"column.{name}") for name in ("relation", "assumption", "revisit"))
    return Exhibit(
        "front-door-assumptions",
        SECTION,
        found.say("assumed.headline", count=len(rows)),
        table=shown_table(found.cells.say, found.say("assumed.caption"), header, rows),
        language=found.language,
    )


def screened(found: Portfolio) -> Exhibit | None:
    """Show relations that lack what makes an alliance, with forms that may fit; None where none does."""
    say, model, language = found.say, formation(), found.language
    forms = {form.id: form.name[language] for form in model.forms}
    lacks = {condition.id: condition.name[language] for condition in model.conditions}
    lacks |= {name: say(f"lacks.{name}") for name in ("shared_risk", "shared_reward")}
    rows = [
        (
            _name(found, row),
            ", ".join(in_sentence(lacks[each]) for each in row["lacking"]),
            ", ".join(in_sentence(forms[form]) for form in row["forms"]),
        )
        for row in found.relations.to_dict("records")
        if row["lacking"]
    ]
    if not rows:
        return None
    header = tuple(say(f"column.{name}") for name in ("relation", "lacking", "forms"))
    return Exhibit(
        "front-door-screening",
        SECTION,
        say("screen.headline", count=len(rows)),
        table=shown_table(found.cells.say, say("screen.caption"), header, rows),
        notes=(found.door.sharing.because[language], model.caveat.text[language]),
        language=language,
    )


def _corners(found: Portfolio, placed: pd.DataFrame) -> pd.DataFrame:
    sides = placed[list(CRITERION_IDS)].map(found.door.ratings.side)
    counts = sides.value_counts().to_dict()
    rows = []
    for corner in found.door.placement:
        at = tuple(side for _, side in corner.at)
        resource = found.door.resource(corner.resourcing).name[found.language]
        rows.append((*at, counts.get(at, 0), resource, corner.service_level == "higher"))
    return pd.DataFrame(rows, columns=[*CRITERION_IDS, "count", "resourcing", "higher"])


def _cube_words(found: Portfolio) -> CubeWords:
    levels = [level.name[found.language] for level in found.door.service_levels]
    return CubeWords(
        {each.id: each.name[found.language] for each in found.door.criteria},
        {side: found.say(f"cube.{side}") for side in ("low", "high")},
        (levels[0], levels[1]),
    )


def _plain(found: Portfolio, key: str) -> str:
    """Return a sentence with its places left open."""
    return found.say(key, most="{most}", corner="{corner}")


def _relations_table(found: Portfolio) -> Table:
    keys = ("relation", "ratings", "raters", "place", "now", "moved", "revisit")
    header = tuple(found.say(f"column.{key}") for key in keys)
    body = [_relation_cells(found, row) for row in found.relations.to_dict("records")]
    return shown_table(found.cells.say, found.say("door.caption"), header, body)


def _relation_cells(found: Portfolio, row: Record) -> tuple[str, ...]:
    cells = found.cells
    ratings = " · ".join("?" if pd.isna(row[name]) else f"{row[name]:g}" for name in CRITERION_IDS)
    place = _place(found, row)
    return (
        _name(found, row),
        ratings,
        cells.count(row["raters"]),
        place,
        _now(found, row),
        _moved(found, row),
        _revisit(found, row),
    )


def _name(found: Portfolio, row: Record) -> str:
    return found.titles.get(row["alliance"]) or str(row["relation"])


def _place(found: Portfolio, row: Record) -> str:
    if row["reason"]:
        names = {part.id: part.name[found.language] for part in found.door.business_model.parts}
        missing = ", ".join(in_sentence(names[part]) for part in row["model_missing"])
        words = {"parts": missing} if row["reason"] == "business_model" else {}
        return found.say(f"place.{row['reason']}", **words)
    return _place_names(found, row["resourcing"], row["service_level"])


def _place_names(found: Portfolio, resourcing: str, level: str) -> str:
    door, language = found.door, found.language
    services = in_sentence(door.service_level(level).name[language])
    return f"{door.resource(resourcing).name[language]}, {services}"


def _now(found: Portfolio, row: Record) -> str:
    if not row["resourcing_now"] or not row["service_level_now"]:
        return found.say("not_told")
    given = row["resourcing_now"], row["service_level_now"]
    if given == (row["resourcing"], row["service_level"]):
        return found.say("now.same")
    now = _place_names(found, *given)
    warnings = found.warnings.get(row["alliance"], ())
    less = {"less_service", "other_team"} & set(warnings)
    return found.say("now.more", now=now) if less else now


def _moved(found: Portfolio, row: Record) -> str:
    if row["moved"] is None:
        return found.say("moved.first")
    if not row["moved"] or not row["resourcing_before"]:
        return found.say("moved.no")
    before = _place_names(found, row["resourcing_before"], row["service_level_before"])
    return found.say("moved.yes", before=in_sentence(before))


def _revisit(found: Portfolio, row: Record) -> str:
    if row["revisit"] is None or pd.isna(row["revisit"]):
        return found.say("not_told")
    day = row["revisit"].isoformat()
    return found.say("overdue", day=day) if row["overdue"] else day


def _services(found: Portfolio) -> tuple[str, ...]:
    """Return what each level of service holds, one sentence a level."""
    return tuple(
        found.say(
            f"door.services_{level.id}",
            services=", ".join(in_sentence(each.name[found.language]) for each in level.services),
        )
        for level in found.door.service_levels
    )
