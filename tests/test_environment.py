"""The conda route asks for what pyproject.toml asks for, bound for bound."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,-]+\])?(?P<bounds>.*)")
FOR_CONDA_ITSELF = {"python", "pip"}


def requirements(lines):
    """Name to bounds, in one spelling."""
    found = [REQUIREMENT.fullmatch(line) for line in lines]
    return {
        re.sub(r"[-_.]+", "-", match["name"]).lower(): match["bounds"].replace(" ", "") for match in found
    }


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def environment():
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def asked(environment):
    plain = [entry for entry in environment["dependencies"] if isinstance(entry, str)]
    by_pip = [
        line for entry in environment["dependencies"] if isinstance(entry, dict) for line in entry["pip"]
    ]
    return requirements([*plain, *by_pip])


def test_it_asks_for_what_the_project_asks_for(project, asked):
    wanted = requirements([*project["dependencies"], *project["optional-dependencies"]["test"]])
    assert {name: bounds for name, bounds in asked.items() if name not in FOR_CONDA_ITSELF} == wanted


def test_python_is_as_new_as_the_project_needs(project, asked):
    assert asked["python"] == project["requires-python"]


def test_it_bears_the_projects_name_and_names_no_address(project, environment):
    assert environment["name"] == project["name"]
    assert environment["channels"] == ["conda-forge"]


def test_every_tool_of_the_makefile_is_installed():
    named = set(re.findall(r"\$\(BIN\)/([\w-]+)", (ROOT / "Makefile").read_text(encoding="utf-8")))
    there = {path.stem for path in Path(sys.executable).parent.iterdir()}
    assert named - there == set()
