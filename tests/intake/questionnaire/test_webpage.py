import pytest
from bs4 import BeautifulSoup

from alliance_analytics.intake.questionnaire.form import Form
from alliance_analytics.intake.questionnaire.making import make_form
from alliance_analytics.intake.questionnaire.webpage import webpage
from alliance_analytics.model.instruments import default_instrument


def page(form: Form) -> BeautifulSoup:
    return BeautifulSoup(webpage(form).decode(), "html.parser")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_question_can_be_answered(language: str) -> None:
    form = make_form(default_instrument(), language=language)
    found = page(form)
    assert found.html["lang"] == language
    named = {element["name"] for element in found(["input", "textarea"])}
    assert named == {question.id for question in form.questions}
    for statement in form.statements:
        boxes = found("input", {"name": statement.id})
        assert [box["value"] for box in boxes] == [option.name for option in form.scale]


def test_every_box_has_a_name_of_its_own_for_a_screen_reader() -> None:
    form = make_form(default_instrument())
    names = [
        " ".join(box.find_parent("label").get_text().split()) for box in page(form)("input", type="radio")
    ]
    assert "Strongly agree: The alliance delivers the results we agreed on." in names
    assert len(set(names)) == len(names) == 56 * 6 + 3


def test_a_table_says_what_its_heads_are_for() -> None:
    found = page(make_form(default_instrument()))
    assert {head["scope"] for head in found("th")} == {"row", "col"}
    assert all(table.caption for table in found("table"))
    assert len(found("h1")) == 1


def test_the_page_stands_alone_and_runs_nothing() -> None:
    text = webpage(make_form(default_instrument())).decode()
    found = BeautifulSoup(text, "html.parser")
    assert not found(["script", "link", "img", "iframe", "form"])
    assert "http" not in text
    assert "@page { size: A4" in text


def test_names_are_text_and_never_markup() -> None:
    form = make_form(default_instrument(), partners=["A <b>&", "Two"], contact="<script>alert(1)</script>")
    found = page(form)
    assert found.find("label", class_="option").get_text(strip=True) == "A <b>&"
    assert not found("script")


def test_an_instrument_of_statements_alone_has_no_empty_parts() -> None:
    items = tuple(item for item in default_instrument().items if item.is_scored)
    found = page(make_form(default_instrument().model_copy(update={"items": items})))
    assert not found(["textarea", "fieldset"])
    assert "In your own words" not in found.get_text()
