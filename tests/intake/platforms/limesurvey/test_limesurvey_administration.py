import pandas as pd
import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.limesurvey.administration import (
    ADMINISTRATION,
    SURE,
    administration_of,
    exclusion,
)
from alliance_analytics.model.spelling import plain


@pytest.mark.parametrize(
    ("column", "code"),
    [
        (Column("submitdate", ""), "submitdate"),
        (Column("", "Datum verstuurd"), "submitdate"),
        (Column("", "Dernière page"), "lastpage"),
        (Column("", "Date.last.action"), "datestamp"),
        (Column("", "Zufallsstartwert"), "seed"),
        (Column("", "How?", "Seed"), ""),
        (Column("", "Last page you read?"), ""),
    ],
)
def test_headings_of_every_language_are_known(column, code):
    assert administration_of(column) == code


def test_headings_are_in_plain_spelling_and_belong_to_one_code():
    texts = [text for _, texts in ADMINISTRATION.values() for text in texts]
    assert [plain(text) for text in texts] == texts
    assert len(set(texts)) == len(texts)
    assert ADMINISTRATION.keys() >= SURE


def test_an_anonymous_date_is_a_date():
    cells = pd.DataFrame([["1980-01-01 00:00:00"], [""], ["NA"], ["{question_not_shown}"]], dtype=object)
    assert exclusion(cells, ["submitdate"]).tolist() == ["", "unfinished", "unfinished", "unfinished"]
    assert exclusion(cells, [""]).tolist() == [""] * 4
