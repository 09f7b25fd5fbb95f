"""From an executed notebook to files in their places: all or none."""

import nbformat
import pytest

from alliance_analytics.batch import extras, making
from alliance_analytics.batch.making import for_audience, make_files
from alliance_analytics.errors import PageError
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.publish.page.assembling import page_settings

SECTIONS = {MAIN_POINTS: "Main points", "one": "One", "two": "Two"}
EXHIBITS = (
    page_settings("Review", "en", alliance="a", wave="b", sections=SECTIONS, provenance={}, synthetic=True),
    Exhibit("points", MAIN_POINTS, "Main points", points=("Trust is lowest.", "More.")),
    Exhibit("first", "one", "Finding one"),
    Exhibit("second", "two", "Finding two"),
)


@pytest.fixture
def executed(tmp_path):
    """An executed notebook with all exhibits."""
    outputs = [nbformat.v4.new_output("display_data", data=each._repr_mimebundle_()) for each in EXHIBITS]
    cell = nbformat.v4.new_code_cell("shown", execution_count=1, outputs=outputs)
    book = nbformat.v4.new_notebook(cells=[cell])
    book.metadata["papermill"] = {"end_time": "now", "exception": None}
    nbformat.write(book, tmp_path / "executed.ipynb")
    return tmp_path / "executed.ipynb"


@pytest.fixture
def written(monkeypatch):
    """A writer of one further file."""
    monkeypatch.setitem(extras.WRITERS, "words", "here:words")
    monkeypatch.setattr(extras, "called", lambda _: lambda made: {".txt": made.parameters["wave"].encode()})


def test_the_page_and_the_main_finding(executed, job_of, tmp_path):
    job = job_of(tmp_path / "any.ipynb")
    placed = make_files(job, executed)
    assert (placed.headline, placed.files) == ("Trust is lowest.", ())
    assert "Finding two" in job.page.read_text(encoding="utf-8")


def test_further_files_stand_beside_the_page(executed, job_of, tmp_path, written):
    job = job_of(tmp_path / "any.ipynb", extras=("words",))
    assert make_files(job, executed).files == ("harbour/2024.txt",)
    assert job.page.with_suffix(".txt").read_bytes() == b"2024"


def test_what_a_check_refuses_leaves_nothing(executed, job_of, tmp_path, written, monkeypatch):
    def refuse(made, files, checks):
        raise PageError("It may not leave.")

    monkeypatch.setattr(making, "check", refuse)
    job = job_of(tmp_path / "any.ipynb", extras=("words",))
    with pytest.raises(PageError, match="may not leave"):
        make_files(job, executed)
    assert not job.page.parent.exists()


def test_an_audience_is_given_its_sections(job_of, tmp_path):
    job = job_of(tmp_path / "any.ipynb", audience="board", sections=(MAIN_POINTS, "two"))
    assert [each.anchor for each in for_audience(EXHIBITS, job)] == ["page-settings", "points", "second"]
    assert len(for_audience(EXHIBITS, job_of(tmp_path / "any.ipynb"))) == len(EXHIBITS)


def test_a_section_that_the_review_does_not_have_is_refused(job_of, tmp_path):
    job = job_of(tmp_path / "any.ipynb", audience="board", sections=("three",))
    with pytest.raises(PageError, match="one, two"):
        for_audience(EXHIBITS, job)


def test_a_page_that_names_its_folder_is_refused(executed, job_of, tmp_path):
    text = executed.read_text(encoding="utf-8").replace("Finding one", str(tmp_path))
    executed.write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match="must not leave"):
        make_files(job_of(tmp_path / "any.ipynb"), executed)
