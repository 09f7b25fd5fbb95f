"""Whether scores and reports moved the same way; quotations of public reports only."""

from dataclasses import replace

import pandas as pd
import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.review.themes.sources import sources_agree, themes_explained
from alliance_analytics.workspace.settings import WorkspaceSettings

TRUST = "trust_loyalty"


class Opened:
    """A workspace of which only the settings are asked."""

    def __init__(self, *public):
        self.settings = WorkspaceSettings(public_documents=public)


def test_each_theme_has_both_moves_and_a_verdict(study):
    exhibit = sources_agree(study)
    assert [row[0] for row in exhibit.table.rows] == list(study.labels.themes.values())
    assert exhibit.table.rows[0][2:] == ("not known", "can't tell")  # no reports in 2023
    assert exhibit.table.rows[0][1].startswith("+")
    assert exhibit.headline == (
        "Scores and reports since 2023: 0 of 4 themes agree, 0 disagree, 4 can't be told"
    )


def test_a_clear_move_of_both_agrees(study):
    made, table = replace(study), study.themes
    reports = (table["source"] == "reports") & (table["theme"] == TRUST) & (table["wave"] == "2025")
    earlier = table[reports].assign(wave="2023", value=-0.9, low=-1.0, high=-0.7)
    table = table.assign(low=table["low"].mask(reports, 0.5))
    made.__dict__.update(history=study.history, themes=pd.concat([table, earlier]))
    assert sources_agree(made).table.rows[0][-1] == "agree"


def test_an_unknown_earlier_wave_is_refused(study):
    with pytest.raises(ParameterError, match="2025"):
        sources_agree(study, since="2025")


def test_one_wave_has_nothing_to_be_compared_with(ferry):
    assert sources_agree(ferry) is None


@pytest.mark.parametrize("public", [(), ("minutes*",)])
def test_no_passage_of_a_report_that_is_not_public_is_quoted(saying, public):
    made = saying(_2025=TRUST)
    made = _in(made, Opened(*public))
    assert themes_explained(made) is None


def test_public_reports_are_quoted_the_clearest_passages_first(saying):
    exhibit = themes_explained(_in(saying(_2024=TRUST, _2025=",".join([TRUST] * 5)), Opened("report*")))
    assert [row[2] for row in exhibit.table.rows] == [f"Passage {n} of _2025." for n in (1, 2, 3)]
    assert exhibit.table.rows[0][:2] == ("Trust and loyalty", "what helps")


def _in(study, workspace):
    made = replace(study, workspace=workspace)
    made.__dict__.update({name: study.__dict__[name] for name in ("history", "codes", "coded")})
    return made
