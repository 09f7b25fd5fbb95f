"""The codebook and coded passages in the exchange format of programs for qualitative analysis (REFI-QDA)."""

from __future__ import annotations

from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

import pandas as pd

from alliance_analytics.model.codebook import Codebook
from alliance_analytics.model.sourced import Language
from alliance_analytics.model.themes import Themes

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_ROOT = UUID("6b1f3c52-3f0e-4a3b-9b59-5c1c2f6f7a10")
_COLOURS = ("#3B6FB6", "#C9782B", "#3F8F5B", "#8A5FA8")
SEGMENT_COLUMNS = [
    *("id", "document", "page", "paragraph", "language", "text"),
    *("guid", "theme", "factor", "polarity", "score", "coder", "codebook"),
]


def codebook_as_qdc(themes: Themes, codebook: Codebook, language: Language = "en") -> bytes:
    """Return a codebook as REFI-QDA (``.qdc``): themes with their factors beneath, with definitions.

    Parameters
    ----------
    themes : Themes
        Names, definitions and rules of coding.
    codebook : Codebook
        Its version names the origin.
    language : {'en', 'nl'}
        Of names and descriptions.
    """
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}CodeBook", origin=f"alliance_analytics codebook {codebook.version}")
    codes = ET.SubElement(root, f"{{{NAMESPACE}}}Codes")
    for theme, colour in zip(themes.themes, _COLOURS, strict=True):
        rules = (theme.definition, theme.include, theme.exclude)
        described = "\n".join(getattr(text, language) for text in rules)
        above = _code(codes, _guid(theme.id), getattr(theme.name, language), colour, described)
        for factor in theme.factors:
            named = getattr(factor.name, language)
            _code(above, _guid(theme.id, factor.id), named, colour, f"{factor.valence}: {factor.id}")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def segments(coded: pd.DataFrame) -> pd.DataFrame:
    """Return coded passages as a table that such programs and spreadsheets read.

    Parameters
    ----------
    coded : DataFrame
        Coded passages.

    Returns
    -------
    DataFrame
        Columns of ``SEGMENT_COLUMNS``, one row a code; ``guid`` names the code in the exported codebook: the
        factor's, or the theme's where no factor is known.
    """
    rows = coded.dropna(subset="theme")
    factors = [None if pd.isna(factor) else str(factor) for factor in rows["factor"]]
    guids = [_guid(str(theme), factor) for theme, factor in zip(rows["theme"], factors, strict=True)]
    return rows.assign(guid=guids).reindex(columns=SEGMENT_COLUMNS).reset_index(drop=True)


def _guid(theme: str, factor: str | None = None) -> str:
    return str(uuid5(_ROOT, f"{theme}/{factor}" if factor else theme))


def _code(above: ET.Element, guid: str, name: str, colour: str, description: str) -> ET.Element:
    attributes = {"guid": guid, "name": name, "isCodable": "true", "color": colour}
    code = ET.SubElement(above, f"{{{NAMESPACE}}}Code", attributes)
    ET.SubElement(code, f"{{{NAMESPACE}}}Description").text = description
    return code
