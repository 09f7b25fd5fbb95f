"""How a workspace and its responses show themselves in a notebook: what is there, never a row by accident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

WHO = ("alliance", "wave", "person", "partner", "level")


class Responses(pd.DataFrame):
    """Answers of single people: a frame that says what it holds, and shows rows only when asked for them.

    Whatever is made of it, such as ``responses.head()`` or a mean, is an ordinary frame.
    """

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __repr__(self) -> str:
        """Return how many people and items there are, and how rows are had."""
        items = len(self.columns.difference(list(WHO)))
        return (
            f"Responses of {len(self)} people to {items} items; columns {', '.join(WHO)}, then one an item.\n"
            "Answers of single people are not shown by themselves. To look at some rows: .head()"
        )

    def _repr_html_(self) -> str:
        return f"<p>{'<br>'.join(escape(line) for line in repr(self).splitlines())}</p>"

    def _repr_data_resource_(self) -> Any:
        return None  # or the rows would travel beside the sentence


def waves_as_html(name: str, waves: Mapping[str, Sequence[str]]) -> str:
    """Return a table of alliances and their waves.

    Parameters
    ----------
    name : str
        Of the workspace.
    waves : mapping of str to sequence of str
        Alliance to its waves, oldest first.
    """
    rows = "".join(
        f'<tr><th scope="row" style="text-align: left">{escape(alliance)}</th>'
        f'<td style="text-align: left">{escape(", ".join(names) or "no waves")}</td></tr>'
        for alliance, names in waves.items()
    )
    head = '<tr><th scope="col">Alliance</th><th scope="col">Waves, oldest first</th></tr>'
    caption = f"<caption>Workspace {escape(name)}. Ask it: aa.study(workspace, alliance, wave)</caption>"
    return f"<table>{caption}<thead>{head}</thead><tbody>{rows}</tbody></table>"
