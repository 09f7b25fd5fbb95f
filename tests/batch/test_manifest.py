"""Records are written last, and believed only while the files are there as they were made."""

import json

from alliance_analytics.batch.fingerprint import Parts
from alliance_analytics.batch.manifest import (
    FOLDER,
    forget_record,
    place_of,
    read_record,
    sweep,
    unchanged,
    write_record,
)

PARTS = Parts("inputs", "parameters", "notebook", "package")


def recorded(job_of, pretend, tmp_path):
    job, out = job_of(tmp_path / "any.ipynb"), tmp_path / "out"
    outcome = pretend(job)
    write_record(job, out, PARTS, outcome)
    return job, out, outcome


def test_a_record_comes_back_as_it_was_written(job_of, pretend, tmp_path):
    job, out, outcome = recorded(job_of, pretend, tmp_path)
    record = read_record(job, out)
    assert (record.parts, record.outcome) == (PARTS, outcome)
    assert record.stands(out)
    assert unchanged(record, job).status == "unchanged"


def test_a_page_that_was_changed_or_is_gone_is_not_believed(job_of, pretend, tmp_path):
    job, out, _ = recorded(job_of, pretend, tmp_path)
    job.page.write_text("by hand")
    assert not read_record(job, out).stands(out)
    job.page.unlink()
    assert not read_record(job, out).stands(out)


def test_a_record_that_is_torn_or_gone_is_none(job_of, pretend, tmp_path):
    job, out, _ = recorded(job_of, pretend, tmp_path)
    place = place_of(job, out)
    place.write_text(place.read_text()[:20])
    assert read_record(job, out) is None
    forget_record(job, out)
    assert read_record(job, out) is None


def test_a_record_holds_no_path(job_of, pretend, tmp_path):
    job, out, _ = recorded(job_of, pretend, tmp_path)
    assert str(tmp_path) not in place_of(job, out).read_text()
    assert set(json.loads(place_of(job, out).read_text())) == {"parts", "outcome", "files"}


def test_what_a_killed_run_was_writing_is_swept_and_nothing_else(job_of, pretend, tmp_path):
    job, out, _ = recorded(job_of, pretend, tmp_path)
    (job.page.parent / ".2024.html.0a1b2c3d").write_text("half")
    (out / FOLDER / "harbour" / ".x.json.0a1b2c3d").write_text("half")
    (out / ".lock").write_text("")
    sweep(out)
    assert sorted(path.name for path in out.rglob("*") if path.is_file()) == [
        ".lock",
        "2024.html",
        "2024.html.json",
    ]
