"""Themes from two sources in one frame."""

import pandas as pd
import pytest

from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.review.themes.reports import TREND_COLUMNS, coded_reports, themes_from_both


@pytest.fixture(scope="module")
def both(study):
    return study.themes.set_index(["source", "theme", "wave"])


def test_the_passages_of_all_waves_are_coded(workspace):
    coded = coded_reports(workspace, "canal", ("2024", "2025"))
    assert set(coded["wave"]) == {"2025"}
    assert {"theme", "polarity", "cues"} <= set(coded.columns)


def test_an_alliance_without_reports_has_no_passages(workspace):
    assert coded_reports(workspace, "ferry", ("2025",)).empty


def test_statements_give_a_mean_with_its_interval(both, study):
    released = study.estimates("theme").set_index("name")
    for theme, row in both.loc["statements"].xs("2025", level="wave").iterrows():
        assert row["value"] == released.loc[theme, "mean"]
        assert (row["low"], row["high"]) == tuple(released.loc[theme, ["ci_low", "ci_high"]])


def test_reports_give_a_balance_of_what_helps_and_what_hinders(both):
    row = both.loc[("reports", "trust_loyalty", "2025")]
    assert (row["enabler"], row["constraint"], row["value"]) == (2, 0, 1.0)
    assert row["n"] == row[["enabler", "constraint", "unclear"]].sum()


def test_a_theme_that_no_passage_speaks_of_has_no_balance(both):
    row = both.loc[("reports", "flexibility", "2025")]
    assert not row["shown"]
    assert row["reason"] == "no_answers"
    assert pd.isna(row["value"])


def test_a_wave_without_reports_has_no_rows_of_reports(both):
    assert set(both.loc["reports"].index.get_level_values("wave")) == {"2025"}


def test_each_source_wave_and_theme_stands_once(study):
    assert list(study.themes.columns) == TREND_COLUMNS
    assert not study.themes.duplicated(["source", "wave", "theme"]).any()
    assert set(study.themes["theme"]) == set(THEME_IDS)


def test_neither_source_is_needed(ferry):
    assert themes_from_both(ferry.released, ferry.coded).empty


def test_groups_of_people_have_no_part_in_it(study):
    assert len(study.themes[study.themes["source"] == "statements"]) == 3 * len(THEME_IDS)
