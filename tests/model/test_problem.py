import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.problem import Problem, refuse


def problem(number: int) -> Problem:
    return Problem(
        f"row {number}", f"Wrong {number}.", f"found {number}", f"allowed {number}", f"Do {number}."
    )


def test_no_problem_raises_nothing():
    refuse([], "a.csv")


def test_one_problem_is_told_as_it_is():
    with pytest.raises(ModelError) as caught:
        refuse([problem(4)], "a.csv")
    error = caught.value
    assert (error.what, error.where, error.found, error.allowed, error.remedy) == (
        "Wrong 4.",
        "a.csv, row 4",
        "found 4",
        "allowed 4",
        "Do 4.",
    )


def test_several_problems_share_their_numbers_in_every_part():
    with pytest.raises(ModelError) as caught:
        refuse([problem(4), problem(9)], "a.csv")
    error = caught.value
    assert error.what == "A file is broken in 2 places: (1) Wrong 4. (2) Wrong 9."
    assert error.where == "a.csv, (1) row 4 (2) row 9"
    assert error.remedy == "(1) Do 4. (2) Do 9."


def test_many_problems_are_counted_and_the_first_five_told():
    with pytest.raises(ModelError, match="broken in 12 places") as caught:
        refuse(map(problem, range(12)), "a.csv")
    assert "(5) row 4" in str(caught.value)
    assert "row 5" not in str(caught.value)
