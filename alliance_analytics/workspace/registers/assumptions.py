"""What is believed, how it would be seen, by when, and what was learned.

``assumptions.csv``, ``.xlsx`` or ``.yml`` lies in the folder of an alliance; a portfolio keeps its own in the
folder of the workspace, alike.
"""

from __future__ import annotations

from pathlib import Path

from alliance_analytics.errors import AllianceError
from alliance_analytics.workspace.registers.columns import Column, Register, a_date, in_order, one_of, parsed
from alliance_analytics.workspace.registers.problems import as_problem
from alliance_analytics.workspace.registers.rows import register_file, rows_of

NAME = "assumptions"
STATUS = {
    "open": "open", "unchecked": "open", "niet_nagegaan": "open",
    "confirmed": "confirmed", "bevestigd": "confirmed",
    "refuted": "refuted", "weerlegd": "refuted",
}  # fmt: skip
COLUMNS = (
    Column("assumption", others=("aanname",), wanted="Say what is believed."),
    Column(
        "how_seen", others=("hoe_te_zien", "waaraan_te_zien"), wanted="Say what would show it true or untrue."
    ),
    Column(
        "by", a_date, ("by_when", "uiterlijk", "wanneer"), "YYYY-MM-DD", "Say by when it will be checked."
    ),
    Column("status", one_of(STATUS), (), "open, confirmed or refuted"),
    Column("learned", others=("geleerd",)),
    Column("owner", others=("eigenaar", "who", "wie"), wanted="Name who checks it."),
    Column("stated", a_date, ("since", "sinds", "opgeschreven"), "YYYY-MM-DD"),
    Column("checked", a_date, ("nagegaan",), "YYYY-MM-DD"),
)


def assumptions(folder: Path) -> Register:
    """Return the assumptions written down in a folder.

    Parameters
    ----------
    folder : Path
        Of an alliance, or of a workspace for its portfolio.

    Returns
    -------
    Register
        Columns assumption, how_seen, by, status ("open" where empty), learned, owner, stated, checked and
        place. A date that lies before the day it was stated is taken out, and named.
    """
    path = register_file(folder, NAME)
    try:
        found = parsed(rows_of(path) if path else (), COLUMNS)
    except AllianceError as error:
        return Register(parsed((), COLUMNS).rows, (as_problem(error),))
    told = Register(found.rows.assign(status=found.rows["status"].fillna("open")), found.problems)
    return in_order(in_order(told, "stated", "by"), "stated", "checked")
