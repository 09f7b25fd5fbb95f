"""How often each convention of the stage model changes a placement, over invented alliances.

Every wave of every alliance is placed once as the file has it, and again with one convention changed: the
cut-offs of one mark a quarter of a point lower or higher, or the share that a stage asks for a tenth lower or
higher. Run ``python -m benchmarks.stage_conventions``; ``--workspace FOLDER`` asks it of your own alliances.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from alliance_analytics.demo.world import write_world
from alliance_analytics.interpret.stages import convention_sensitivity
from alliance_analytics.review.study import study
from alliance_analytics.workspace import Workspace, open_workspace

SEED, ALLIANCES = 7, 24
COLUMNS = ["convention", "subject", "lower", "higher", "placements"]


def placements_changed(workspace: Workspace) -> pd.DataFrame:
    """Return how often each convention changes the most likely stage.

    Parameters
    ----------
    workspace : Workspace
        Its alliances, in all their waves.

    Returns
    -------
    frame
        Columns convention ("cut_offs" of a mark, or "share" of a stage), subject, lower and higher (share of
        the placements that change when it is moved down or up, 0 to 1) and placements; what changes most
        comes first.
    """
    parts = [_of_alliance(workspace, alliance) for alliance in workspace.alliances]
    table = pd.concat(parts, ignore_index=True)
    way = (table["move"] > 0).map({True: "higher", False: "lower"})
    keys = ["convention", "subject"]
    changed = table.assign(way=way).pivot_table(index=keys, columns="way", values="changed", aggfunc="mean")
    counted = table[table["move"] > 0].groupby(keys).size().rename("placements")
    found = changed.join(counted).reset_index()
    most = found[["lower", "higher"]].max(axis=1)
    order = found.assign(most=most).sort_values(["most", "subject"], ascending=[False, True])
    return order[COLUMNS].reset_index(drop=True)


def _of_alliance(workspace: Workspace, alliance: str) -> pd.DataFrame:
    opened = study(workspace, alliance)
    return convention_sensitivity(opened.stage_basis, opened.stages)


def as_text(table: pd.DataFrame) -> str:
    """Return the table with shares as percentages."""
    shown = table.assign(
        **{name: (100 * table[name]).round().astype(int).astype(str) + "%" for name in ("lower", "higher")}
    )
    return shown.to_string(index=False)


def main() -> None:
    """Print the table for invented alliances, or for a workspace."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--workspace", type=Path, help="your own alliances, instead of invented ones")
    given = parser.parse_args()
    if given.workspace:
        print(as_text(placements_changed(open_workspace(given.workspace))))
        return
    with TemporaryDirectory() as folder:
        write_world(Path(folder) / "world", seed=SEED, alliances=ALLIANCES)
        print(as_text(placements_changed(open_workspace(Path(folder) / "world"))))


if __name__ == "__main__":
    main()
