"""Any error becomes a problem of a register, with all that it says."""

from alliance_analytics.errors import ModelError, WorkspaceError
from alliance_analytics.workspace.registers.problems import as_problem


def test_nothing_that_an_error_says_is_lost():
    error = ModelError("Broken.", where="a.yml", found="x", allowed="y", remedy="Mend it.")
    problem = as_problem(error)
    assert isinstance(problem, WorkspaceError)
    assert str(problem) == str(error)
