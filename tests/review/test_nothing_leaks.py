"""No exhibit depends on what the release plan hides.

People change places between two hidden partners, or give other answers where everything is hidden: if a
sentence, a cell, a description or a frame handed to a figure changed, it would tell about them.
"""

import pandas as pd
import pytest

import alliance_analytics as aa

TINY = {"Larder": {"tactical": (5, 5)}, "Pantry": {"operational": (4, 4)}}
SILENT = {"Larder": {"tactical": (5, 2)}, "Pantry": {"operational": (4, 2)}}
WHO = ["mail", "partner", "level"]


@pytest.fixture(scope="module")
def open_study(tmp_path_factory, write_alliance):
    """A function that writes an alliance, the answers given to its people in turn, and opens its study."""

    def opened(groups, answers):
        folder = tmp_path_factory.mktemp("world") / "alliance"
        return aa.study(write_alliance(folder, groups, {"2025": seated(groups).join(answers)}))

    return opened


@pytest.fixture(scope="module")
def told(show_all, everything_in):
    """A function that returns all that is told of a study, by anchor, but for the hash of its files."""
    return lambda study: {
        anchor: everything_in(exhibit)
        for anchor, exhibit in show_all(study).items()
        if anchor != "page-settings"
    }


@pytest.fixture(scope="module")
def nine(canal):
    """Answers of nine people."""
    return canal["2025"].tail(9).drop(columns=WHO).reset_index(drop=True)


@pytest.fixture(scope="module")
def as_they_sat(open_study, nine):
    return open_study(TINY, nine)


@pytest.fixture(scope="module")
def places_changed(open_study, nine):
    return open_study(TINY, nine.iloc[::-1].reset_index(drop=True))


def seated(groups):
    """Return mail, partner and level of those who answer."""
    rows = [
        (f"{partner}-{number}@example.org", partner, level)
        for partner, levels in groups.items()
        for level, (_, answered) in levels.items()
        for number in range(answered)
    ]
    return pd.DataFrame(rows, columns=WHO)


def test_nothing_tells_in_which_of_two_hidden_partners_somebody_is(told, as_they_sat, places_changed):
    first, second = told(as_they_sat), told(places_changed)
    assert first.keys() == second.keys()
    for anchor, text in first.items():
        assert text == second[anchor], anchor


def test_no_picture_of_hidden_partners_differs_by_a_byte(as_they_sat, places_changed):
    assert aa.partners(as_they_sat).svg == aa.partners(places_changed).svg


def test_nothing_tells_what_people_answered_where_all_is_hidden(told, open_study, nine):
    first, second = (told(open_study(SILENT, answers.head(4))) for answers in (nine, 6 - nine))
    for anchor, text in first.items():
        assert text == second[anchor], anchor


def test_what_may_be_shown_does_depend_on_the_answers(told, as_they_sat, open_study, nine):
    first, second = told(as_they_sat), told(open_study(TINY, 6 - nine))
    changed = {anchor for anchor, text in first.items() if text != second[anchor]}
    assert {"findings", "spider-pillar", "estimates-pillar"} <= changed
    assert not {anchor for anchor in changed if anchor.startswith(("answers", "partners", "levels"))}


def test_frames_of_released_estimates_hold_no_hidden_number(study, as_they_sat):
    for released in (study.released, as_they_sat.released):
        hidden = released[~released["shown"]].select_dtypes("number")
        assert len(hidden) > 100
        assert hidden.isna().all(axis=None)


def test_nobody_is_in_any_exhibit(shown, everything_in, canal):
    told = "\n".join(everything_in(exhibit) for exhibit in shown.values())
    assert "@example.org" not in told
    assert canal["2025"]["mail"].iloc[0] not in told
