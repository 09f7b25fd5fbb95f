import pytest

from alliance_analytics.errors import ModelError, WorkspaceError
from alliance_analytics.workspace.registers.formation_form import formation_form

HEAD = "question,wording,A,B,evidence\n"


def read(tmp_path, text, name="form.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return formation_form(path)


def test_ratings_and_evidence_are_read_and_raters_numbered(tmp_path):
    form = read(tmp_path, HEAD + "intensive,words,4,5,a report\nlong-term,,3,,\n")
    assert form.ratings[["question", "rater", "rating"]].to_numpy().tolist() == [
        ["intensive", 1, 4],
        ["intensive", 2, 5],
        ["long-term", 1, 3],
    ]
    assert form.entries["evidence"].tolist() == ["a report", None]
    assert (form.problems, form.name) == ((), "form")


def test_yaml_and_names_of_questions_in_either_language_are_read(tmp_path):
    form = read(
        tmp_path, "- vraag: Langdurig\n  A: 4\n  bewijs: plan\n- question: Intensive\n  A: 2\n", "form.yml"
    )
    assert form.ratings["question"].tolist() == ["long-term", "intensive"]
    assert form.entries["evidence"].tolist() == ["plan", None]


@pytest.mark.parametrize("cell", ["6", "0", "-1", "3.5", "often"])
def test_a_rating_off_the_scale_is_named_with_its_place_and_does_not_count(tmp_path, cell):
    form = read(tmp_path, HEAD + f"intensive,,4,{cell},\n")
    (problem,) = form.problems
    assert problem.where == "form.csv, row 2, rater 2"
    assert "1 to 5" in problem.allowed
    assert problem.remedy
    assert form.ratings["rating"].tolist() == [4]


def test_a_long_cell_is_counted_and_not_repeated(tmp_path):
    form = read(tmp_path, HEAD + "intensive,,4,ask Jan de Vries about it,\n")
    assert "Jan" not in str(form.problems[0])


def test_the_headings_of_raters_are_never_told(tmp_path):
    form = read(tmp_path, "question,Jan,Piet\nintensive,9,3\n")
    assert "Jan" not in str(form.problems[0])


def test_an_unknown_question_is_named_with_the_nearest(tmp_path):
    form = read(tmp_path, HEAD + "intensve,,4,4,\nlong-term,,4,4,\n")
    assert form.problems[0].remedy == "Did you mean 'intensive'?"
    assert form.problems[0].where == "form.csv, row 2"
    assert form.entries["question"].tolist() == ["long-term"]


def test_of_a_question_answered_twice_the_first_counts(tmp_path):
    form = read(tmp_path, HEAD + "long-term,,4,4,\nlong-term,,1,1,\n")
    assert form.ratings["rating"].tolist() == [4, 4]
    assert form.problems[0].where == "form.csv, row 3 and form.csv, row 2"


def test_a_form_without_a_known_question_or_a_file_is_refused(tmp_path):
    with pytest.raises(WorkspaceError, match="no question that is known"):
        read(tmp_path, HEAD + "weather,,4,4,\n")
    with pytest.raises(WorkspaceError, match="no form to read"):
        formation_form(tmp_path / "absent.csv")
    with pytest.raises(WorkspaceError, match="no form to read"):
        read(tmp_path, HEAD, "form.txt")
    with pytest.raises(ModelError):
        read(tmp_path, "- question: [", "broken.yml")
