"""An agreement is done when somebody wrote so; else its pillar says what can be seen."""

import pandas as pd

from alliance_analytics.interpret.learning.agreements import KEPT_COLUMNS, kept_agreements


def agreed(*rows):
    return pd.DataFrame(rows, columns=["what", "who", "by_when", "pillar", "status"], dtype=object)


MOVED = pd.DataFrame(
    [("3", "moved", 0.5, 0.2, 0.8), ("6", "not_moved", -0.1, -0.3, 0.1)],
    columns=["pillar", "movement", "change", "ci_low", "ci_high"],
)


def test_every_outcome_has_its_place():
    table = kept_agreements(
        agreed(
            ("visit", "Ann", None, "3", "open"),
            ("report", "Bob", None, "6", None),
            ("board", "Cas", None, "6", "done"),
            ("sing", None, None, None, "open"),
        ),
        MOVED,
    )
    assert table["outcome"].tolist() == ["moved", "not_moved", "done", "cannot_tell"]
    assert list(table.columns) == KEPT_COLUMNS


def test_what_is_done_keeps_the_movement_of_its_pillar_beside_it():
    table = kept_agreements(agreed(("board", "Cas", None, "6", "done")), MOVED)
    assert table["movement"].tolist() == ["not_moved"]
    assert table["change"].tolist() == [-0.1]


def test_without_a_wave_before_nothing_can_be_told():
    assert kept_agreements(agreed(("a", "b", None, "3", None)), MOVED.iloc[:0])["outcome"].tolist() == [
        "cannot_tell"
    ]
