"""Reviews that were chosen are made, each with its record; those that stand are left."""

from alliance_analytics.batch import batching
from alliance_analytics.batch.batching import LEAST, Means, make_chosen, make_with, memory_each, usual_kernel
from alliance_analytics.batch.choosing import choose
from alliance_analytics.batch.fingerprint import Tree
from alliance_analytics.batch.manifest import read_record
from benchmarks.killing import kill_and_look


def chosen(job_of, tmp_path, *alliances):
    (tmp_path / "any.ipynb").write_text("{}")
    jobs = [job_of(tmp_path / "any.ipynb", name) for name in alliances]
    return choose(jobs, Tree(tmp_path, {f"{name}/a.csv": "1" for name in alliances}), tmp_path / "out")


def test_a_record_is_there_when_an_outcome_is_told(job_of, pretend, tmp_path):
    wanted, told = chosen(job_of, tmp_path, "a", "bad"), []
    out = tmp_path / "out"
    jobs = {choice.job.alliance: choice.job for choice in wanted}
    make_with(
        pretend, wanted, out, 2, lambda each: told.append(read_record(jobs[each.alliance], out).outcome)
    )
    assert sorted((each.alliance, each.status) for each in told) == [("a", "done"), ("bad", "failed")]


def test_only_what_has_no_outcome_is_made_and_all_come_back_in_order(job_of, pretend, tmp_path, monkeypatch):
    first = chosen(job_of, tmp_path, "a", "b")
    make_with(pretend, first[:1], tmp_path / "out", 1, lambda _: None)

    class Place:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        run = staticmethod(pretend)

    monkeypatch.setattr(batching, "_place", lambda means: Place())
    outcomes = make_chosen(chosen(job_of, tmp_path, "a", "b"), tmp_path / "out", Means(1), lambda _: None)
    assert [each.status for each in outcomes] == ["unchanged", "done"]


def test_nothing_to_make_starts_nothing(job_of, pretend, tmp_path, monkeypatch):
    make_with(pretend, chosen(job_of, tmp_path, "a"), tmp_path / "out", 1, lambda _: None)
    monkeypatch.setattr(batching, "_place", None)
    outcomes = make_chosen(chosen(job_of, tmp_path, "a"), tmp_path / "out", Means(1), lambda _: None)
    assert [each.status for each in outcomes] == ["unchanged"]


def test_fifty_bad_among_fifty_good(job_of, pretend, tmp_path):
    names = [f"{kind}{number:02d}" for number in range(50) for kind in ("bad", "good")]
    outcomes = make_with(pretend, chosen(job_of, tmp_path, *names), tmp_path / "out", 4, lambda _: None)
    assert [each.status for each in outcomes] == ["failed", "done"] * 50
    assert all(each.remedy for each in outcomes if each.status == "failed")


def test_memory_is_shared_by_those_that_run_at_once(monkeypatch):
    assert memory_each(1) >= memory_each(2) >= LEAST
    assert memory_each(10**6) == LEAST
    monkeypatch.delattr(batching.os, "sysconf")
    assert memory_each(2) is None


def test_cells_run_inside_where_forking_is_safe(monkeypatch):
    monkeypatch.setattr(batching, "fork_is_safe", lambda: False)
    assert usual_kernel() == "ordinary"
    monkeypatch.setattr(batching, "fork_is_safe", lambda: True)
    assert usual_kernel() == "inside"


def test_a_kill_at_any_moment_leaves_whole_files_and_the_next_run_completes(tmp_path):
    moments = [0.3, 0.5, 0.6, 0.7, 0.8, 1.0]  # two hundred of them: python -m benchmarks.batch --kills 200
    assert not any(kill_and_look(tmp_path / str(moment), moment) for moment in moments)
