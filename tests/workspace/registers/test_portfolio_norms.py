"""A norm needs a scale that is asked, a place on the answer scale, and a source."""

import pytest

from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.registers.portfolio_norms import norms


@pytest.fixture
def read(tmp_path, write_alliance):
    write_alliance(tmp_path / "oak", {"Larder": {"tactical": (9, 9)}})

    def of(*lines):
        (tmp_path / "norms.csv").write_text("\n".join(["scale,name,mean,source", *lines]), encoding="utf-8")
        return norms(open_workspace(tmp_path), default_instrument())

    return of


def test_a_norm_with_its_source_is_kept(read):
    found = read("pillar,1,3.4,A study", 'overall,overall,"3,2",Another')
    assert found.rows["mean"].tolist() == [3.4, 3.2]
    assert found.rows["source"].tolist() == ["A study", "Another"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("pillar,1,3.4,", "no source"),
        ("pillar,19,3.4,A study", "not asked"),
        ("pillar,1,7,A study", "off the answer scale"),
        ("mood,1,3,A study", "Scale cannot be understood"),
    ],
)
def test_what_cannot_be_used_is_named_and_left_out(read, line, what):
    found = read(line)
    assert found.rows.empty
    assert any(what in problem.what for problem in found.problems)
    assert all(problem.where == "norms.csv, row 2" for problem in found.problems)


def test_no_file_is_no_norm(tmp_path, write_alliance):
    write_alliance(tmp_path / "oak", {"Larder": {"tactical": (9, 9)}})
    assert norms(open_workspace(tmp_path), default_instrument()).rows.empty
