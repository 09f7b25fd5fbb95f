"""What the cells of a column say of it, whatever it is called.

A long column is judged by some hundred cells spread over it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

import pandas as pd

from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.identifiers.looks import FAR_OUT, LOOKS
from alliance_analytics.intake.identifiers.people import are_known_names, are_names
from alliance_analytics.intake.identifiers.texts import whole_kind
from alliance_analytics.intake.platforms.known_labels import is_known_label
from alliance_analytics.model.spelling import plain

LOOKED_AT = 400
ENOUGH = 20
"""Filled cells that a spread of cells must hold, else the filled ones are looked for."""
MOSTLY = 0.8
"""Share of the different texts of a column that must be identifiers. Our convention."""
FEWEST: dict[Kind, int] = {"panel_id": 2, "phone": 2, "national_id": 3}
"""Different texts that make a column, of kinds that one text can look like by chance. Our convention."""
FEWEST_NAMES = 8
FEWEST_KNOWN_NAMES = 4
"""Different names that make a column of people, whose given names are known. Our convention."""
NEARLY_ALL_DIFFERENT = 0.9
DECIMALS = re.compile(r"[-+]?\d{1,3}[.,]\d{4,}")
POINTS = re.compile(r"-?\d{1,2}|100")
CODE = re.compile(r"(?=.*\d)(?=.*[^\W\d_])(?!\d{1,4}[-/.]\d{1,2}[-/.]\d)[\w.:-]{4,64}")
"""One word of letters and digits, and no date."""
POSTCODE = re.compile(r"(?=.*\d{3})[A-Z\d][A-Z\d -]{2,9}", re.IGNORECASE)
TICKED = frozenset(
    {
        *("yes", "no", "ja", "nee", "nein", "oui", "non", "si", "sim", "nao", "nej", "evet", "hayir"),
        *("true", "false", "x", "checked", "unchecked", "selected", "not selected"),
    }
)


def filled_texts(cells: pd.Series[str]) -> list[str]:
    """Return the filled cells of a column, trimmed; of a long column some, spread over it."""
    step = max(1, len(cells) // LOOKED_AT)
    filled = [text for cell in cells.iloc[::step].tolist() if (text := cell.strip())]
    if len(filled) >= ENOUGH or step == 1:
        return filled
    return [text for cell in cells.tolist() if (text := cell.strip())][:LOOKED_AT]


def kind_held(filled: Sequence[str]) -> Kind | None:
    """Return the kind of identifier that most of the filled cells are, or None.

    Parameters
    ----------
    filled : sequence of str
        Filled cells, as ``filled_texts`` returns them.
    """
    different = frozenset(filled)
    met = Counter(kind for text in different if (kind := whole_kind(text)))
    usual, _ = met.most_common(1)[0] if met else (None, 0)
    if usual and met.total() >= MOSTLY * len(different) and met.total() >= FEWEST.get(usual, 1):
        return usual
    if _are_people(filled, different):
        return "name"
    return "response_id" if _are_codes(filled, different) else None


def are_answers(filled: Collection[str], heading: str) -> bool:
    """Return whether filled cells are points on a scale or ticks, so that their column is no identifier.

    Parameters
    ----------
    filled : collection of str
        Filled cells.
    heading : str
        Heading of the column; an option that was ticked may repeat it.
    """
    plain_ticks = {*TICKED, plain(heading)}
    return bool(filled) and all(plain(text) in plain_ticks or _is_point(text) for text in set(filled))


def are_personal(filled: Collection[str], kind: Kind) -> bool:
    """Return whether cells can be what tells people apart, and are no labels that they share.

    Parameters
    ----------
    filled : collection of str
        Filled cells.
    kind : str
        What they are said to be. Of kinds that have a look, one cell must have it.
    """
    if kind in {look.kind for look in LOOKS}:
        return any(whole_kind(text) == kind for text in set(filled))
    return 2 * len(set(filled)) > len(filled) and not any(map(is_known_label, set(filled)))


def are_places(left: Collection[str], right: Collection[str]) -> bool:
    """Return whether two columns side by side hold latitudes and longitudes."""
    pairs = [_degrees(texts, most) for texts, most in ((left, 90), (right, 180))]
    return all(pairs) and max(max(map(abs, numbers)) for numbers in pairs) >= FAR_OUT


def _are_people(filled: Sequence[str], different: Collection[str]) -> bool:
    """Return whether cells are names of people: nearly each another one, or with known given names."""
    if len(filled) >= FEWEST_NAMES and len(different) >= NEARLY_ALL_DIFFERENT * len(filled):
        return are_names(different)
    return len(different) >= FEWEST_KNOWN_NAMES and are_known_names(different)


def _are_codes(filled: Sequence[str], different: Collection[str]) -> bool:
    """Return whether nearly every cell is another code, such as *S004*: it tells a person apart."""
    return (
        len(filled) >= FEWEST_NAMES
        and len(different) >= NEARLY_ALL_DIFFERENT * len(filled)
        and sum(CODE.fullmatch(text) is not None for text in different)
        >= NEARLY_ALL_DIFFERENT * len(different)
    )


def are_postcodes(filled: Collection[str]) -> bool:
    """Return whether most filled cells can be postal codes."""
    return sum(POSTCODE.fullmatch(text) is not None for text in filled) >= MOSTLY * max(len(filled), 1)


def _is_point(text: str) -> bool:
    return POINTS.fullmatch(text) is not None


def _degrees(texts: Collection[str], most: int) -> list[float]:
    """Return the numbers of a column when all can be degrees with many decimals, else none."""
    written = [text.replace(",", ".") for text in set(texts) if DECIMALS.fullmatch(text)]
    numbers = [float(text) for text in written]
    precise = len(written) >= MOSTLY * len(set(texts))
    return numbers if precise and all(abs(number) <= most for number in numbers) else []
