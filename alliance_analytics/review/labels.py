"""What readers call things, in the language of a review; unknown names are shown as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dimensions import DIMENSION_IDS, PILLAR_IDS, dimensions
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.stages import StageModel
from alliance_analytics.model.themes import THEME_IDS, themes
from alliance_analytics.review.choosing import refuse_unknown

Names = dict[str, str]


@dataclass(frozen=True)
class Labels:
    """Names of everything that one instrument measures, id to text, in the order in which they are shown."""

    dimensions: Names
    pillars: Names
    themes: Names
    items: Names
    levels: Names
    stages: Names
    sectors: Names
    """Pillar to the dimension that it belongs to."""
    frictions: dict[str, tuple[str, str]]
    """Dimension to the bad and the good end of its friction."""

    def of(self, scale: str) -> Names:
        """Return the names of one kind of scale: dimension, pillar, theme or item.

        Raises
        ------
        ParameterError
            If there is no such kind.
        """
        names = {
            "dimension": self.dimensions,
            "pillar": self.pillars,
            "theme": self.themes,
            "item": self.items,
        }
        refuse_unknown("scale", scale, names)
        return names[scale]


def labels(instrument: Instrument, stages: StageModel, language: str) -> Labels:
    """Return the labels of an instrument in ``'en'`` or ``'nl'``."""
    model = dimensions()
    named = [(item.pillar, item.dimension) for item in instrument.scored if item.pillar and item.dimension]
    known = {dimension.id: dimension for dimension in model.dimensions}
    dimension_names = _named(
        instrument.scales("dimension"), DIMENSION_IDS, {d.id: d.name[language] for d in model.dimensions}
    )
    return Labels(
        dimensions=dimension_names,
        pillars=_named(
            instrument.scales("pillar"), PILLAR_IDS, {p.id: p.short_name[language] for p in model.pillars}
        ),
        themes=_named(instrument.scales("theme"), THEME_IDS, theme_names(language)),
        items={item.id: item.asked(language) for item in instrument.scored},
        levels={
            level: names.get(language) or next(iter(names.values()))
            for level, names in instrument.levels.items()
        },
        stages={stage.id: stage.name[language] for stage in stages.stages},
        sectors={pillar: dimension_names[dimension] for pillar, dimension in named},
        frictions={
            name: (known[name].friction.bad[language], known[name].friction.good[language])
            for name in dimension_names
            if name in known
        },
    )


def theme_names(language: str) -> Names:
    """Return the themes of the model, id to name: reports are coded by these, whatever people were asked."""
    return {theme.id: theme.short_name[language] for theme in themes().themes}


def block_names(ids: Iterable[str], language: str) -> Names:
    """Return building block id to name."""
    return {block: building_blocks().block(block).name[language] for block in ids}


def _named(found: Iterable[str], order: tuple[str, ...], known: Names) -> Names:
    names = list(found)
    first = [name for name in order if name in names]
    return {name: known.get(name, name) for name in [*first, *(name for name in names if name not in order)]}
