"""A hundred hostile worlds: what somebody called something is text everywhere, and nothing else.

Two are measured whole; in the others the names stand where a review puts them.
"""

import csv
import random
import re
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

import alliance_analytics as aa
from alliance_analytics.publish.audit.webpages import read_webpage
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit, Table, exhibit_html
from alliance_analytics.publish.page.assembling import page_from, page_settings
from alliance_analytics.publish.page.strands import taken_apart
from alliance_analytics.publish.sharing.companions import TABLES, companions
from alliance_analytics.publish.sharing.tables import TURNING, SharedTable, as_text

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></main><svg onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "{title.__class__}",
    "=cmd|' /C calc'!A0",
    "+1+cmd|'x'!A0",
    "-2+3",
    "@SUM(1+9)",
    "\t=1+1",
    "＝1+1",
    "\u202egpj.exe",
    "\u2066=1+1\u2069",
    "&lt;script&gt;",
    "]]><!--",
    "'; DROP TABLE x; --",
    "javascript:alert(1)",
    "a\nb\r\nc",
    "nul\x00bel\x07",
    "$\\frac{1}{0}$",
    "%s %n {0} {}",
)
LETTERS = re.compile(r"[A-Za-z]{3,}")
FORMULAS = tuple("=+-@\t\r\n＝＋－＠")


def world(seed):
    """Return the exhibits of a page in which every name is hostile, and the names."""
    draw = random.Random(seed)
    names = [f"{draw.choice(PAYLOADS)}{draw.randint(0, 9)}{draw.choice(PAYLOADS)}" for _ in range(8)]
    table = Table(names[0], (names[1], "n"), ((names[2], "12"), (names[3], "hidden")), (1,))
    shared = SharedTable(
        "scores", names[0], ("name", "n"), (names[1], names[2]), ((names[3], "12"), (names[4], ""))
    )
    settings = page_settings(
        names[5],
        draw.choice(("en", "nl")),
        alliance=names[6],
        wave=names[7],
        sections={"standing": names[1]},
        provenance={names[2]: names[3]},
        synthetic=bool(seed % 2),
        beside={TABLES: as_text([shared])},
    )
    points = Exhibit("findings", MAIN_POINTS, names[4], points=(names[0], names[5]))
    return [
        settings,
        points,
        Exhibit("one", "standing", names[6], names[7], (names[1],), notes=(names[2],), table=table),
    ], names


def refuse_active(markup):
    assert read_webpage("", markup).signs == []
    assert not [
        element
        for element in taken_apart(markup).elements
        if element.tag in ("img", "svg", "details") and "alert" in str(element)
    ]


def cells_of(files):
    for name, content in files.items():
        if name.endswith(".zip"):
            with ZipFile(BytesIO(content)) as archive:
                yield from cells_of({inner: archive.read(inner) for inner in archive.namelist()})
        elif name.endswith(".csv"):
            text = content.decode("utf-8-sig")
            delimiter = ";" if text.startswith('"file";') or '";"' in text else ","
            yield from (cell for row in csv.reader(StringIO(text), delimiter=delimiter) for cell in row)


def is_number(cell):
    return cell.lstrip("-").replace(",", ".").replace(".", "", 1).isdigit()


def refuse_formulas(files):
    cells = list(cells_of(files))
    assert cells
    assert not [cell for cell in cells if cell.startswith(FORMULAS) and not is_number(cell)]
    assert not [cell for cell in cells if TURNING.search(cell)]


@pytest.mark.parametrize("seed", range(98))
def test_a_hostile_name_is_text(seed):
    exhibits, names = world(seed)
    page = page_from(exhibits)
    refuse_active(page)
    assert not TURNING.search(page.replace("\u200e", "").replace("\u200f", ""))
    for exhibit in exhibits:
        refuse_active(exhibit_html(exhibit))
    files = companions(exhibits, "2025.html")
    refuse_formulas(files)
    summary = files["2025-summary.txt"].decode()
    assert not TURNING.search(summary)
    shown = "".join(strand.text for strand in taken_apart(page).strands)
    assert all(word in shown for name in names for word in LETTERS.findall(name))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, write_alliance, canal):
    """Two alliances whose title, partners, wave folder and reports are hostile."""
    root = tmp_path_factory.mktemp("hostile")
    for number, (one, other) in enumerate(
        (
            ("=cmd|'x'!A0 <script>alert(1)</script>", "\u202eevil <img src=x onerror=alert(1)>"),
            ('@SUM(1+9)"><svg onload=alert(1)>', "{{7*7}} </table>"),
        )
    ):
        table = canal["2025"].head(20).assign(partner=[one] * 12 + [other] * 8)
        groups = {one: {"tactical": (20, 12)}, other: {"tactical": (20, 8)}}
        folder = write_alliance(root / f"all{number}", groups, {"2025": table.assign(level="tactical")})
        (folder / "alliance.yml").write_text('title: "<b onclick=alert(1)>{x}</b>=1+1"\n')
        (folder / "2025" / "reports").mkdir()
        (folder / "2025" / "reports" / "a<script>.md").write_text(
            "# <script>alert(1)</script>\n\nThe partners trust each other. =cmd|x\n"
        )
    return root


@pytest.mark.parametrize("number", [0, 1])
def test_a_hostile_workspace_is_measured_and_told_as_text(hostile, number):
    study = aa.study(hostile, f"all{number}")
    made = [
        aa.page(study),
        aa.main_points(study),
        aa.estimates(study),
        aa.partners(study),
        aa.response(study),
        aa.themes(study),
    ]
    exhibits = [replace(each, svg="", svg_narrow="", alt="") for each in made if each is not None]
    page = page_from(exhibits)
    refuse_active(page)
    assert "&lt;b onclick=alert(1)&gt;" in page
    refuse_formulas(companions(exhibits, "2025.html"))
    for exhibit in made:
        assert exhibit is None or read_webpage("", exhibit_html(exhibit)).signs == []
