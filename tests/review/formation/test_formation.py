import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.review.formation.formation import assessment, formation_of, formation_rows
from alliance_analytics.review.study import study

FORM = """question,A,B,evidence
intensive,4,5,
part-of-the-work,4,4,
core-processes,5,1,
long-term,4,4,
history-of-failure,4,4,
willing-partners,5,4,
problem-set,4,4,a workshop
evalution,4,4,
"""


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "one-desk.csv"
    target.write_text(FORM, encoding="utf-8")
    return target


def test_a_form_is_judged_once_and_whole(path):
    found = assessment(path)
    assert repr(found) == "Assessment of one-desk, 2 raters"
    assert found.fit.answer == "alliance_if"
    assert found.called_for == "yes"
    assert {rater: fit.answer for rater, fit in found.each_rater.items()} == {1: "alliance", 2: "other"}


def test_raters_far_apart_are_a_problem_with_place_and_remedy(path):
    unknown, apart = assessment(path).problems
    assert unknown.remedy == "Did you mean 'evaluation'?"
    assert (apart.where, apart.found) == ("one-desk.csv, row 4", "core-processes: ratings from 1 to 5")
    assert apart.remedy


def test_rows_hold_none_where_nobody_rated(path):
    rows = {row["question"]: row for row in formation_rows(assessment(path, "nl"))}
    assert rows["intensive"]["middle"] == 4.5
    assert rows["intensive"]["name"] == "Intensief"
    assert rows["evaluation"]["middle"] is None
    assert rows["evaluation"]["evidence"] is None
    assert rows["problem-set"]["evidence"] == "a workshop"


def test_an_unknown_language_is_refused(path):
    with pytest.raises(ParameterError):
        assessment(path, "de")


def test_an_alliance_without_a_form_gets_an_example_that_says_it_is_invented(kept_study):
    found = formation_of(kept_study)
    assert found.synthetic
    assert found.form.problems == ()
    assert found.raters == 4


def test_an_alliance_with_a_form_gets_its_own(practised):
    root = practised()
    (root / "canal" / "formation.csv").write_text(FORM, encoding="utf-8")
    found = formation_of(study(root, "canal"))
    assert (found.synthetic, found.raters, found.form.name) == (False, 2, "formation")
