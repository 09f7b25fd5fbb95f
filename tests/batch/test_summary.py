"""What a batch leaves behind."""

import json

import pytest

from alliance_analytics.batch import summary
from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.batch.summary import exit_status, write_summary

DONE = Outcome("a", "2024", "done", page="a/2024.html", headline="Trust is lowest", seconds=3.0)
FAILED = Outcome("b", "2024", "failed", cell=3, reason="No export.", remedy="Put it there.")
SKIPPED = Outcome("c", "", "skipped", reason="It has no wave.")


def test_the_summary_counts_and_lists(tmp_path):
    index = write_summary([DONE, FAILED, SKIPPED], tmp_path, title="Ours", language="en")
    content = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert content["counts"] == {"done": 1, "failed": 1, "skipped": 1}
    assert content["reviews"][1]["cell"] == 3
    page = index.read_text(encoding="utf-8")
    assert 'href="a/2024.html"' in page
    assert "Put it there." in page


@pytest.mark.parametrize(
    ("outcomes", "status"), [([DONE], 0), ([DONE, SKIPPED], 0), ([DONE, FAILED], 1), ([SKIPPED], 2), ([], 2)]
)
def test_exit_status(outcomes, status):
    assert exit_status(outcomes) == status


def test_an_unchanged_review_is_made_for_readers_and_unchanged_for_the_run(tmp_path):
    same = Outcome("a", "2024", "unchanged", page="a/2024.html", headline="Trust is lowest", label="2024")
    index = write_summary([same], tmp_path, title="Ours", language="en")
    assert 'href="a/2024.html"' in index.read_text(encoding="utf-8")
    assert "Unchanged" in (tmp_path / "run.html").read_text(encoding="utf-8")


def test_pages_are_not_drawn_again_for_the_same_outcomes(tmp_path, monkeypatch):
    write_summary([DONE], tmp_path, title="Ours", language="en")
    monkeypatch.setattr(summary, "_write_pages", None)
    write_summary([DONE], tmp_path, title="Ours", language="en")
    with pytest.raises(TypeError):
        write_summary([FAILED], tmp_path, title="Ours", language="en")


def test_reports_of_one_wave_have_rows_of_their_own(tmp_path):
    pages = [
        Outcome("a", "2024", "done", page=f"a/2024{mark}.html", label=f"2024{mark}") for mark in ("", "-nl")
    ]
    text = write_summary(pages, tmp_path, title="Ours", language="en").read_text(encoding="utf-8")
    assert text.count('<td class="done">') == 2
