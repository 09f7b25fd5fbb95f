import pandas as pd

from alliance_analytics.explore.coding_page import coding_page


def passage(**changed):
    usual = {
        "document": "a.md",
        "paragraph": 3,
        "text": "A & <b>",
        "why": "conflict",
        "cues": "trust: trusty",
    }
    return pd.Series(usual | {"runner_up": None, "prototype": pd.NA} | changed)


def test_a_passage_stands_with_its_place_and_the_reasons_known():
    page = coding_page(passage(), blind=False, language="nl")
    assert "a.md, alinea 3" in page
    assert "A &amp; &lt;b&gt;" in page
    assert "trust: trusty" in page
    assert "voorbeeld</dt>" not in page
    assert '<html lang="nl">' in page


def test_blind_there_are_no_reasons():
    assert "trusty" not in coding_page(passage(), blind=True, language="en")


def test_the_end_is_told():
    assert "All passages have been read." in coding_page(None, blind=False, language="en")
