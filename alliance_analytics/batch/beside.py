"""The tables, the text for a mail and the audit, in the shape in which a batch asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from alliance_analytics.publish.sharing.companions import companions

if TYPE_CHECKING:
    from alliance_analytics.batch.extras import Made


def tables_and_summary(made: Made) -> Mapping[str, bytes]:
    """Return ``-tables.zip`` and ``-summary.txt`` of a review that was made.

    Raises
    ------
    PageError
        If the exhibits carry no settings, or broken tables.
    """
    page = PurePath(made.name).name
    stem = PurePath(page).stem
    return {name.removeprefix(stem): content for name, content in companions(made.exhibits, page).items()}
