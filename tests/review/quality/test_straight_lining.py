"""How many give one answer all the way down, where that tells about nobody."""

import pytest

import alliance_analytics as aa


@pytest.fixture(scope="module")
def lined(tmp_path_factory, write_alliance, canal):
    """A function that opens a study of thirty people, the first of whom agree with everything."""

    def opened(count):
        table = canal["2025"].assign(partner="Quay", level="tactical")
        items = [name for name in table.columns if name not in ("mail", "partner", "level")]
        table.loc[: count - 1, items] = 4.0
        folder = tmp_path_factory.mktemp("lined") / "quay"
        return aa.study(write_alliance(folder, {"Quay": {"tactical": (44, 30)}}, {"2025": table}))

    return opened


def test_enough_straight_liners_are_told_with_what_they_do(lined):
    exhibit = aa.straight_lining(lined(6))
    assert exhibit.headline == "20% of the people gave one answer all the way down"
    assert exhibit.table.rows[-1] == ("all of them", "6", "20%")
    assert "without these people, no dimension mean would move by more than" in exhibit.notes[1]


def test_a_few_are_only_said_to_be_few(lined):
    exhibit = aa.straight_lining(lined(3))
    assert exhibit.headline == "Fewer than 5 people gave one answer all the way down"
    assert exhibit.table.rows[-1][0].endswith("or more")
    assert "it would tell about fewer than 5 people" in exhibit.notes[1]


def test_all_but_a_few_are_not_told_of_either(lined):
    assert "cannot be told" in aa.straight_lining(lined(27)).headline


def test_nobody_is_an_answer_too(shown):
    assert shown["straight-lining"].headline == "Nobody gave one answer all the way down"
    assert shown["straight-lining"].notes[1] == "For the scores it makes no difference."


def test_of_few_people_nothing_is_told(silent_shown):
    exhibit = silent_shown["straight-lining"]
    assert "cannot be told" in exhibit.headline
    assert exhibit.table.rows == (("0% or more", "hidden", "hidden"),)
