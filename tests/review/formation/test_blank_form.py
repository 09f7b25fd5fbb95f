from pathlib import Path

import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.model.formation import formation
from alliance_analytics.review.formation.blank_form import RATERS, blank_form
from alliance_analytics.workspace.registers.formation_form import formation_form


@pytest.mark.parametrize("name", ["form.csv", "form.yml"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_blank_form_asks_every_question_and_can_be_read_back(tmp_path, name, language):
    path = tmp_path / name
    path.write_text(blank_form(path, language), encoding="utf-8")
    form = formation_form(path)
    assert form.entries["question"].tolist() == [entry.id for _, entry in formation().questions]
    assert form.ratings.empty
    assert form.problems == ()


def test_what_is_filled_in_is_read(tmp_path):
    path = tmp_path / "form.yml"
    text = blank_form(path, "en").replace("  A:\n", "  A: 4\n")
    path.write_text(text, encoding="utf-8")
    assert len(formation_form(path).ratings) == len(formation().questions)
    assert f"  {RATERS[-1]}:" in text


def test_another_ending_is_refused():
    with pytest.raises(ParameterError) as error:
        blank_form(Path("form.docx"), "en")
    assert error.value.found == ".docx"
    assert ".csv" in error.value.allowed
