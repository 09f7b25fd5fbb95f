import csv
import re
from pathlib import Path

import pytest
import yaml

from alliance_analytics.errors import ModelError, ParameterError
from alliance_analytics.model.dimensions import DIMENSION_IDS, PILLAR_IDS, dimensions
from alliance_analytics.model.instruments import (
    FILE,
    default_instrument,
    modules,
    read_instrument,
    without_modules,
)
from alliance_analytics.model.loading import packaged
from alliance_analytics.model.stages import STAGE_IDS, stage_model
from alliance_analytics.model.themes import THEME_IDS

SECOND = Path(__file__).parent / "data" / "second_instrument.yml"
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "instrument.md"
DEFAULT = default_instrument()
CORE = [item for item in DEFAULT.scored if item.module == "core"]

DENIALS = {
    "en": r"\b(not|never|no|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly)\b|n['’]t\b",
    "nl": r"\b(niet|geen|nooit|niemand|niets|nergens|noch|zonder|nauwelijks)\b",
}
MOST_WORDS = {"en": 20, "nl": 24}


# The questionnaire that is shipped


def test_the_shipped_instrument_keeps_the_rules_it_asks_of_others():
    assert read_instrument(packaged(FILE)) == DEFAULT


def test_the_shipped_instrument_is_read_once():
    assert default_instrument() is DEFAULT


def test_it_asks_four_statements_a_pillar_one_of_them_negative():
    pillars = DEFAULT.scales("pillar")
    assert tuple(pillars) == PILLAR_IDS
    assert {len(ids) for ids in pillars.values()} == {4}
    assert all(len(DEFAULT.turned.intersection(ids)) == 1 for ids in pillars.values())


def test_negative_statements_stand_at_no_fixed_place():
    places = {item.id[-1] for item in CORE if item.direction == "negative"}
    assert len(places) > 1


def test_pillars_stand_in_their_own_dimension():
    homes = {(item.pillar, item.dimension) for item in CORE}
    assert homes == {(pillar.id, pillar.dimension) for pillar in dimensions().pillars}


def test_only_the_core_is_scored_by_pillar_and_dimension():
    scored = {
        name for kind in ("pillar", "dimension") for ids in DEFAULT.scales(kind).values() for name in ids
    }
    assert scored == {item.id for item in CORE}


@pytest.mark.parametrize("theme", THEME_IDS)
def test_each_theme_has_six_statements_two_of_them_on_what_holds_it_back(theme):
    ids = DEFAULT.scales("theme")[theme]
    assert len(ids) >= 6
    assert len(DEFAULT.turned.intersection(ids)) >= 2


def test_no_statement_has_more_than_two_themes_and_every_theme_is_known():
    assert max(len(item.themes) for item in DEFAULT.items) == 2
    assert set(DEFAULT.scales("theme")) == set(THEME_IDS)


def test_modules_hold_what_they_are_for():
    counts = {name: sum(item.module == name for item in DEFAULT.scored) for name in modules(DEFAULT)}
    assert counts == {
        "core": 32,
        "themes": 8,
        "stage_marks": 6,
        "ecosystem": 3,
        "management": 4,
        "outcomes": 3,
    }


def test_each_stage_has_two_marks_that_are_asked_about():
    marks = [item.mark for item in DEFAULT.items if item.mark]
    known = {mark.id for mark in stage_model().marks}
    assert set(marks) <= known
    assert sorted(mark.split(".")[0] for mark in marks) == sorted([*STAGE_IDS, *STAGE_IDS])


def test_only_marks_of_the_first_stage_are_turned():
    turned = {item.mark for item in DEFAULT.items if item.mark and item.id in DEFAULT.turned}
    assert turned == {"opportunism.individuals", "opportunism.unrecognised"}


def test_one_open_question_a_dimension():
    asked = [item.dimension for item in DEFAULT.items if item.kind == "open"]
    assert tuple(asked) == DIMENSION_IDS


def test_partner_and_level_are_asked_once():
    assert [item.id for item in DEFAULT.items if item.kind in ("partner", "level")] == ["PARTNER", "LEVEL"]


def test_outcomes_are_the_module_of_that_name():
    assert {item.id for item in DEFAULT.items if item.kind == "outcome"} == {"O1", "O2", "O3"}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_statement_holds_a_denial(language):
    texts = [item.wording[language] for item in DEFAULT.scored]
    assert [text for text in texts if re.search(DENIALS[language], text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_wordings_are_short_unique_sentences(language):
    texts = [item.wording[language] for item in DEFAULT.items]
    assert len({text.casefold() for text in texts}) == len(texts)
    assert [text for text in texts if len(text.split()) > MOST_WORDS[language]] == []
    assert [text for text in texts if not re.fullmatch(r"[A-Z].*[.?]", text)] == []


def test_every_question_is_asked_in_both_languages_and_has_a_source():
    assert DEFAULT.languages == ("en", "nl")
    assert [item.id for item in DEFAULT.items if item.source is None] == []


def test_levels_are_the_three_of_the_field():
    assert tuple(DEFAULT.levels) == ("strategic", "tactical", "operational")
    assert DEFAULT.levels["tactical"] == {"en": "Tactical", "nl": "Tactisch"}


# Modules


def test_leaving_out_a_module_leaves_the_rest_as_it_is():
    rest = without_modules(DEFAULT, ["themes", "ecosystem"])
    assert modules(rest) == ("core", "stage_marks", "management", "outcomes")
    assert rest.scales("pillar") == DEFAULT.scales("pillar")
    assert len(rest.scales("theme")["flexibility"]) == 4
    assert len(DEFAULT.items) == 62


def test_leaving_out_nothing_changes_nothing():
    assert without_modules(DEFAULT, []) == DEFAULT


def test_an_unknown_module_names_the_nearest():
    with pytest.raises(ParameterError) as caught:
        without_modules(DEFAULT, ["ecosytem"])
    assert caught.value.remedy == "Did you mean 'ecosystem'?"


def test_what_is_left_must_be_scored():
    with pytest.raises(ModelError, match="nothing to score"):
        without_modules(read_instrument(SECOND), ["core", "results"])


# Another organisation's questionnaire


def test_a_second_organisation_brings_its_own_scales():
    second = read_instrument(SECOND)
    assert {name: len(ids) for name, ids in second.scales("dimension").items()} == {
        "extraversion": 4,
        "agreeableness": 5,
        "conscientiousness": 4,
        "stability": 4,
    }
    assert second.scales("pillar") == second.scales("theme") == {}
    assert second.turned == {"E3", "E4", "A4", "A5", "N4", "B2", "B3", "B4"}


def test_a_second_organisation_brings_its_own_answer_scale_levels_and_language():
    second = read_instrument(SECOND)
    assert (second.points, second.answer_scale, second.version) == (7, "agreement_7", "3")
    assert tuple(second.levels) == ("lead", "member")
    assert second.languages == ("en",)
    assert second.item("E1").asked("nl") == "Start conversations."


def test_levels_of_ones_own_have_no_variants_but_ones_own(tmp_path):
    content = yaml.safe_load(SECOND.read_text(encoding="utf-8"))
    del content["level_variants"]
    path = tmp_path / "ours.yml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    assert read_instrument(path).level_variants == {}


def test_the_same_instrument_comes_from_csv(tmp_path):
    path = tmp_path / "second.csv"
    second = read_instrument(SECOND)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "wording_en", "dimension", "direction", "kind", "module", "points"])
        for item in second.items:
            rows.writerow(
                [item.id, item.wording["en"], item.dimension, item.direction, item.kind, item.module, 7]
            )
    copy = read_instrument(path)
    bare = [item.model_copy(update={"source": None, "basis": "our convention"}) for item in second.items]
    assert list(copy.items) == bare
    assert (copy.points, copy.answer_scale) == (7, "agreement_7")
    assert copy.levels == DEFAULT.levels
    assert copy.level_variants == DEFAULT.level_variants


@pytest.mark.parametrize(("fence", "name"), [("text", "ours.csv"), ("yaml", "ours.yml")])
def test_the_examples_in_the_documentation_can_be_read(tmp_path, fence, name):
    page = DOCUMENTATION.read_text(encoding="utf-8")
    (example,) = re.findall(rf"```{fence}\n(.*?)```", page, re.DOTALL)
    (tmp_path / name).write_text(example, encoding="utf-8")
    ours = read_instrument(tmp_path / name)
    assert ours.scales("theme")["trust_loyalty"] == ("Q1", "Q2")
    assert ours.turned == {"Q2"}


# What is refused


def changed(tmp_path, **change) -> Path:
    content = yaml.safe_load(SECOND.read_text(encoding="utf-8"))
    content["items"][2] |= change
    path = tmp_path / "ours.yml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def refused(path: Path) -> ModelError:
    with pytest.raises(ModelError) as caught:
        read_instrument(path)
    assert str(path.parent) not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("change", "place", "remedy"),
    [
        ({"kind": "statment"}, "items[2], kind", "Did you mean 'statement'?"),
        ({"direction": "negatve"}, "items[2], direction", "Did you mean 'negative'?"),
        ({"id": "E2"}, "items[3], id", "Choose another; items[2] has this one."),
        ({"themes": ["flexibilty"]}, "items[2], theme", "Did you mean 'flexibility'"),
    ],
)
def test_a_broken_item_is_told_by_place_with_a_remedy(tmp_path, change, place, remedy):
    error = refused(changed(tmp_path, **change))
    assert error.where == f"ours.yml, {place}"
    assert remedy in error.remedy
    assert error.found
    assert error.allowed


def test_rows_of_a_csv_are_told_together(tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text(
        "id,wording_en,kind,pillar,dimension\na,Yes.,statement,,\na,,statement,,\nc,Yes.,statement,1,\n",
        encoding="utf-8",
    )
    error = refused(path)
    assert error.what.startswith("A file is broken in 4 places")
    assert "(1) row 3, id (2) row 3, wording (3) row 4, dimension (4) row 4, pillar" in error.where


@pytest.mark.parametrize("text", ["", "just words", "- a\n- b", "items: 5", "items: [a, b]", "items: {a: 1}"])
def test_a_yaml_file_of_another_shape_follows_no_schema(tmp_path, text):
    path = tmp_path / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    assert "does not follow its schema" in refused(path).what


def test_points_that_are_no_number_are_refused(tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text("id,wording_en,kind,points\na,Yes.,statement,many\n", encoding="utf-8")
    assert refused(path).where == "ours.csv, at points"


def test_another_kind_of_file_is_refused(tmp_path):
    error = refused(tmp_path / "ours.docx")
    assert (error.found, error.allowed) == (".docx", ".csv, .yml, .yaml")


def test_a_missing_file_is_told_by_its_name(tmp_path):
    error = refused(tmp_path / "ours.csv")
    assert (error.what, error.where) == ("An instrument is missing.", "ours.csv")
