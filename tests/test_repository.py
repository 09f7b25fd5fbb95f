"""What must hold of the repository as a whole: its front page, its addresses, its versions and its links."""

import ast
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from alliance_analytics.model.release_rule import MINIMA, release_rule

ROOT = Path(__file__).parents[1]
COMMANDS = ("make review", "make test")
LINK = re.compile(r"(?<!`)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
NAME = re.compile(r"`(\w+)`")

# Written in pieces, so that this file does not hold what it looks for.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("py" + "pi", "org"),
        ("python" + "hosted", "org"),
        ("ana" + "conda", "org"),
        ("npm" + "js", "org"),
    )
]
OUR_MACHINES = [f"/{folder}/" for folder in ("work", "root")]
ANY_MACHINE = [f"/{folder}/" for folder in ("home", "Users", "tmp", "mnt", "srv")]
INDEX_OPTIONS = ["--" + option for option in ("index-url", "extra-index-url", "find-links", "trusted-host")]


def tracked():
    """Every file under version control, or about to be, that still is there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def text_of(path):
    """The text of a file, or None when it is not text."""
    content = path.read_bytes()
    return None if b"\0" in content else content.decode("utf-8", errors="replace")


TEXTS = {path: text for path in tracked() if (text := text_of(path)) is not None}
PAGES = sorted(path for path in TEXTS if path.suffix == ".md")


def name_of(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_names_its_two_commands_each_on_a_line_of_its_own(command):
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert lines.count(command) == 1


@pytest.mark.parametrize("phrase", [*HOSTS, *INDEX_OPTIONS])
def test_no_file_names_where_packages_are_downloaded(phrase):
    assert [name_of(path) for path, text in TEXTS.items() if phrase in text] == []


@pytest.mark.parametrize("folder", [*OUR_MACHINES, *ANY_MACHINE])
def test_no_file_names_a_place_on_one_machine(folder):
    alone = re.compile(rf"(?<![\w.\-/*}}]){re.escape(folder)}\w")
    found = [name_of(path) for path, text in TEXTS.items() if alone.search(text)]
    # Tests may show what a leak looks like, as long as it is nobody's.
    assert [name for name in found if folder in OUR_MACHINES or not name.startswith("tests/")] == []


def test_every_file_of_the_model_has_a_version():
    files = sorted((ROOT / "alliance_analytics" / "model" / "data").rglob("*.yml"))
    versions = {name_of(path): yaml.safe_load(TEXTS[path]).get("version") for path in files}
    assert versions
    assert [name for name, version in versions.items() if not isinstance(version, str)] == []


def test_privacy_note_tells_the_minima_that_hold():
    rows = re.findall(r"^\| `(\w+)` \| (\d+) people", TEXTS[ROOT / "docs" / "privacy.md"], re.MULTILINE)
    assert {name: int(people) for name, people in rows} == release_rule().model_dump(include=set(MINIMA))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_of_a_page_lead_somewhere(page):
    assert [target for _, target in links(page) if not leads_somewhere(page, target)] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent.name == "docs"], ids=name_of)
def test_code_named_in_a_link_stands_in_the_file_linked(page):
    named = [
        (name, target)
        for text, target in links(page)
        if target.endswith(".py")
        for name in NAME.findall(text)
    ]
    assert [
        (name, target) for name, target in named if name not in defined((page.parent / target).resolve())
    ] == []


def links(page):
    """Text and target of every link of a page that stays in the repository."""
    found = [(match["text"], unquote(match["target"])) for match in LINK.finditer(FENCE.sub("", TEXTS[page]))]
    return [(text, target) for text, target in found if not re.match(r"[a-z]+:", target)]


def leads_somewhere(page, target):
    path, _, anchor = target.partition("#")
    place = (page.parent / path).resolve() if path else page
    return place.exists() and (not anchor or anchor in anchors(place))


def anchors(page):
    """The ids that headings get: lower case, hyphens for spaces, signs left out."""
    plain = (
        re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(FENCE.sub("", TEXTS[page]))
    )
    return {heading.replace(" ", "-") for heading in plain}


def defined(path):
    """Names of the functions, classes and constants at the top of a module."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    functions = {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    targets = [
        node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)] for node in body
    ]
    return functions | {each.id for group in targets for each in group if isinstance(each, ast.Name)}
