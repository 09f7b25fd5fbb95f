"""Groups in order of usefulness, over people whom no group tells apart."""

import pandas as pd

from alliance_analytics.publish.catalogue import OTHERS, catalogue_of

PEOPLE = pd.DataFrame(
    {
        "partner": ["A"] * 3 + ["B"] * 5 + [None],
        "level": ["x", "y", "x", "x", "x", "y", "y", "y", "x"],
        "link": None,
    }
)


def test_everybody_first_then_partners_by_size_and_partner_by_level_last():
    groups = catalogue_of(PEOPLE).groups
    assert groups[:3] == ((None, None, None), ("B", None, None), ("A", None, None))
    assert groups[-1][:2] == ("A", "y")
    assert (OTHERS + "A", None, None) in groups


def test_counts_are_of_the_chosen_people_in_each_group():
    catalogue = catalogue_of(PEOPLE)
    counts = dict(zip(catalogue.groups, catalogue.counts(PEOPLE["level"].eq("x").to_numpy()), strict=True))
    assert counts[None, None, None] == 5
    assert counts["A", None, None] == 2
    assert counts["B", "y", None] == 0


def test_who_has_no_partner_is_one_of_all_others():
    catalogue = catalogue_of(PEOPLE)
    counts = dict(zip(catalogue.groups, catalogue.counts(PEOPLE["level"].notna().to_numpy()), strict=True))
    assert counts[OTHERS + "B", None, None] == 4


def test_the_order_of_rows_does_not_matter():
    assert catalogue_of(PEOPLE).groups == catalogue_of(PEOPLE[::-1]).groups
