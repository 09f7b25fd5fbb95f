"""Each group's own view of the stage, hidden where it must be, and the phase beside the stage."""

import re

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.review.development.views import _finding, _not_placed, views_of


def test_only_groups_that_may_be_shown_are_placed(study):
    shown = study.estimates("pillar", by="partner").groupby("partner")["shown"]
    placed = {name for name, rows in views_of(study, "partner").groupby("partner") if rows["placed"].all()}
    assert placed <= {name for name, flags in shown if flags.any()}
    assert placed >= {name for name, flags in shown if flags.all()}


def test_a_hidden_group_is_told_to_be_hidden(study):
    rows = {row[0]: row[1:] for row in aa.stage_views(study, "partner").table.rows}
    hidden = [name for name, cells in rows.items() if set(cells) == {"hidden"}]
    placed = views_of(study, "partner").groupby("partner")["placed"].all()
    assert set(hidden) == set(rows) - set(placed[placed].index)


def test_tiny_groups_cannot_be_told(tiny):
    exhibit = aa.stage_views(tiny, "partner")
    assert exhibit is None or "cannot be told" in exhibit.headline


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((0.95, 0.9), "different stages"),
        ((0.95, 0.52), "but not beyond doubt"),
        ((0.51, 0.52), "but not beyond doubt"),
    ],
)
def test_groups_differ_only_where_each_is_placed_clearly(study, shares, said):
    stages = ("opportunism", "procedure-oriented")
    rows = [
        {"partner": name, "stage": stage, "share": share if stage == own else 1 - share, "placed": True}
        for name, own, share in zip("ab", stages, shares, strict=True)
        for stage in stages
    ]
    assert _finding(study, "partner", pd.DataFrame(rows)).endswith(said)


def test_no_evidence_no_view(ferry):
    assert aa.stage_views(ferry, "partner") is None
    assert aa.ecosystem(ferry) is None


def test_the_phase_stands_beside_the_stage_with_its_range(study):
    exhibit = aa.ecosystem(study)
    assert exhibit.anchor == "ecosystem-phase"
    assert len(exhibit.table.rows) == 3
    assert all(re.fullmatch(r"\d+% \(\d+(–\d+)?%\)", row[-1]) for row in exhibit.table.rows)
    assert "does not change it" in exhibit.notes[0]


def test_why_a_group_is_not_placed_is_said_once_below_the_table(study):
    shares = views_of(study, "partner")
    apart = shares.assign(placed=False, reason="too_little_evidence")
    names = {name: name for name in apart["partner"].unique()}
    (note,) = _not_placed(study, "partner", names, apart)
    assert note == f"Not placed: {', '.join(names)}; too few of the marks could be measured."
