import pandas as pd
import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.limesurvey.administration import (
    ROLES,
    SURE,
    administration_of,
    exclusion,
)
from alliance_analytics.model.platform_headings import platform_headings


@pytest.mark.parametrize(
    ("column", "code"),
    [
        (Column("submitdate", ""), "submitdate"),
        (Column("", "Datum verstuurd"), "submitdate"),
        (Column("", "Dernière page"), "lastpage"),
        (Column("", "Date.last.action"), "datestamp"),
        (Column("", "Zufallsstartwert"), "seed"),
        (Column("", "Datum inskickad"), "submitdate"),
        (Column("", "Sista sidan"), "lastpage"),
        (Column("", "Startspråk"), "startlanguage"),
        (Column("", "Datum senaste åtgärd"), "datestamp"),
        (Column("", "GÖNDERİLDİĞİ TARİH"), "submitdate"),
        (Column("", "Son bakılan sayfa"), "lastpage"),
        (Column("", "Başlangıç dili"), "startlanguage"),
        (Column("", "Gelinen İnternet Adresi"), "refurl"),
        (Column("", "Data de envio"), "submitdate"),
        (Column("", "Data da última ação"), "datestamp"),
        (Column("", "Código de acesso"), "token"),
        (Column("", "How?", "Seed"), ""),
        (Column("", "Last page you read?"), ""),
    ],
)
def test_headings_of_every_language_are_known(column, code):
    assert administration_of(column) == code


def test_every_column_with_headings_has_a_role():
    assert set(platform_headings("limesurvey").values()) == set(ROLES)
    assert set(ROLES) >= SURE


def test_an_anonymous_date_is_a_date():
    cells = pd.DataFrame([["1980-01-01 00:00:00"], [""], ["NA"], ["{question_not_shown}"]], dtype=object)
    assert exclusion(cells, ["submitdate"]).tolist() == ["", "unfinished", "unfinished", "unfinished"]
    assert exclusion(cells, [""]).tolist() == [""] * 4
