"""What must be said beside a part of the model, so that no figure is taken for more than it is."""

from __future__ import annotations

from alliance_analytics.model.sourced import Bilingual, Sourced


class Caveat(Sourced):
    """A warning to the reader, with its source."""

    text: Bilingual
