from pathlib import Path

import pytest

from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.dictionary import data_dictionary
from alliance_analytics.model.dimensions import dimensions
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import front_door
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.stages import stage_model
from alliance_analytics.model.themes import themes

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
WRITE = (
    "python -c 'from pathlib import Path; from alliance_analytics.model.dictionary import data_dictionary; "
    'Path("docs/data-dictionary.md").write_text(data_dictionary(), encoding="utf-8")\''
)


def row(entry_id):
    """The cells of the first row that opens with an id."""
    line = next(line for line in data_dictionary().splitlines() if line.startswith(f"| `{entry_id}` |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_page_in_the_documentation_is_the_dictionary():
    assert PAGE.read_text(encoding="utf-8") == data_dictionary(), f"Write it again: {WRITE}"


@pytest.mark.parametrize(
    "entries",
    [
        dimensions().dimensions,
        dimensions().pillars,
        building_blocks().blocks,
        stage_model().stages,
        stage_model().marks,
        themes().themes,
        [factor for theme in themes().themes for factor in theme.factors],
        front_door().criteria,
        front_door().resourcing,
        front_door().services("higher"),
        formation().forms,
        formation().steps,
        default_instrument().items,
    ],
)
def test_every_id_stands_in_it(entries):
    text = data_dictionary()
    missing = [entry.id for entry in entries if f"`{entry.id}`" not in text]
    assert not missing


def test_a_row_tells_name_source_and_basis():
    assert row("politics")[1:] == [
        "constraint",
        "Politics and office politics",
        "Politiek en machtsspel",
        "*The evidence base for successful alliancing*, summary 3b (stated)",
    ]


def test_the_matrix_shows_dominant_secondary_and_what_the_text_names():
    rows = [line for line in data_dictionary().splitlines() if line.startswith("| `alliance-board` |")]
    source = "*Mastering Alliances*, 3.1; 2.2; 2.4 (our reading)"
    assert rows == [f"| `alliance-board` | **●** |  |  | ○ | **○** |  |  | ○ | {source} |"]


def test_every_table_has_as_many_cells_in_each_row():
    tables = [block for block in data_dictionary().split("\n\n") if block.startswith("|")]
    assert tables
    for lines in map(str.splitlines, tables):
        assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


def test_it_ends_in_one_line_break():
    assert data_dictionary().endswith("|\n")
