"""Cells run inside the process show what they show in an ordinary kernel, cell by cell."""

import re
import subprocess
import sys

import nbformat
import papermill
import pytest

from alliance_analytics.batch.kernels import ForkedKernelManager, PrivateKernelManager
from alliance_analytics.batch.warm import Asked

pytestmark = pytest.mark.notebook
FEATURES = (
    "import sys\nprint('a')\nprint('b')\nprint('c', file=sys.stderr)\n1 + 1",
    "from IPython.display import HTML, clear_output, display, update_display\ndisplay({'a': 1})\nHTML('<b>')",
    "shown = display('one', display_id='k')\nprint(1)",
    "update_display('two', display_id='k')\nclear_output(wait=True)\nprint('z')",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "!echo from the shell",
    "import asyncio\nawait asyncio.sleep(0.01)\n5;",
    "import pandas as pd\npd.DataFrame({'a': [1]}).style",
    "import warnings\nwarnings.warn('careful')",
    "import logging\nlogging.warning('x')",
    "_",
    "%%bash\necho bash",
    "sys.stdout.write('no new line')",
    "print('kept')\nclear_output()\nprint('instead')",
)
PASSING = re.compile(r"ipykernel_\d+|[\w/-]*/\d+\.py|T_[0-9a-f]{5}|0x[0-9a-f]+")
PROGRAM = """
import sys
import papermill
from alliance_analytics.batch.inside import register
try:
    papermill.execute_notebook(sys.argv[1], sys.argv[2], engine_name=register(), kernel_name="python3",
                               progress_bar=False, request_save_on_cell_execute=False)
except papermill.PapermillExecutionError as error:
    print(error.ename)
"""


def shown(path):
    cells = [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
    return [(cell.execution_count, PASSING.sub("", str(cell.outputs))) for cell in cells]


def pictures(path):
    return str(nbformat.read(path, 4).cells).count("image/png")


def run_inside(path, target):
    """Run in a process of its own: the engine is for a process that ends with its notebook."""
    subprocess.run([sys.executable, "-c", PROGRAM, str(path), str(target)], check=True, capture_output=True)


@pytest.fixture
def features(tmp_path):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in FEATURES])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, tmp_path / "features.ipynb")
    return tmp_path / "features.ipynb"


def ordinary(path, target, manager=PrivateKernelManager):
    papermill.execute_notebook(
        str(path), str(target), kernel_name="python3", progress_bar=False, kernel_manager_class=manager
    )


def test_every_feature_shows_what_an_ordinary_kernel_shows(features, tmp_path):
    inside, kernel = tmp_path / "inside.ipynb", tmp_path / "kernel.ipynb"
    run_inside(features, inside)
    ordinary(features, kernel)
    assert shown(inside) == shown(kernel)
    assert pictures(inside) == 1


def test_an_error_while_a_result_is_shown_stops_as_in_a_kernel(write_notebook, tmp_path):
    path = write_notebook(
        "loud", "class Loud:\n    def __repr__(self): raise ValueError('loud')\nLoud()", "1"
    )
    run_inside(path, tmp_path / "inside.ipynb")
    with pytest.raises(papermill.PapermillExecutionError):
        ordinary(path, tmp_path / "kernel.ipynb")
    assert shown(tmp_path / "inside.ipynb") == shown(tmp_path / "kernel.ipynb")


def test_a_forked_kernel_shows_the_same_too(features, tmp_path, server, monkeypatch):
    monkeypatch.setenv("ALLIANCE_FORK_SERVER", server.path)
    forked, kernel = tmp_path / "forked.ipynb", tmp_path / "kernel.ipynb"
    ordinary(features, forked, ForkedKernelManager)
    ordinary(features, kernel)
    assert shown(forked) == shown(kernel)
    assert pictures(forked) == 1


def test_an_error_is_kept_with_its_traceback_and_stops_the_rest(write_notebook, tmp_path):
    path = write_notebook("failing", "1 / 0", "print('never')")
    run_inside(path, tmp_path / "run.ipynb")
    cells = [cell for cell in nbformat.read(tmp_path / "run.ipynb", 4).cells if cell.cell_type == "code"]
    assert cells[1].outputs[0].ename == "ZeroDivisionError"
    assert "1 / 0" in re.sub(r"\x1b\[[0-9;]*m", "", "".join(cells[1].outputs[0].traceback)).replace(
        "1/0", "1 / 0"
    )
    assert cells[2].outputs == []
    assert cells[2].execution_count is None


def test_a_cell_that_may_fail_does_not_stop_the_rest(tmp_path):
    cells = [
        nbformat.v4.new_code_cell("1 / 0", metadata={"tags": ["raises-exception"]}),
        nbformat.v4.new_code_cell("print('on')"),
        nbformat.v4.new_code_cell("print('left out')", metadata={"tags": ["skip-execution"]}),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "may.ipynb")
    run_inside(tmp_path / "may.ipynb", tmp_path / "run.ipynb")
    run = [cell for cell in nbformat.read(tmp_path / "run.ipynb", 4).cells if cell.cell_type == "code"]
    assert run[1].outputs[0].text == "on\n"
    assert run[-1].outputs == []


def test_each_cell_is_told_as_it_starts(server, job_of, write_notebook):
    path = write_notebook("two", "1", "2")
    asked = Asked(server.path, {"job": job_of(path, kernel="inside").as_plain(), "memory": None})
    told = [one["cell"] for one in asked.told() if "cell" in one]
    asked.close()
    assert told[0] == 1
    assert told == sorted(told)
