import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.building_blocks import FILE, building_blocks
from alliance_analytics.model.dimensions import PILLAR_IDS

NAMES = [
    "alliance-board",
    "key-alliance-manager",
    "line-managers",
    "alliance-coordinator",
    "alliance-agency",
    "decision-making-model",
    "meeting-structure",
    "reporting",
    "information-infrastructure",
    "financing",
    "autonomous-professional",
    "coaching-team-manager",
    "soft-skills",
    "learning-circle",
    "alliance-map",
    "annual-alliance-plan",
    "alliance-conference",
    "annual-evaluation",
]


def test_eighteen_blocks_each_from_its_own_section():
    blocks = building_blocks().blocks
    assert [block.id for block in blocks] == NAMES
    assert [block.source.section for block in blocks] == [f"3.{number}" for number in range(1, 19)]


@pytest.mark.parametrize("pillar", PILLAR_IDS)
def test_blocks_serving_a_pillar_come_dominant_first(pillar):
    serving = building_blocks().serving(pillar)
    kinds = [block.contribution(pillar) for block in serving]
    assert kinds == sorted(kinds)
    assert kinds[0] == "dominant"
    for kind in ("dominant", "secondary"):
        numbers = [block.number for block in serving if block.contribution(pillar) == kind]
        assert numbers == sorted(numbers)


def test_exactly_the_blocks_that_serve_are_found():
    found = {block.id for block in building_blocks().serving("6")}
    assert found == {block.id for block in building_blocks().blocks if "6" in block.pillars}
    assert building_blocks().serving("6")[0].id == "reporting"


def test_a_contribution_is_dominant_secondary_or_none():
    meeting = building_blocks().block("meeting-structure")
    assert meeting.contribution("5") == "dominant"
    assert meeting.contribution("3") == "secondary"
    assert meeting.contribution("8") is None


def test_what_the_text_names_is_told_from_what_we_read():
    board = building_blocks().block("alliance-board")
    assert board.basis_for("1") == "stated"
    assert board.basis_for("8") == "our reading"
    assert building_blocks().block("meeting-structure").basis_for("7") == "stated"


def test_the_map_shifts_from_knowledge_to_coherence():
    alliance_map = building_blocks().block("alliance-map")
    assert alliance_map.dominant == ("7",)
    (shift,) = alliance_map.shifts
    assert shift.pillars == ("2",)
    assert "coheren" in shift.change.en


def test_an_unknown_block_names_the_nearest():
    with pytest.raises(ModelError, match="no such building block") as error:
        building_blocks().block("aliance-map")
    assert error.value.remedy == "Did you mean 'alliance-map'?"


def test_an_unknown_pillar_serves_nothing_and_is_refused():
    with pytest.raises(ModelError, match="unknown") as error:
        building_blocks().serving("nine")
    assert error.value.allowed == ", ".join(PILLAR_IDS)


def test_an_organisation_may_add_a_block(altered):
    def add(content):
        content["blocks"].append({**content["blocks"][0], "id": "our-own-block", "number": 19})

    assert building_blocks(altered(FILE, add)).block("our-own-block").number == 19


def test_an_unknown_pillar_is_named_with_its_place(altered):
    path = altered(FILE, lambda content: content["blocks"][7].update(secondary=["33"]))
    with pytest.raises(ModelError) as error:
        building_blocks(path)
    assert error.value.where == "building_blocks.yml, at blocks.reporting.dominant or .secondary"
    assert (error.value.found, error.value.allowed) == ("33", ", ".join(PILLAR_IDS))


def test_a_pillar_both_dominant_and_secondary_is_refused(altered):
    path = altered(FILE, lambda content: content["blocks"][7].update(secondary=["6"]))
    with pytest.raises(ModelError, match="more than once"):
        building_blocks(path)


def test_a_pillar_said_to_be_named_must_be_served(altered):
    path = altered(FILE, lambda content: content["blocks"][0].update(named=["7"]))
    with pytest.raises(ModelError, match=r"alliance-board\.named"):
        building_blocks(path)


def test_a_shift_to_a_pillar_not_served_is_refused(altered):
    path = altered(FILE, lambda content: content["blocks"][14]["shifts"][0].update(pillars=["8"]))
    with pytest.raises(ModelError, match=r"alliance-map\.shifts"):
        building_blocks(path)


def test_blocks_are_numbered_in_order(altered):
    path = altered(FILE, lambda content: content["blocks"][3].update(number=5))
    with pytest.raises(ModelError, match="not numbered in order"):
        building_blocks(path)


def test_a_block_id_used_twice_is_refused(altered):
    path = altered(FILE, lambda content: content["blocks"][1].update(id="alliance-board"))
    with pytest.raises(ModelError, match="alliance-board"):
        building_blocks(path)


def test_a_pillar_that_no_block_serves_dominantly_is_refused(altered):
    path = altered(FILE, lambda content: content["blocks"][7].update(dominant=["3"], secondary=["6"]))
    with pytest.raises(ModelError, match="none for pillar 6"):
        building_blocks(path)


def test_an_id_with_capitals_or_spaces_is_refused(altered):
    path = altered(FILE, lambda content: content["blocks"][0].update(id="Alliance board"))
    with pytest.raises(ModelError) as error:
        building_blocks(path)
    assert error.value.where == "building_blocks.yml, at blocks[0].id"
