"""Reviews made from a notebook: as the command makes them, interrupted without harm, told in a line."""

from contextlib import contextmanager, nullcontext
from types import SimpleNamespace

import pytest

import alliance_analytics as aa
from alliance_analytics.batch import batching, reviewing
from alliance_analytics.batch.jobs import outcome_of


def made_at_once(job):
    if job.alliance == "bad":
        return outcome_of(job, "failed", reason="No export.", remedy="Put it there.")
    job.page.parent.mkdir(parents=True, exist_ok=True)
    job.page.write_text("<p>page</p>", encoding="utf-8")
    return outcome_of(job, "done", page=job.name)


@pytest.fixture
def three(tmp_path, monkeypatch):
    """Three alliances with a wave each, of which one is bad; reviews without a notebook."""
    for name in ("bad", "good", "later"):
        (tmp_path / "three" / name / "2024" / "reports").mkdir(parents=True)
    monkeypatch.setattr(batching, "_place", lambda means: nullcontext(SimpleNamespace(run=made_at_once)))
    return tmp_path / "three"


def test_what_became_of_reviews_is_told_without_a_whole_path(three):
    told = repr(aa.reviews(three, three.parent / "out", jobs=1))
    assert told == "1 failed, 2 done. Open out/index.html\nbad 2024: No export. Put it there."


def test_only_what_is_asked_for_is_made(three):
    made = aa.reviews(aa.open_workspace(three), three.parent / "out", alliances=["good"], language="nl")
    assert [(each.alliance, each.language) for each in made.outcomes] == [("good", "nl")]


def test_an_interrupted_run_keeps_what_was_made_and_goes_on(three, monkeypatch):
    @contextmanager
    def stopped_at_the_first_step(total, after):
        def step():
            raise KeyboardInterrupt

        yield step

    with monkeypatch.context() as stopped:
        stopped.setattr(reviewing, "waiting", stopped_at_the_first_step)
        with pytest.raises(KeyboardInterrupt):
            aa.reviews(three, three.parent / "out", alliances=["good", "later"], jobs=1)
    made = aa.reviews(three, three.parent / "out", alliances=["good", "later"], jobs=1)
    assert [each.status for each in made.outcomes] == ["unchanged", "done"]
