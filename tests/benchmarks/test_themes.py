import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.intake.documents.language import language_of
from alliance_analytics.interpret.themes.textkey import text_key
from alliance_analytics.model.codebook import codebook
from alliance_analytics.model.themes import THEME_IDS
from benchmarks import themes
from benchmarks.themes import english_ahead, left_alone, macro_f1, quality


def test_macro_f1_is_the_mean_over_the_themes() -> None:
    truth = np.array([[True, False, False, False], [True, True, False, False]])
    given = np.array([[True, False, False, False], [False, True, False, True]])
    assert macro_f1(truth, given) == np.mean([2 / 3, 1, 0, 0])


def test_left_alone_counts_passages_without_a_code() -> None:
    given = np.array([[False, False, False, False], [False, True, False, False]])
    assert left_alone(given, given) == 0.5


def test_english_is_ahead_by_the_difference_of_both() -> None:
    spoken = np.array([[True, False, False, False, True], [True, False, False, False, False]])
    given = np.array([[True, False, False, False], [False, False, False, False]])
    assert english_ahead(spoken, given) == 0.25


@pytest.fixture(scope="module")
def held_out() -> pd.DataFrame:
    path = Path(themes.__file__).with_name("held_out_passages.csv")
    return pd.read_csv(path, keep_default_na=False)


def test_passages_held_out_are_labelled_by_the_rules(held_out: pd.DataFrame) -> None:
    for codes, leanings, tricky in held_out[["themes", "polarity", "tricky"]].itertuples(index=False):
        given = [] if codes == "none" else codes.split(";")
        assert given == [theme for theme in THEME_IDS if theme in given]
        assert len(leanings.split(";") if leanings else []) == len(given) <= 2
        assert not (given and tricky)
    assert set(held_out["language"]) == {"en", "nl"}


def test_no_passage_held_out_that_carries_a_theme_stands_in_the_codebook(held_out: pd.DataFrame) -> None:
    book = codebook()
    known = {text_key(each.text) for each in (*book.prototypes, *book.without_theme)}
    assert known.isdisjoint(map(text_key, held_out.loc[held_out["themes"] != "none", "text"]))


@pytest.fixture(scope="module")
def of_example() -> pd.DataFrame:
    """The sentences of the example's reports, labelled as the simulation wrote them."""
    path = Path(themes.__file__).parents[1] / "data" / "example" / "truth.json"
    alliances = json.loads(path.read_text(encoding="utf-8"))["alliances"].values()
    waves = [wave for alliance in alliances for wave in alliance["waves"].values()]
    kinds = [
        kind
        for wave in waves
        for document in wave["reports"]["sentences"].values()
        for kind in document.items()
    ]
    rows = {text: (text, *_labels(label)) for label, texts in kinds for text in texts}
    found = pd.DataFrame(rows.values(), columns=["text", "themes", "polarity"])
    return found.assign(language=[language_of(text, usual="en") for text in found["text"]])


def _labels(kind: str) -> tuple[str, str]:
    theme, _, polarity = kind.partition("/")
    return (theme, polarity) if polarity else ("none", "")


def test_reports_of_the_example_are_coded_about_as_the_simulation_says(of_example: pd.DataFrame) -> None:
    values = quality(of_example).set_index("measure")["value"]
    assert values["macro-F1, all"] > 0.65
    assert values["polarity, of all themes labelled"] > 0.75
    assert values["left alone, of those without a theme"] > 0.7


def test_clear_passages_are_coded_well() -> None:
    rows = [
        ("The partners trust each other completely.", "en", "trust_loyalty", "enabler"),
        ("Niemand durft een knoop door te hakken.", "nl", "decision_making", "constraint"),
        ("Parking is free for visitors.", "en", "none", ""),
    ]
    passages = pd.DataFrame(rows, columns=["text", "language", "themes", "polarity"])
    found = quality(passages.assign(tricky=["", "", "yes"]))
    values = found.set_index("measure")["value"]
    assert values["left alone, of those without a theme"] == 1
    assert values["left alone, of the tricky ones"] == 1
    assert "left alone, of the tricky ones" not in set(quality(passages)["measure"])
    assert values["polarity, of all themes labelled"] == 1
    assert (found["low"] <= found["value"]).all()
