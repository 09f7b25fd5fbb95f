"""Further files and checks: each one line in a list, called when asked for."""

import pytest

from alliance_analytics.batch import extras
from alliance_analytics.batch.extras import Made, check, files_of, refuse_unknown_extras
from alliance_analytics.errors import PageError, ParameterError

MADE = Made("harbour/2024.html", (), "<p>", {"wave": "2024"})


def words(made):
    """A writer, for these tests."""
    return {".txt": made.name.encode()}


def refuses(made, files):
    """A check, for these tests."""
    raise PageError("It may not leave.", found=", ".join(files))


@pytest.fixture
def named(monkeypatch):
    monkeypatch.setattr(extras, "called", {"here:words": words, "here:refuses": refuses}.get)
    monkeypatch.setitem(extras.WRITERS, "words", "here:words")


def test_a_writer_named_makes_its_file(named):
    assert files_of(MADE, ["words"]) == {".txt": b"harbour/2024.html"}
    assert files_of(MADE, []) == {}


def test_an_unknown_file_is_refused_with_the_nearest(named):
    with pytest.raises(ParameterError, match="Did you mean 'words'"):
        refuse_unknown_extras(["word"])


def test_a_check_stops_a_review(named):
    check(MADE, {}, ())
    with pytest.raises(PageError, match=r"\.txt"):
        check(MADE, {".txt": b""}, ("here:refuses",))


def test_a_place_is_found_by_module_and_function():
    assert extras.called("alliance_analytics.batch.jobs:outcome_of").__name__ == "outcome_of"


@pytest.mark.parametrize("place", [*extras.WRITERS.values(), *extras.CHECKS])
def test_everything_that_is_listed_is_there(place):
    assert callable(extras.called(place))
