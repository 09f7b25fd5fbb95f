"""No exhibit depends on what the release plan hides.

People change places between two hidden partners, or give other answers where everything is hidden: if a
sentence, a cell, a description or a frame handed to a figure changed, it would tell about them.
"""

import numpy as np
import pandas as pd
import pytest

import alliance_analytics as aa

TINY = {"Larder": {"tactical": (5, 5)}, "Pantry": {"operational": (4, 4)}}
SILENT = {"Larder": {"tactical": (5, 2)}, "Pantry": {"operational": (4, 2)}}
WHO = ["mail", "partner", "level"]


@pytest.fixture(scope="module")
def told(tmp_path_factory, write_alliance, show_all, everything_in):
    """A function that writes an alliance and returns all that is told of it, by anchor."""

    def tell(groups, table):
        folder = tmp_path_factory.mktemp("world") / "alliance"
        study = aa.study(write_alliance(folder, groups, {"2025": table}))
        exhibits = show_all(study)
        assert exhibits.pop("page-settings")  # holds a hash of the file, which does change
        return {anchor: everything_in(exhibit) for anchor, exhibit in exhibits.items()}

    return tell


def answers_of(canal, count):
    return canal["2025"].tail(count).drop(columns=WHO).reset_index(drop=True)


def seated(groups):
    rows = [
        (f"{partner}-{number}@example.org", partner, level)
        for partner, levels in groups.items()
        for level, (_, answered) in levels.items()
        for number in range(answered)
    ]
    return pd.DataFrame(rows, columns=WHO)


def test_nothing_tells_in_which_of_two_hidden_partners_somebody_is(told, canal):
    answers = answers_of(canal, 9)
    moved = answers.iloc[[4, 5, 6, 7, 8, 0, 1, 2, 3]].reset_index(drop=True)
    first, second = (told(TINY, seated(TINY).join(each)) for each in (answers, moved))
    assert first.keys() == second.keys()
    for anchor, text in first.items():
        assert text == second[anchor], anchor


def test_nothing_tells_what_people_answered_where_all_is_hidden(told, canal):
    answers = answers_of(canal, 4)
    first, second = (told(SILENT, seated(SILENT).join(each)) for each in (answers, 6 - answers))
    for anchor, text in first.items():
        assert text == second[anchor], anchor


def test_what_may_be_shown_does_depend_on_the_answers(told, canal):
    answers = answers_of(canal, 9)
    first, second = (told(TINY, seated(TINY).join(each)) for each in (answers, 6 - answers))
    changed = {anchor for anchor, text in first.items() if text != second[anchor]}
    assert {"findings", "spider-pillar", "estimates-pillar"} <= changed
    assert not {anchor for anchor in changed if anchor.startswith(("answers", "partners", "levels"))}


def test_frames_handed_to_figures_hold_no_hidden_number(study):
    released = study.released
    hidden = released[~released["shown"]].select_dtypes("number")
    assert len(hidden) > 100
    assert np.isnan(hidden.to_numpy(float)).all()


def test_drawn_figures_hold_no_mean_of_a_hidden_partner(tiny, draw_all, everything_in):
    estimates = tiny.history.now.estimates
    hidden = estimates[estimates["partner"].isin(["Larder", "Pantry"]) & (estimates["scale"] == "pillar")]
    exhibits = draw_all(tiny)
    pictured = [exhibit for exhibit in exhibits.values() if exhibit.svg]
    assert len(pictured) >= 10
    for mean in hidden["mean"]:
        assert not [exhibit.anchor for exhibit in pictured if f"{mean:.4f}" in everything_in(exhibit)]


def test_texts_of_people_are_in_no_exhibit(shown, everything_in, canal):
    told = "\n".join(everything_in(exhibit) for exhibit in shown.values())
    assert "@example.org" not in told
    assert canal["2025"]["mail"].iloc[0] not in told
