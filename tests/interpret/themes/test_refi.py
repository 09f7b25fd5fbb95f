from xml.etree import ElementTree as ET

import pandas as pd

from alliance_analytics.interpret.themes.refi import NAMESPACE, codebook_as_qdc, segments
from alliance_analytics.model.codebook import codebook
from alliance_analytics.model.themes import themes


def test_themes_stand_above_their_factors_each_with_an_id_of_its_own() -> None:
    root = ET.fromstring(codebook_as_qdc(themes(), codebook(), "nl"))
    assert root.tag == f"{{{NAMESPACE}}}CodeBook"
    # The standard refuses an empty list of sets.
    assert [part.tag for part in root] == [f"{{{NAMESPACE}}}Codes"]
    above = root.findall(f"./{{{NAMESPACE}}}Codes/{{{NAMESPACE}}}Code")
    assert [code.get("name") for code in above] == [theme.name.nl for theme in themes().themes]
    assert [len(code.findall(f"{{{NAMESPACE}}}Code")) for code in above] == [
        len(theme.factors) for theme in themes().themes
    ]
    ids = [code.get("guid") for code in root.iter(f"{{{NAMESPACE}}}Code")]
    assert len(set(ids)) == len(ids)


def test_the_same_codebook_gives_the_same_bytes() -> None:
    assert codebook_as_qdc(themes(), codebook()) == codebook_as_qdc(themes(), codebook())


def test_segments_are_the_passages_with_a_theme() -> None:
    rows = [("a", "flexibility", "movable-plans"), ("b", None, None), ("c", "trust_loyalty", None)]
    found = segments(pd.DataFrame(rows, columns=["document", "theme", "factor"]))
    assert found["document"].tolist() == ["a", "c"]
    exported = codebook_as_qdc(themes(), codebook()).decode()
    assert all(f'guid="{guid}"' in exported for guid in found["guid"])
    assert found["guid"].is_unique
