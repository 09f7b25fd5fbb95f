"""Records that do not count, by wave and reason."""

from typing import get_args

import pytest

import alliance_analytics as aa
from alliance_analytics.intake.platforms.base import RowReason
from alliance_analytics.intake.rows import LEFT_OUT
from alliance_analytics.review.quality.left_out import FAMILIES


@pytest.fixture(scope="module")
def repeated(tmp_path_factory, write_alliance):
    """A function that opens a study of six people, some of whom stand in the export once more."""

    def opened(times):
        folder = write_alliance(tmp_path_factory.mktemp("quay") / "quay", {"Quay": {"tactical": (20, 12)}})
        export = folder / "2025" / "answers.csv"
        rows = export.read_text().splitlines()
        export.write_text("\n".join([*rows, *rows[1 : 1 + times]]))
        return aa.study(folder)

    return opened


def test_every_reason_belongs_to_one_family():
    reasons = [reason for family in FAMILIES.values() for reason in family]
    assert sorted(reasons) == sorted(LEFT_OUT)
    assert set(get_args(RowReason)) <= set(reasons)


def test_the_effect_of_few_people_is_not_told(repeated):
    exhibit = aa.left_out(repeated(2))
    assert exhibit.headline == "2 records do not count; too few for their effect on the scores to be told"
    assert exhibit.table.rows == (("duplicate", "2", "fewer than 5"),)


def test_the_effect_of_enough_people_is(repeated):
    exhibit = aa.left_out(repeated(6))
    assert exhibit.headline.startswith(
        "6 records do not count; keeping them would move no dimension mean by more"
    )
    assert exhibit.table.rows[0][2].lstrip("+−").startswith("0.")


def test_where_every_record_counts_that_is_the_finding(shown):
    assert shown["left-out"].headline == "Every record of this wave counts"
    assert shown["left-out"].table.rows == (("none", "0", "nothing"),)
