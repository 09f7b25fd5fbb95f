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
from tests.browser.served import NOTEBOOK, PROJECT, choose, run_all, serving, walk

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ALLIANCE, EARLIER = "high-water-together", ("2021", "2022", "2023", ".ledger")
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
REFUSED = {"06-themes-over-time.ipynb": {"metadata, the top"}}
"""Where the address of a desk's window stays in the state of widgets, which nobody saves unasked."""
EXHIBIT = "application/vnd.alliance-analytics.exhibit+json"
TOKEN = "for-this-test"
SAVING = "jupyter_config_dir/lab/user-settings/@jupyter-widgets/jupyterlab-manager/plugin.jupyterlab-settings"
"""Where JupyterLab is told to save the state of widgets: the worst that can be shared."""
PICTURE = "document.querySelector('.jp-OutputArea .widget-html img')?.src"
BUTTON = "[...document.querySelectorAll('.jupyter-button')].find(one => one.innerText === {name!r}).click()"
PRESSED = {"Save table": ".csv", "Save picture": ".svg", "Add to report": "1", "Save report": ".html"}
"""Button to what is said when it has done its work."""
FOCUS = """label => [...document.querySelectorAll('.widget-dropdown')].find(
    one => one.querySelector('label')?.textContent === label).querySelector('select').focus()"""
STATUS = "document.querySelector('[role=status] pre')?.textContent ?? ''"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of one alliance in two waves, with notebooks of its own."""
    root, example = tmp_path_factory.mktemp("lab") / "ours", PROJECT / "data" / "example"
    shutil.copytree(example / ALLIANCE, root / ALLIANCE, ignore=shutil.ignore_patterns(*EARLIER))
    shutil.copy(example / "workspace.yml", root)
    own_notebooks(open_workspace(root), NOTEBOOKS)
    return root


@pytest.fixture(scope="module")
def lab(root: Path) -> Iterator[str]:
    """The address of a JupyterLab on the notebooks of the workspace."""
    options = [
        "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0",
        f"--ServerApp.root_dir={root / 'notebooks'}", f"--IdentityProvider.token={TOKEN}",
        "--LabApp.expose_app_in_browser=True",
    ]  # fmt: skip
    (root.parent / SAVING).parent.mkdir(parents=True)
    (root.parent / SAVING).write_text('{"saveState": true}', encoding="utf-8")
    with serving(["jupyterlab", *options], root.parent / "lab.log") as told:
        yield told[0].split("/lab")[0]


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with one_tab(served=True) as opened:
        opened.look(1366, 900)
        yield opened


def run(tab: Tab, lab: str, path: Path) -> None:
    """Restart and run all of a notebook without an error."""
    cells = run_all(tab, f"{lab}/lab/tree/{path.name}?token={TOKEN}&reset")
    wrong = [each for cell in cells for each in cell["outputs"] if each["output_type"] in ("error", "stream")]
    wrong = [each for each in wrong if each.get("name") != "stdout"]
    assert [str(each)[:300] for each in wrong] == []
    assert all(cell["execution_count"] for cell in cells)


def save(tab: Tab) -> None:
    """Save the notebook that is open, the state of its widgets with it, and let its kernel go."""
    tab.ask(f"({NOTEBOOK}).context.save()")
    tab.ask(f"({NOTEBOOK}).sessionContext.shutdown()")


@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS if "explorer" not in path.stem])
def test_a_notebook_runs_and_what_is_saved_tells_nothing_hidden(
    tab: Tab, lab: str, root: Path, name: str
) -> None:
    path = root / "notebooks" / name
    run(tab, lab, path)
    save(tab)
    assert EXHIBIT in path.read_text(encoding="utf-8")
    refused = {each.inside for each in audit(path, open_workspace(root)).findings}
    assert refused == REFUSED.get(name, set())


def test_the_explorer_answers_saves_and_keeps_nothing_hidden(tab: Tab, lab: str, root: Path) -> None:
    path = next((root / "notebooks").glob("*explorer.ipynb"))
    run(tab, lab, path)
    tab.wait_for(f"({PICTURE} ?? '').startsWith('data:image/svg')")
    first = tab.ask(PICTURE)
    tab.ask(f"({FOCUS})('Wave')")
    for key in (" ", "ArrowDown", "Enter"):  # as the notebook says: with no list open, arrows leave the cell
        tab.press(key)
    tab.wait_for(f"({PICTURE} ?? {first!r}) !== {first!r}")
    earlier = tab.ask(PICTURE)
    assert choose(tab, "View", 1) != ""
    tab.wait_for(f"({PICTURE} ?? {earlier!r}) !== {earlier!r}")
    for button, said in PRESSED.items():
        tab.ask(BUTTON.format(name=button))
        tab.wait_for(f"({STATUS}).includes({said!r})")
    assert {each.suffix for each in (root / "notebooks" / "saved").iterdir()} == {".csv", ".html", ".svg"}
    tab.ask(f"({FOCUS})('Alliance')")
    reached = walk(tab, 15)
    for control in ("Wave", "View", "Save picture", "Save report"):
        assert reached.get(control), f"{control}: {reached}"
    save(tab)
    assert "application/vnd.jupyter.widget-state+json" in path.read_text(encoding="utf-8")
    for shared in (path, root / "notebooks" / "saved"):
        assert audit(shared, open_workspace(root)).findings == ()
