"""What truly changed since the wave before."""

import pandas as pd

import alliance_analytics as aa
from alliance_analytics.review.change.changing import moved_beyond_doubt


def test_what_moved_beyond_doubt_comes_largest_first_and_only_when_shown():
    changes = pd.DataFrame(
        {
            "change": [0.2, -0.6, 0.3, 0.9],
            "moved": [True, True, False, True],
            "shown": [True, True, True, False],
        }
    )
    assert moved_beyond_doubt(changes)["change"].tolist() == [-0.6, 0.2]


def test_those_who_answered_both_times_stand_beside_everybody(exchanged):
    released = exchanged.parts("pillar").set_index("name")
    table = aa.changes(exchanged).table
    assert table.header[-3:] == ("Answered both times", "95% interval", "Judged together")
    for name, row in zip(exchanged.changes("pillar")["name"], table.rows, strict=True):
        told = released.loc[name]
        assert row[5] == (f"{told['within']:+.2f}" if told["shown"] else "hidden")
    assert released["shown"].any()


def test_each_row_says_whether_it_is_beyond_doubt(exchanged):
    changes = exchanged.changes("pillar")
    words = [row[-1] for row in aa.changes(exchanged).table.rows]
    judged = changes["moved"].map({True: "beyond doubt", False: "in doubt"}).where(changes["shown"], "hidden")
    assert words == judged.tolist()


def test_hidden_parts_are_hidden_here_too(few_exchanged):
    assert {row[5] for row in aa.changes(few_exchanged).table.rows} == {"hidden"}


def test_the_note_names_the_adjustment(exchanged):
    assert "Holm" in aa.changes(exchanged).notes[0]
    assert "compared with themselves" in aa.changes(exchanged).notes[0]
    assert "Benjamini" in aa.changes(exchanged, "item").notes[0]
    assert "all who answered are compared" in aa.changes(exchanged, "item").notes[0]
