"""Which reviews are made again, and the reason that is told."""

import pytest

from alliance_analytics.batch.choosing import choose
from alliance_analytics.batch.fingerprint import Tree
from alliance_analytics.batch.manifest import write_record


@pytest.fixture
def made(job_of, pretend, tmp_path):
    """A tree, an out folder, and two jobs of which the second failed; both have their records."""
    (tmp_path / "any.ipynb").write_text("{}")
    tree, out = Tree(tmp_path, {"harbour/a.csv": "1", "bad/a.csv": "1"}), tmp_path / "out"
    jobs = [job_of(tmp_path / "any.ipynb", name) for name in ("harbour", "bad")]
    for choice in choose(jobs, tree, out):
        assert choice.why == "it was not made yet"
        write_record(choice.job, out, choice.parts, pretend(choice.job))
    return tree, out, jobs


def whys(made, tree=None, **settings):
    return [choice.why for choice in choose(made[2], tree or made[0], made[1], **settings)]


def test_what_stands_is_left_and_what_failed_is_made_again(made):
    first, second = choose(made[2], made[0], made[1])
    assert (first.why, first.outcome.status) == ("", "unchanged")
    assert (second.why, second.outcome) == ("it failed", None)


def test_changed_data_is_the_reason_told(made):
    tree = Tree(made[0].root, {**made[0].files, "harbour/a.csv": "2"})
    assert whys(made, tree)[0] == "its data or settings changed"


def test_a_page_changed_by_hand_is_made_again(made):
    made[2][0].page.write_text("by hand")
    assert "by hand" in whys(made)[0]


def test_force_makes_all(made):
    assert set(whys(made, force=True)) == {"it was asked for by --force"}


def test_only_failed_leaves_the_others_and_says_so(made):
    tree = Tree(made[0].root, {**made[0].files, "harbour/a.csv": "2"})
    first, second = choose(made[2], tree, made[1], only="failed")
    assert (first.why, first.outcome.status) == ("", "skipped")
    assert "its data or settings changed" in first.outcome.reason
    assert second.why == "it failed"


def test_somebody_else_may_say_whether_files_stand(made):
    assert "gone" in whys(made, stands=lambda _: False)[0]
