"""Records whose cells were moved to the side: what is seen, and what is no sign of it."""

import pytest

from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.intake.survey import read_survey

PARTNERS = SurveySettings(partners=["North Bank", "South Bank"])


@pytest.fixture
def excluded(tmp_path, as_csv, instrument, people):
    """A function from the cells of one more record to why it is left out."""

    def read(cells):
        file = tmp_path / "table.csv"
        headings = ["partner", "level", "S1", "S2", "S3", "O1", "C1"]
        file.write_bytes(as_csv([headings, *(person.cells for person in people), cells]))
        return read_survey(file, instrument, PARTNERS, alliance="a", wave="1").excluded

    return read


WHOLE = ["North Bank", "Tactical", "Agree", "Neutral", "Agree", "Disagree", "fine"]


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param([*WHOLE[1:], ""], id="to the left"),
        pytest.param(["", *WHOLE[:-1]], id="to the right"),
        pytest.param([*WHOLE[:1], *WHOLE[2:], ""], id="from the second on"),
        pytest.param(["", "strongly_agree", *WHOLE[2:]], id="the name of a label"),
        pytest.param(["", "Don't know", *WHOLE[2:]], id="a missing answer"),
    ],
)
def test_a_record_that_was_moved_does_not_count(excluded, cells):
    assert excluded(cells) == {"misplaced": 1}


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(WHOLE, id="sound"),
        pytest.param(["Somebody else", "Boss", *WHOLE[2:]], id="names that nobody knows"),
        pytest.param(["", "", *WHOLE[2:]], id="names left out"),
        pytest.param([WHOLE[0], "Don't know", *WHOLE[2:]], id="a level that somebody does not know"),
        pytest.param([*WHOLE[:2], "Perhaps", *WHOLE[3:]], id="an unknown answer"),
        pytest.param([*WHOLE[:-1], "Agree"], id="a comment in one word"),
    ],
)
def test_what_is_only_unknown_stays_where_it_is(excluded, cells):
    assert excluded(cells) == {}
