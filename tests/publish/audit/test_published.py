"""Published tables become sets of people."""

import pytest

from alliance_analytics.publish.audit.published import (
    EVERYBODY,
    KEPT,
    OTHERS,
    STAYED,
    alliance_and_wave,
    published_rates,
    published_sets,
)
from alliance_analytics.publish.audit.tables import ReadTable

TITLE = "Annual review · Quay · Wave 2025"


def on_page(name, header, *rows):
    return ReadTable("a.html", name, TITLE, name, header, rows)


def test_a_table_of_everybody():
    table = on_page(
        "estimates-pillar", ("Pillar", "Mean", "n"), ("Trust", "3.1", "12"), ("Goal", "hidden", "hidden")
    )
    (found,) = published_sets(table)
    assert (found.alliance, found.wave, found.group, found.kind) == ("Quay", "2025", EVERYBODY, "pillar")
    assert (found.scale, found.n, found.value) == ("Trust", 12, "3.1")


@pytest.mark.parametrize(
    ("name", "group"), [("partners-dimension", ("Ann", "", "")), ("levels-dimension", ("", "Ann", ""))]
)
def test_a_table_of_groups(name, group):
    (found,) = published_sets(on_page(name, ("Group", "Mean", "n"), ("Trust · Ann", "3.1", "12")))
    assert (found.group, found.scale) == (group, "Trust")


def test_a_table_over_waves():
    table = on_page(
        "trend-dimension",
        ("Dimension", "Wave 2024", "Wave 2025"),
        ("Trust", "hidden", "3,1 (3,0 tot 3,2; n = 12)"),
    )
    assert [(each.wave, each.n, each.value) for each in published_sets(table)] == [("2025", 12, "3,1")]


def test_a_table_of_statements_has_no_mean():
    (found,) = published_sets(
        on_page("answers-x", ("Statement", "Option 1", "n"), ("We agree.", "18%", "12"))
    )
    assert (found.kind, found.value) == ("item", "")


def test_a_table_of_the_archive():
    header = ("alliance", "wave", "merged", "partner", "level", "link", "scale", "id", "name", "mean", "n")
    row = ("Quay", "2025", "others", "Ann", "", "", "pillar", "P2", "Trust", "3,1", "12")
    (found,) = published_sets(ReadTable("a.zip", "scores.csv", "", "scores", header, (row,)))
    assert (found.group, found.kind, found.scale, found.n) == (
        (f"{OTHERS}Ann", "", ""),
        "pillar",
        "Trust",
        12,
    )


def test_a_table_of_something_else_tells_of_nobody():
    assert not list(published_sets(on_page("agenda", ("What", "n"), ("x", "12"))))


@pytest.mark.parametrize("header", [("Groep", "Genodigd", "Geantwoord"), ("group", "invited", "answered")])
def test_the_response(header):
    (found,) = published_rates(
        on_page("response-partner", header, ("Ann", "20", "12"), ("Bob", "9", "hidden"))
    )
    assert (found.group, found.invited, found.answered) == ("Ann", 20, 12)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (TITLE, ("Quay", "2025")),
        ("Evaluatie · Een · Twee · Meting 1", ("Een · Twee", "1")),
        ("Other", ("Other", "")),
    ],
)
def test_a_title_names_alliance_and_wave(title, expected):
    assert alliance_and_wave(title) == expected


@pytest.mark.parametrize(("by", "group"), [("partner", ("Ann", "", "")), ("level", ("", "Ann", ""))])
def test_a_difference_from_all_others_tells_of_its_group(by, group):
    header = ("Group", "Difference", "95% interval", "n", "n of others")
    table = on_page(f"others-{by}-dimension", header, ("Trust · Ann", "+0.4", "+0.1 to +0.7", "12", "20"))
    (found,) = published_sets(table)
    assert (found.group, found.kind, found.scale, found.n) == (group, "dimension", "Trust", 12)


def test_a_change_of_those_who_answered_both_times_tells_of_them_in_both_waves():
    header = ("Pillar", "Change", "Interval", "n (2024)", "n (2025)", "Both times", "Interval", "Judged")
    rows = (
        ("Trust", "+0.2", "0.0 to +0.4", "30", "32", "\u22120.1", "\u22120.3 to +0.1", "in doubt"),
        ("Goal", "+0.2", "0.0 to +0.4", "30", "32", "hidden", "hidden", "in doubt"),
    )
    found = [*published_sets(on_page("changes-pillar", header, *rows))]
    assert [(each.wave, each.group, each.n) for each in found] == [("2025", STAYED, 0), ("2024", KEPT, 0)]
    assert {(each.kind, each.scale) for each in found} == {("pillar", "Trust")}
    short = on_page("changes-pillar", header[:6], ("Trust", "+0.2", "0.0 to +0.4", "30", "32", "in doubt"))
    assert not [*published_sets(short)]


def test_slides_are_of_the_alliance_as_the_page_is():
    assert alliance_and_wave("Annual review · Slides · Quay · Wave 2025") == ("Quay", "2025")
