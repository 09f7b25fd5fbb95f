"""How far a run is, in a line and in a log."""

from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.batch.progress import Progress

DONE = Outcome("harbour", "2024", "done", seconds=2.0, label="2024")


def test_each_line_counts_and_says_how_long_it_will_take_still(tmp_path):
    progress = Progress(2, tmp_path / "run.log")
    first, last = progress.line(DONE), progress.line(DONE)
    assert first.startswith("1/2 harbour 2024: done (2.0 s), about ")
    assert first.endswith(" left")
    assert last == "2/2 harbour 2024: done (2.0 s)"
    assert len((tmp_path / "run.log").read_text().splitlines()) == 2


def test_the_time_left_follows_the_time_taken():
    progress = Progress(4, ended=2)
    progress._start -= 20
    assert progress.left() == "about 20 s"
    progress._start -= 400
    assert progress.left() == "about 7 min"
