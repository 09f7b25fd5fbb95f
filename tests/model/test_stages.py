"""The stages are data that can be disputed, replaced, and fitted to a questionnaire."""

import re

import pytest
import yaml

from alliance_analytics.errors import ModelError
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.identified import ids
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.loading import packaged, read_yaml
from alliance_analytics.model.stages import PHASE_IDS, STAGE_IDS, ecosystem_model, stage_model


@pytest.fixture
def content():
    return read_yaml(packaged("stages.yml"))


@pytest.fixture
def own_file(tmp_path, content):
    def write():
        path = tmp_path / "own_stages.yml"
        path.write_text(yaml.safe_dump(content), encoding="utf-8")
        return path

    return write


def instrument(*items, points=5):
    return Instrument(
        id="own", title={"en": "Own", "nl": "Eigen"}, version="1", points=points, levels={}, items=items
    )


def statement(item_id, mark, direction="positive"):
    return Item(id=item_id, kind="statement", wording={"en": "…"}, mark=mark, direction=direction)


def evidence_of(model, mark):
    return [
        (entry.scale, entry.name, entry.shown_by, entry.cut_off, entry.weight)
        for entry in model.mark(mark).evidence
    ]


def test_three_stages_in_order_with_their_marks():
    model = stage_model()
    assert ids(model.stages) == STAGE_IDS
    assert {"opportunism.individuals", "culturally-sensitive.survival"} <= set(ids(model.marks))
    assert all(mark.source.section == "4.7" and mark.basis == "stated" for mark in model.marks)


def test_what_the_text_does_not_measure_is_our_convention():
    model = stage_model()
    assert {entry.basis for mark in model.marks for entry in mark.evidence} == {"our convention"}
    assert {stage.reached_when.basis for stage in model.stages if stage.reached_when} == {"our convention"}
    assert model.conventions.basis == "our convention"


def test_cut_offs_are_plain_quarters():
    assert all(entry.cut_off * 4 % 1 == 0 for mark in stage_model().marks for entry in mark.evidence)


def test_after():
    model = stage_model()
    assert model.after("opportunism").id == "procedure-oriented"
    assert model.after("culturally-sensitive") is None


def test_the_shipped_file_is_read_once():
    assert stage_model() is stage_model()


def test_blocks_in_the_foreground_exist():
    known = ids(building_blocks().blocks)
    assert {entry.block for stage in stage_model().stages for entry in stage.foreground} <= set(known)


def test_marks_of_the_shipped_questionnaire_exist():
    asked = {item.mark for item in default_instrument().scored if item.mark}
    assert asked <= set(ids(stage_model().marks))


def test_statements_take_the_place_of_their_entry_in_equal_parts():
    asked = instrument(
        statement("A", "procedure-oriented.stable"), statement("B", "procedure-oriented.stable")
    )
    model = stage_model().fitted_to(asked)
    assert evidence_of(model, "procedure-oriented.stable") == [
        ("item", "A", "high", 3.25, 1.0),
        ("item", "B", "high", 3.25, 1.0),
        ("block", "meeting-structure", "high", 3.0, 0.5),
    ]
    assert evidence_of(model, "culturally-sensitive.survival")[0][0] == "statements"


def test_a_turned_statement_shows_an_opening_mark_by_its_low_end():
    """Agreeing that a few carry it all shows the mark; turning puts that agreement below 3."""
    mark = "opportunism.ad-hoc"
    turned = stage_model().fitted_to(instrument(statement("A", mark, "negative")))
    plain = stage_model().fitted_to(instrument(statement("A", mark)))
    assert evidence_of(turned, mark) == [("item", "A", "low", 3.0, 2.0)]
    assert evidence_of(plain, mark) == [("item", "A", "high", 3.0, 2.0)]


def test_cut_offs_are_fitted_to_another_answer_scale():
    model = stage_model().fitted_to(instrument(points=9))
    assert evidence_of(model, "procedure-oriented.procedures")[1] == ("pillar", "5", "high", 5.5, 1.0)
    assert model.conventions.cut_off_move == 0.5


def test_an_own_file_is_read(own_file, content):
    content["conventions"]["cut_off_move"] = 0.5
    assert stage_model(own_file()).conventions.cut_off_move == 0.5


def _rule(content):
    return content["stages"][1]["reached_when"]


def _evidence(content):
    return content["stages"][1]["marks"][0]["evidence"]


@pytest.mark.parametrize(
    ("breaking", "message"),
    [
        (lambda c: c["stages"].pop(), "without culturally-sensitive"),
        (lambda c: c["stages"][0].update(reached_when=_rule(c)), "first stage has no rule"),
        (lambda c: c["stages"][1].pop("reached_when"), "every other stage has one"),
        (lambda c: _rule(c)["marks"][0].update(mark="opportunism.ad-hok"), "opportunism.ad-hoc"),
        (lambda c: _rule(c)["marks"].append(_rule(c)["marks"][0]), "more than once"),
        (lambda c: c["stages"][1]["marks"][0].update(id="procedures"), "does not carry the id of its stage"),
        (lambda c: c["stages"][1]["marks"][1].update(id="procedure-oriented.procedures"), "more than once"),
        (lambda c: _evidence(c)[1].update(name="9"), "unknown"),
        (lambda c: _evidence(c)[1].update(name="6"), "pillar 6"),
        (lambda c: _evidence(c)[1].pop("name"), "needs a name"),
        (lambda c: _evidence(c)[1].update(cut_off=7), "less than or equal to 5"),
        (lambda c: c["stages"][1]["marks"][0].update(evidence=[]), "at least 1 item"),
        (lambda c: c["stages"][1]["foreground"][0].update(pillar="0"), "unknown"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_with_its_place(own_file, content, breaking, message):
    breaking(content)
    with pytest.raises(ModelError, match=re.escape(message)) as caught:
        stage_model(own_file())
    assert "own_stages.yml" in caught.value.where


def test_a_gap_is_stretched_from_nothing_and_a_score_from_the_lowest_point():
    model = stage_model().fitted_to(instrument(points=9))
    found = {(e.scale, e.name): e.cut_off for e in model.mark("procedure-oriented.groups-learned").evidence}
    assert found["partner_gap", "relational"] == 2.0
    assert found["passages", "management_capability"] == 5.0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("name: reporting", "name: reportin"), "Did you mean 'reporting'"),
        (
            (
                "name: relational\n            shown_by: low\n            cut_off: 1.0",
                "name: relation\n            cut_off: 1.0",
            ),
            "Did you mean 'relational'",
        ),
        (
            (
                "scale: block\n            name: reporting\n            cut_off: 3.0",
                "scale: block\n            name: reporting\n            cut_off: 0.5",
            ),
            "below the answer scale",
        ),
    ],
)  # fmt: skip
def test_other_evidence_that_does_not_exist_is_refused(tmp_path, change, said):
    own = tmp_path / "stages.yml"
    own.write_text(packaged("stages.yml").read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(ModelError, match=said):
        stage_model(own)


def test_the_ecosystem_has_three_phases_in_the_shape_of_stages():
    model = ecosystem_model()
    assert ids(model.stages) == PHASE_IDS
    asked = {e.name for mark in model.marks for e in mark.evidence if e.scale == "item"}
    assert asked == {item.id for item in default_instrument().scored if item.module == "ecosystem"}


def test_a_file_of_stages_is_no_ecosystem():
    with pytest.raises(ModelError, match="unknown"):
        ecosystem_model(packaged("stages.yml"))
