"""Where we stand: the numbers that readers see are those that were released."""

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError
from alliance_analytics.review.change.changing import moved_beyond_doubt
from alliance_analytics.review.standing import estimates_table

HIDDEN = "hidden"


def cells(row):
    """Mean, interval and n of a row as they are told."""
    if not row["shown"]:
        return (HIDDEN,) * 3
    return f"{row['mean']:.2f}", f"{row['ci_low']:.2f} to {row['ci_high']:.2f}", f"{row['n']:.0f}"


def names_of(study, scale="pillar"):
    return study.labels.of(scale)


@pytest.mark.parametrize("anchor", ["spider-pillar", "estimates-pillar"])
def test_every_cell_is_a_number_that_was_released(shown, study, anchor):
    now = study.estimates("pillar").set_index("name")
    before = study.before("pillar").set_index("name")
    assert shown[anchor].table.rows == tuple(
        (text, *cells(now.loc[name]), cells(before.loc[name])[0]) for name, text in names_of(study).items()
    )
    assert now["shown"].sum() >= 7


def test_the_trend_holds_the_released_mean_of_every_wave(shown, study):
    released = study.everybody.set_index(["name", "wave"])
    for (text, *cells), name in zip(
        shown["trend-dimension"].table.rows, names_of(study, "dimension"), strict=True
    ):
        assert text == names_of(study, "dimension")[name]
        for wave, cell in zip(study.history.names, cells, strict=True):
            row = released.loc[(name, wave)]
            assert (
                cell == f"{row['mean']:.2f} ({row['ci_low']:.2f} to {row['ci_high']:.2f}; n = {row['n']:.0f})"
            )


def test_changes_are_the_released_ones_with_their_signs(shown, study):
    released = study.changes("pillar").set_index("name")
    for text, change, interval, *_ in shown["changes-pillar"].table.rows:
        row = released.loc[next(name for name, known in names_of(study).items() if known == text)]
        told = row["reason"] == ""
        assert change == (f"{row['change']:+.2f}" if told else HIDDEN)
        assert interval == (f"{row['ci_low']:+.2f} to {row['ci_high']:+.2f}" if told else HIDDEN)


def test_a_headline_names_the_strongest_and_the_weakest(shown, study):
    means = study.estimates("pillar").set_index("name")["mean"]
    highest, lowest = (names_of(study)[name] for name in (means.idxmax(), means.idxmin()))
    assert shown["spider-pillar"].headline == f"{highest} scores highest, {lowest} lowest"


def test_the_lowest_is_not_called_lowest_beyond_doubt_when_intervals_overlap(shown, study):
    assert study.weakest["overlaps"].iloc[0]
    assert "not beyond doubt" in shown["estimates-pillar"].headline


def test_a_headline_counts_what_moved_beyond_doubt(shown, study):
    changes = study.changes("pillar")
    moved, told = len(moved_beyond_doubt(changes)), int(changes["change"].notna().sum())
    assert shown["changes-pillar"].headline == f"{moved} of {told} means moved beyond doubt since wave 2024"


def test_a_subtitle_says_scale_people_and_wave(shown):
    subtitle = shown["estimates-pillar"].subtitle
    assert "1 to 5" in subtitle
    assert "all 47 people invited; n = 29 to 30; wave 2025" in subtitle


def test_pictures_get_this_wave_and_the_one_before(shown):
    assert ",2025," in shown["spider-pillar"].svg
    assert ",2024," in shown["spider-pillar"].svg


def test_the_first_wave_has_no_change_and_no_trend(dutch):
    assert "changes-pillar" not in dutch
    assert dutch["trend-dimension"].headline == "Nog maar één meting: er is nog geen verloop"
    assert dutch["estimates-pillar"].table.header == ("Pijler", "Gemiddelde", "95%-interval", "n")


def test_another_scale_is_called_by_its_own_kind(study):
    exhibit = aa.changes(study, "theme")
    assert exhibit.anchor == "changes-theme"
    assert exhibit.table.header[0] == "Theme"
    assert "pillar" not in exhibit.headline


def test_another_instrument_stands_on_its_own_scales_and_points(ferry_shown):
    assert "1 to 7" in ferry_shown["spider-pillar"].subtitle
    assert [row[0] for row in ferry_shown["spider-pillar"].table.rows] == ["speed", "care", "cost", "fares"]


def test_an_instrument_without_pillars_stands_on_its_dimensions(flat_shown):
    assert flat_shown["spider-dimension"].headline.endswith("lowest")
    assert "number invited not known" in flat_shown["estimates-dimension"].subtitle
    assert not flat_shown["estimates-dimension"].notes, "no outer line is drawn"


def test_two_scales_make_no_web_and_show_their_means(ferry):
    web, means = aa.spider(ferry, "dimension"), aa.estimates(ferry, "dimension")
    assert web.alt == means.alt
    assert web.alt != aa.spider(ferry, "pillar").alt


def test_a_scale_that_an_instrument_lacks_has_no_exhibit(ferry):
    assert aa.spider(ferry, "theme") is None
    assert aa.estimates(ferry, "theme") is None
    assert aa.changes(ferry, "theme") is None
    assert aa.trend(ferry, "theme") is None


def test_a_scale_that_does_not_exist_is_refused(study):
    for view in (aa.spider, aa.estimates, aa.trend, aa.changes):
        with pytest.raises(ParameterError, match="'pillar'"):
            view(study, "pilar")


def test_all_hidden_is_said_and_no_number_is_shown(silent_shown):
    exhibit = silent_shown["estimates-pillar"]
    assert exhibit.headline == "Too few people answered to show where the alliance stands"
    assert {cell for row in exhibit.table.rows for cell in row[1:]} == {HIDDEN}


def test_a_census_says_that_everybody_answered(tiny):
    rows = estimates_table(tiny, "pillar").rows
    assert {row[2] for row in rows} == {"everybody answered"}


def test_hidden_changes_are_not_told_to_be_none(tmp_path, write_alliance, canal, show_all):
    few = canal["2025"].head(4).assign(partner="Quay", level="tactical")
    folder = write_alliance(tmp_path / "few", {"Quay": {"tactical": (9, 4)}}, {"2024": few, "2025": few})
    exhibit = aa.changes(aa.study(folder))
    assert exhibit.headline == "Too few people answered to compare with wave 2024"
    assert {cell for row in exhibit.table.rows for cell in row[1:]} == {HIDDEN}
