"""Blocks in place come from wave.yml or one shared file, by id or name; one that does not exist is named."""

from alliance_analytics.workspace.registers.blocks import FILE, blocks_in_place

WAVES = ("2024", "2025")


def test_wave_yml_counts_before_the_shared_file(quay, opened):
    (quay / "2025" / "wave.yml").write_text("building_blocks: [reporting]\n")
    (quay / FILE).write_text("2024: [Alliance board, Leerkring]\n2025: [financing]\n")
    found = blocks_in_place(*opened(), WAVES)
    assert found.waves == {"2024": ("alliance-board", "learning-circle"), "2025": ("reporting",)}
    assert found.problems == ()


def test_a_block_that_does_not_exist_is_left_out_and_named(quay, opened):
    (quay / "2025" / "wave.yml").write_text("building_blocks: [reporting, alliance-bord]\n")
    found = blocks_in_place(*opened(), WAVES)
    assert found.waves["2025"] == ("reporting",)
    (problem,) = found.problems
    assert (problem.where, problem.found) == ("2025/wave.yml, building_blocks", "alliance-bord")
    assert problem.remedy == "Did you mean 'alliance-board'?"


def test_a_wave_that_says_nothing_has_none(opened):
    assert blocks_in_place(*opened(), WAVES).waves == {"2024": (), "2025": ()}


def test_a_shared_file_of_another_shape_is_named(quay, opened):
    (quay / FILE).write_text("- reporting\n")
    found = blocks_in_place(*opened(), WAVES)
    assert found.waves == {"2024": (), "2025": ()}
    assert [problem.where for problem in found.problems] == [FILE]


def test_a_shared_file_that_is_no_yaml_is_named(quay, opened):
    (quay / FILE).write_text("2024: [reporting\n")
    assert len(blocks_in_place(*opened(), WAVES).problems) == 1
