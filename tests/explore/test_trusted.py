"""A look before the release plan: with consent, marked, served to this computer alone, and kept nowhere."""

import re
import shutil
from urllib.error import HTTPError
from urllib.request import urlopen

import ipywidgets
import pytest

import alliance_analytics as aa
from alliance_analytics.errors import DisclosureError
from alliance_analytics.explore.trusted import Window, trusted_page
from alliance_analytics.publish.audit.scanning import Known, scanned


@pytest.fixture(scope="module")
def consenting(world, tmp_path_factory):
    root = tmp_path_factory.mktemp("copy") / "world"
    shutil.copytree(world, root)
    with (root / "workspace.yml").open("a", encoding="utf-8") as settings:
        settings.write("trusted: true\n")
    return aa.open_workspace(root)


@pytest.fixture(scope="module")
def study(consenting):
    return aa.study(consenting, "canal", "2025")


def address_in(frame):
    return re.search(r'src="([^"]+)"', frame)[1]


def answered(address):
    with urlopen(address) as answer:
        return answer.read().decode(), answer.headers


def test_without_consent_nothing_is_made(workspace):
    with pytest.raises(DisclosureError, match=r"workspace\.yml"):
        trusted_page(aa.study(workspace, "canal", "2025"), "pillar")


def test_the_page_shows_what_the_plan_hides_and_says_that_it_is_not_for_sharing(study):
    hidden = study.released.query("wave == '2025' and not shown and scale == 'dimension' and link.isna()")
    groups = set(zip(hidden["partner"], hidden["level"], strict=True))
    page = trusted_page(study, "dimension")
    assert page.count("not for sharing") == 2
    assert ("Tide Lab", "strategic") in groups
    assert "Tide Lab · Strategic" in page


def test_an_audit_refuses_the_page_and_the_frame(study):
    for text in (trusted_page(study, "pillar"), Window().show(study, "pillar")):
        kinds = {finding.kind for finding in scanned("kept.html", text.encode(), Known())}
        assert "a mark: not for sharing" in kinds


def test_the_frame_holds_no_number_and_the_kernel_serves_them(study):
    frame = Window().show(study, "dimension")
    page, headers = answered(address_in(frame))
    assert "<td>" not in frame
    assert page == trusted_page(study, "dimension")
    assert headers["Cache-Control"] == "no-store"


def test_another_address_gives_nothing(study):
    address = address_in(Window().show(study, "dimension"))
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{address}x")


def test_what_was_shown_before_is_gone(study):
    window = Window()
    before, after = (address_in(window.show(study, scale)) for scale in ("pillar", "dimension"))
    with pytest.raises(HTTPError, match="404"):
        urlopen(before)
    assert "Cultural" in answered(after)[0]


def test_neither_the_state_of_the_widgets_nor_the_output_holds_it(consenting):
    explorer = aa.explorer(consenting, trusted=True)
    explorer.controls.view.value = "hidden"
    explorer.controls.scale.value = "dimension"
    page, _ = answered(address_in(explorer.own_eyes.value))
    rows = re.findall(r"<tr><th.*?</tr>", page)
    state = str(ipywidgets.Widget.get_manager_state())
    assert len(rows) > 10
    assert not [row for row in rows if row in state]
    assert explorer._window.__repr__() == "Window()"
