"""Reviews of the example in both languages, as pages and as slides, and one browser to look at them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import PageError
from alliance_analytics.publish.browser import find_browser
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_from, slides_from
from tests.browser.chromium import Tab, one_tab

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
STUDIES = {"en": ("high-water-together", "en"), "nl": ("second-desk", "nl")}
MODULES = "BROWSER_TEST_MODULES"
"""Environment variable: a ``node_modules`` folder with axe-core."""
CHECKER = "NU_CHECKER"
"""Environment variable: the Nu checker (vnu), a program or a jar."""


def review(alliance: str, language: str) -> list[Exhibit]:
    """Return the exhibits of the annual review of the example."""
    study = aa.study(EXAMPLE, alliance, language=language)
    views = (aa.page, aa.main_points, aa.spider, aa.estimates, aa.changes, aa.trend)
    later = (aa.partners, aa.levels, aa.stage, aa.evidence, aa.themes, aa.agenda, aa.response)
    return [
        *(view(study) for view in views),
        *(aa.answers(study, dimension) for dimension in study.labels.dimensions),
        *(view(study) for view in later),
        *(view(study) for view in (aa.data_quality, aa.hidden, aa.how)),
    ]


@pytest.fixture(scope="session", autouse=True)
def browser() -> Path:
    """The browser of this computer; without one there is nothing to look with."""
    try:
        return find_browser()
    except PageError as error:
        pytest.skip(f"{error.what} {error.remedy or ''}")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages and slides, by kind and language."""
    folder, made = tmp_path_factory.mktemp("pages"), {}
    for language, study in STUDIES.items():
        exhibits = review(*study)
        for kind, make in (("page", page_from), ("slides", slides_from)):
            made[f"{kind}-{language}"] = folder / f"{kind}-{language}.html"
            made[f"{kind}-{language}"].write_text(make(exhibits), encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def tab() -> Iterator[Tab]:
    with one_tab() as opened:
        yield opened


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, or no test of it."""
    found = Path(os.environ.get(MODULES, "node_modules")) / "axe-core" / "axe.min.js"
    if not found.is_file():
        pytest.skip(f"axe-core was not found: {MODULES} names the node_modules folder that has it.")
    return found.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nu() -> Callable[[Path], str]:
    """A function that returns the errors that the Nu checker finds in a page: nothing, when it is valid."""
    named = os.environ.get(CHECKER, "vnu")
    command = (
        ["java", "-jar", named]
        if named.endswith(".jar") and Path(named).is_file()
        else [shutil.which(named) or ""]
    )
    if not command[0]:
        pytest.skip(f"The Nu checker was not found: {CHECKER} names its program or jar.")
    return lambda page: (
        subprocess.run(
            [*command, "--errors-only", str(page)], capture_output=True, text=True, check=False
        ).stderr
    )
