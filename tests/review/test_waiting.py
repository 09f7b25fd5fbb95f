"""A bar appears when waiting gets long, says what is left, and goes when the work ends or is interrupted."""

import io
from types import SimpleNamespace

import pytest
from rich.console import Console

from alliance_analytics.review import waiting as module
from alliance_analytics.review.waiting import waiting


@pytest.fixture
def terminal(monkeypatch):
    """What is written to a terminal."""
    written = io.StringIO()
    monkeypatch.setattr(module, "Console", lambda **_: Console(file=written, force_terminal=True))
    return written


@pytest.fixture
def outputs(monkeypatch):
    """What one output of a notebook showed, one after the other."""
    shown = []
    handle = SimpleNamespace(update=lambda content, raw=False: shown.append(content))
    monkeypatch.setattr(module, "Console", lambda **_: Console(force_jupyter=True))
    monkeypatch.setattr("IPython.display.display", lambda *_, display_id: handle)
    return shown


def test_a_terminal_is_told_how_many_are_done(terminal):
    with waiting(3, after=0) as step:
        step()
    assert "1/3" in terminal.getvalue()


def test_short_work_shows_nothing(terminal, outputs):
    with waiting(3) as step:
        step()
    assert (terminal.getvalue(), outputs) == ("", [])


def test_the_bar_comes_when_it_takes_long_and_something_is_left(outputs, monkeypatch):
    clock = iter([0, 0, 1, 5, 9])
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    with waiting(3) as step:
        for count in (0, 1, 2):
            assert len(outputs) == max(0, count - 1)
            step()
        assert len(outputs) == 1


def test_nobody_is_shown_a_bar_in_a_log(monkeypatch):
    log = io.StringIO()
    monkeypatch.setattr(module, "Console", lambda **_: Console(file=log))
    with waiting(2, after=0) as step:
        step()
    assert log.getvalue() == ""


def test_a_notebook_shows_what_is_done_and_left_and_keeps_nothing(outputs):
    with waiting(4, after=0) as step:
        step()
        step()
    shown = [each.data for each in outputs[:-1]]
    assert [each.split(">")[1].split("<")[0] for each in shown] == ["0/4", "1/4", "2/4"]
    assert shown[-1].split(" · ")[1].startswith("0:00:0")
    assert outputs[-1] == {"text/plain": ""}


def test_an_interrupt_takes_the_bar_away_and_goes_on(outputs):
    with pytest.raises(KeyboardInterrupt), waiting(4, after=0):
        raise KeyboardInterrupt
    assert outputs[-1] == {"text/plain": ""}
