"""A real JupyterLab in a real browser: notebooks run, controls answer, what is saved tells nothing hidden."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance_analytics.explore.own_notebooks import own_notebooks
from alliance_analytics.review.auditing.auditing import audit
from alliance_analytics.workspace import open_workspace
from tests.browser.chromium import Tab, one_tab
from tests.browser.served import PROJECT, choose, run_all, serving, walk

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ALLIANCE, EARLIER = "high-water-together", ("2021", "2022", "2023", ".ledger")
TOKEN = "for-this-test"
SAVING = "@jupyter-widgets/jupyterlab-manager:saveWidgetState"
PICTURE = "document.querySelector('.jp-OutputArea .widget-output img')?.src"
BUTTON = "[...document.querySelectorAll('.jupyter-button')].find(one => one.innerText === {name!r}).click()"
STATUS = "document.querySelector('[role=status] pre')?.textContent ?? ''"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of one alliance in two waves, with notebooks of its own."""
    root, example = tmp_path_factory.mktemp("lab") / "ours", PROJECT / "data" / "example"
    shutil.copytree(example / ALLIANCE, root / ALLIANCE, ignore=shutil.ignore_patterns(*EARLIER))
    shutil.copy(example / "workspace.yml", root)
    own_notebooks(open_workspace(root), sorted((PROJECT / "notebooks").glob("*.ipynb")))
    return root


@pytest.fixture(scope="module")
def lab(root: Path) -> Iterator[str]:
    """The address of a JupyterLab on the notebooks of the workspace."""
    options = [
        "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0",
        f"--ServerApp.root_dir={root / 'notebooks'}", f"--IdentityProvider.token={TOKEN}",
        "--LabApp.expose_app_in_browser=True",
    ]  # fmt: skip
    with serving(["jupyterlab", *options], root.parent / "lab.log") as told:
        yield told[0].split("/lab")[0]


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with one_tab(served=True) as opened:
        opened.look(1366, 900)
        yield opened


def run(tab: Tab, lab: str, root: Path, stem: str) -> Path:
    """Restart and run all of a notebook without an error, and return its path."""
    path = next((root / "notebooks").glob(f"*{stem}.ipynb"))
    cells = run_all(tab, f"{lab}/lab/tree/{path.name}?token={TOKEN}&reset")
    wrong = [each for cell in cells for each in cell["outputs"] if each["output_type"] in ("error", "stream")]
    wrong = [each for each in wrong if each.get("name") != "stdout"]
    assert [str(each)[:300] for each in wrong] == []
    assert all(cell["execution_count"] for cell in cells)
    return path


@pytest.mark.parametrize("stem", ["start-here", "start-with-your-own-data"])
def test_a_notebook_runs_from_top_to_bottom(tab: Tab, lab: str, root: Path, stem: str) -> None:
    run(tab, lab, root, stem)


def test_the_explorer_answers_saves_and_keeps_nothing_hidden(tab: Tab, lab: str, root: Path) -> None:
    path = run(tab, lab, root, "explorer")
    tab.ask(f"void jupyterapp.commands.execute('{SAVING}')")
    tab.wait_for(f"({PICTURE} ?? '').startsWith('data:image/svg')")
    first = tab.ask(PICTURE)
    assert choose(tab, "Wave", 1)
    tab.wait_for(f"({PICTURE} ?? {first!r}) !== {first!r}")
    tab.ask(BUTTON.format(name="Save table"))
    tab.wait_for(f"({STATUS}).includes('.csv')")
    assert list((root / "notebooks" / "saved").glob("*.csv"))
    reached = walk(tab, 15)
    for control in ("Wave", "View", "Save picture", "Save report"):
        assert reached.get(control), f"{control}: {reached}"
    tab.ask("jupyterapp.commands.execute('docmanager:save')")
    assert "application/vnd.jupyter.widget-state+json" in path.read_text(encoding="utf-8")
    for shared in (path, root / "notebooks" / "saved"):
        assert audit(shared, open_workspace(root)).findings == ()
