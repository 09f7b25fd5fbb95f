"""The themes over time, from both sources."""

import alliance_analytics as aa
from alliance_analytics.review.themes.theming import of_source


def row_of(exhibit, *first):
    return next(row[len(first) :] for row in exhibit.table.rows if row[: len(first)] == first)


def test_statements_show_the_released_mean_and_interval(shown, study):
    found = of_source(study, "statements").set_index("theme").loc["flexibility"]
    assert row_of(shown["themes-over-time"], "Flexibility", "2025", "statements") == (
        f"{found['value']:.1f}",
        f"{found['low']:.1f} to {found['high']:.1f}",
        "30",
        "–",
        "–",
        "–",
    )


def test_reports_show_a_balance_its_interval_and_its_counts(shown, study):
    found = of_source(study, "reports").set_index("theme").loc["trust_loyalty"]
    low = f"{found['low']:+.1f}".replace("-", "\u2212")
    row = row_of(shown["themes-over-time"], "Trust and loyalty", "2025", "reports")
    assert row == ("+1.0", f"{low} to {found['high']:+.1f}", "2", "2", "0", "0")


def test_a_theme_that_reports_do_not_mention_is_no_matter_of_answers(shown):
    row = row_of(shown["themes-over-time"], "Flexibility", "2025", "reports")
    assert (row[0], row[2:]) == ("not mentioned", ("0", "0", "0", "0"))


def test_themes_and_waves_stand_in_order(shown, study):
    places = [row[:2] for row in shown["themes-over-time"].table.rows if row[2] == "statements"]
    expected = [(theme, wave) for theme in study.labels.themes.values() for wave in study.history.names]
    assert places == expected


def test_the_headline_names_the_highest_and_the_lowest(shown, study):
    scores = of_source(study, "statements").set_index("theme")["value"]
    highest, lowest = (study.labels.themes[theme] for theme in (scores.idxmax(), scores.idxmin()))
    expected = f"{highest} scores highest of the themes, {lowest} lowest"
    assert shown["themes-over-time"].headline == expected


def test_a_note_counts_the_passages_read_and_coded(shown):
    assert "3 passages of this wave were read; 3 carry a theme." in shown["themes-over-time"].notes[0]


def test_hidden_scores_leave_what_the_reports_say(tmp_path, write_alliance, show_all):
    folder = write_alliance(tmp_path / "few", {"Quay": {"tactical": (9, 4)}})
    (folder / "2025" / "reports").mkdir()
    (folder / "2025" / "reports" / "report.txt").write_text("The partners trust each other.\n")
    exhibit = show_all(aa.study(folder))["themes-over-time"]
    assert exhibit.headline == "Too few people answered to score the themes; the reports are shown"
    assert row_of(exhibit, "Trust and loyalty", "2025", "reports")[0] == "+1.0"


def test_neither_scores_nor_reports_are_said_to_be_found_when_there_are_none(silent_shown):
    assert silent_shown["themes-over-time"].headline == "Nothing was found on the four themes"


def test_without_themes_and_reports_there_is_no_exhibit(ferry):
    assert aa.themes(ferry) is None


def test_reports_speak_of_the_themes_also_when_nobody_was_asked(tmp_path, world, show_all):
    folder = tmp_path / "ferry"
    (folder / "2025" / "reports").mkdir(parents=True)
    for name in ("instrument.yml", "invited.csv", "2025/answers.csv"):
        (folder / name).write_text((world / "ferry" / name).read_text())
    (folder / "2025" / "reports" / "report.txt").write_text("The partners trust each other.\n")
    exhibit = show_all(aa.study(folder))["themes-over-time"]
    assert exhibit.table.rows[0][0] == "Trust and loyalty"
