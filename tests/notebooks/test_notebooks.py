"""Every notebook runs by papermill on another alliance, in the other language than it was recorded in."""

from pathlib import Path

import nbformat
import papermill
import pytest
from papermill.exceptions import PapermillExecutionError

from alliance_analytics.batch.kernels import ForkedKernelManager, PrivateKernelManager
from alliance_analytics.batch.warm import fork_is_safe

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PARAMETERS = {"workspace": "../data/example", "alliance": "second-desk", "wave": "2025", "language": "nl"}
ANOTHER_WAVE = {"12-start-with-your-own-data": "2024"}
"""Where the wave above holds bare numbers, of which only a person can say what they mean."""
FEWEST_EXHIBITS = {
    "00-start-here": 2,
    "01-intake-and-data-quality": 4,
    "02-dimensions-and-pillars": 10,
    "03-partners-and-levels": 8,
    "04-change-taken-apart": 4,
    "05-development-stage": 5,
    "06-themes-over-time": 4,
    "07-building-blocks-plan-and-assumptions": 7,
    "08-portfolio": 12,
    "09-annual-review": 15,
    "10-explorer": 0,
    "11-formation": 9,
    "12-start-with-your-own-data": 4,
}
KERNELS = ForkedKernelManager if fork_is_safe() else PrivateKernelManager
"""Of our own, so that tests can run side by side; ordinary kernels run the notebooks as recorded (nbval)."""
PATIENCE = 300
"""Seconds that one cell may take."""
EXHIBIT = "application/vnd.alliance-analytics.exhibit+json"


def execute(notebook, tmp_path, parameters):
    """Run a notebook where it stands, in a real kernel, and return what became of it."""
    return papermill.execute_notebook(
        str(notebook),
        str(tmp_path / notebook.name),
        parameters=parameters,
        cwd=str(notebook.parent),
        kernel_name="python3",
        kernel_manager_class=KERNELS,
        execution_timeout=PATIENCE,
        progress_bar=False,
    )


def code_cells(notebook):
    return [cell for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == "code"]


@pytest.mark.notebook
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_and_shows_its_exhibits(notebook, tmp_path):
    wave = ANOTHER_WAVE.get(notebook.stem, PARAMETERS["wave"])
    executed = execute(notebook, tmp_path, {**PARAMETERS, "wave": wave})
    outputs = [output for cell in executed.cells for output in cell.get("outputs", ())]
    shown = [output for output in outputs if EXHIBIT in output.get("data", {})]
    assert len(shown) >= FEWEST_EXHIBITS[notebook.stem]


@pytest.mark.notebook
def test_a_misspelt_parameter_stops_a_notebook_and_names_the_right_one(tmp_path):
    with pytest.raises(PapermillExecutionError, match="Did you mean 'alliance'"):
        execute(NOTEBOOKS[0], tmp_path, {"aliance": "second-desk"})


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_papermill_knows_type_and_meaning_of_every_parameter(notebook):
    declared = papermill.inspect_notebook(str(notebook))
    of_all = {"workspace", "language"}
    assert set(declared) == (of_all if "portfolio" in notebook.stem else of_all | {"alliance", "wave"})
    assert all(each["inferred_type_name"] == "str" and each["help"] for each in declared.values())


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_opens_with_its_question_and_defines_nothing(notebook):
    content = nbformat.read(notebook, as_version=4)
    assert content.cells[0].source.startswith("# ")
    lines = [line for cell in code_cells(notebook) for line in cell.source.splitlines()]
    assert not any(line.startswith(("def ", "class ")) for line in lines)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_keeps_a_checked_result_and_no_other_output(notebook):
    checked = [cell for cell in code_cells(notebook) if cell.source.startswith("# NBVAL_CHECK_OUTPUT")]
    assert checked
    assert all(cell.outputs for cell in checked)
    assert not any(cell.outputs for cell in code_cells(notebook) if cell not in checked)
