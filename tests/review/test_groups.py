"""Partners and levels, compared where both may be shown."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.review.groups import group_in_text, group_names, scale_in_text, widest


@pytest.mark.parametrize(("by", "decimals"), [("partner", {"Tide Lab": 1}), ("level", {"Strategic": 1})])
def test_every_cell_is_a_number_that_was_released(shown, study, by, decimals):
    released = study.estimates("dimension", by=by).set_index(["name", by])
    groups = group_names(study, by)
    rows = iter(shown[f"{by}s-dimension"].table.rows)
    for name, text in study.labels.dimensions.items():
        for group, called in groups.items():
            row, places = released.loc[(name, group)], decimals.get(called, 2)
            mean, low, high = (f"{row[key]:.{places}f}" for key in ("mean", "ci_low", "ci_high"))
            assert next(rows) == (f"{text} · {called}", mean, f"{low} to {high}", f"{row['n']:.0f}")


def test_partners_who_differ_beyond_doubt_are_named_with_the_scale(shown, study):
    gap = widest(study.gaps("partner"))
    assert (gap["high"], gap["low"]) == ("Northern Locks", "Harbour Office")
    scale = f"the {study.labels.dimensions[gap['name']].lower()} dimension"
    assert shown["partners-dimension"].headline == f"{gap['high']} and {gap['low']} see {scale} differently"


def test_a_note_holds_the_difference_and_its_interval(shown, study):
    gap = widest(study.gaps("partner"))
    low, high = gap["ci_low"], gap["ci_high"]
    assert f"{gap['gap']:.2f} points ({low:.2f} to {high:.2f})" in shown["partners-dimension"].notes[0]


def test_levels_that_do_not_differ_beyond_doubt_say_so(shown, study):
    assert (study.gaps("level")["ci_low"] <= 0).all()
    assert shown["levels-dimension"].headline == "No two levels differ beyond doubt"


def test_groups_that_cannot_be_compared_say_so(tiny, show_all):
    exhibits = show_all(tiny)
    assert exhibits["partners-dimension"].headline.startswith("Partners cannot be compared")
    assert exhibits["levels-dimension"].headline.startswith("Levels cannot be compared")


def test_an_instrument_of_its_own_has_its_own_groups(ferry_shown, ferry):
    assert group_names(ferry, "level") == {"crew": "Crew", "shore": "Shore"}
    assert "1 to 7" in ferry_shown["partners-dimension"].subtitle


def test_without_groups_or_scale_there_is_nothing_to_compare(tmp_path, write_alliance, ferry):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    export = folder / "2025" / "answers.csv"
    pd.read_csv(export).drop(columns=["partner", "level"]).to_csv(export, index=False)
    (folder / "2025" / "wave.yml").write_text("date: 2025-05-05\n")
    nameless = aa.study(folder)
    assert aa.partners(nameless) is None
    assert aa.levels(nameless) is None
    assert aa.partners(ferry, "theme") is None


def test_the_widest_difference_beyond_doubt_goes_before_a_wider_one_in_doubt():
    differences = pd.DataFrame({"gap": [0.9, 0.4, 0.6], "ci_low": [-0.1, 0.2, 0.1]})
    assert widest(differences)["gap"] == 0.6
    assert widest(differences.head(1))["gap"] == 0.9


def test_names_inside_a_sentence_are_no_headings(study):
    assert scale_in_text(study, "pillar", "3") == "the pillar trust"
    assert group_in_text({"tactical": "Tactical"}, "tactical", "level") == "tactical"
    assert group_in_text({"Tide Lab": "Tide Lab"}, "Tide Lab", "partner") == "Tide Lab"
