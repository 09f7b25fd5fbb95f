"""The last steps before a review leaves: it is audited, and noted once."""

import pytest

from alliance_analytics.batch import releasing
from alliance_analytics.batch.extras import CHECKS, Made, check
from alliance_analytics.batch.jobs import Job
from alliance_analytics.errors import PageError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.ledger import open_ledger

ANN = "ann.larder@example.org"
PAGE = "<!doctype html><html lang='en'><head><title>Review</title></head><body><p>{}</p></body></html>"


@pytest.fixture(scope="module")
def quay(tmp_path_factory, write_alliance, canal):
    """An alliance of twelve people with a key that lasts, and a mail address each."""
    root = tmp_path_factory.mktemp("releasing")
    table = canal["2025"].head(12).assign(partner="Quay", level="tactical")
    table["mail"] = [ANN, *(f"person.{number}@example.org" for number in range(11))]
    write_alliance(root / "quay", {"Quay": {"tactical": (20, 12)}}, {"2025": table})
    (root / "keys").mkdir()
    (root / "keys" / "link.key").write_text("00" * 32)
    return root


@pytest.fixture
def made(quay):
    """A function that returns a review that was made, with some text on its page."""

    def make(text):
        parameters = {"workspace": str(quay), "alliance": "quay", "wave": "2025"}
        return Made("quay/2025.html", (), PAGE.format(text), parameters)

    return make


def noted(quay):
    path = open_ledger(open_workspace(quay)).path
    return len(path.read_text().splitlines()) if path.exists() else 0


def test_a_review_is_audited_first_and_then_noted():
    assert [place.partition(":")[2] for place in CHECKS] == ["refuse_findings", "note_in_ledger"]
    assert Job.__dataclass_fields__["checks"].default == ()


def test_a_page_with_an_address_is_refused_and_not_noted(made, quay):
    before = noted(quay)
    with pytest.raises(PageError) as refused:
        check(made(f"Ask {ANN}"), {}, CHECKS)
    assert "quay/2025.html" in str(refused.value)
    assert ANN not in str(refused.value)
    assert noted(quay) == before


def test_a_leak_in_a_file_beside_the_page_stops_it_as_well(made):
    with pytest.raises(PageError, match=r"2025-summary\.txt"):
        releasing.refuse_findings(made("All is well."), {"-summary.txt": f"Ask {ANN}".encode()})


def test_a_clean_review_is_noted_once(made, quay):
    for _ in range(2):
        check(made("All is well."), {"-summary.txt": b"All is well."}, CHECKS)
    assert noted(quay) == 1


def test_the_study_of_the_notebook_is_used_where_there_is_one(made, quay, monkeypatch):
    own = releasing.study(str(quay), alliance="quay", wave="2025")
    monkeypatch.setattr(releasing, "namespace", lambda: {"study": own})
    assert releasing._study_of(made("")) is own
    monkeypatch.setattr(releasing, "namespace", lambda: {"study": "something else"})
    assert releasing._study_of(made("")) is not own
