import shutil

import pandas as pd
import pytest

from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.registers.ecosystem import ecosystem

NONE = pd.DataFrame(columns=["alliance", "partner", "place"], dtype=object)


@pytest.fixture
def ties(tmp_path, world):
    def read(partners="", links="", known=NONE):
        root = shutil.copytree(world, tmp_path / "world")
        for name, text in (("partners.csv", partners), ("links.csv", links)):
            if text:
                (root / name).write_text(text, encoding="utf-8")
        opened = open_workspace(root)
        return ecosystem(opened, opened.alliances, known)

    return read


def test_partners_of_settings_and_of_the_register_come_together(ties):
    members, _ = ties("alliance,partner\nferry,Tide Lab\nferry,New One\n")
    found = set(members.rows[["alliance", "partner"]].itertuples(index=False, name=None))
    assert {("ferry", "Tide Lab"), ("ferry", "New One")} <= found
    assert members.problems == ()


def test_a_partner_spelled_two_ways_is_suggested_and_kept_apart(ties):
    members, _ = ties("alliance,partner\nferry,Acme\ncanal,Acme Ltd\n")
    assert {"Acme", "Acme Ltd"} <= set(members.rows["partner"])
    (problem,) = members.problems
    assert problem.where == "partners.csv, row 2 and partners.csv, row 3"


def test_an_unknown_alliance_is_named_and_what_others_know_counts(ties):
    known = pd.DataFrame([("ferry", "Elsewhere", "door"), ("ferry", None, "door")], columns=NONE.columns)
    members, _ = ties("alliance,partner\nfery,Acme\n", known=known)
    assert members.problems[0].remedy == "Did you mean 'ferry'?"
    assert "Elsewhere" in set(members.rows["partner"])
    assert members.rows["partner"].notna().all()


def test_a_link_needs_both_ends(ties):
    _, links = ties(links="partner,tied_to,about\nAcme,Hub,data\nAcme,,\n")
    assert links.rows[["partner", "tied_to", "about"]].to_numpy().tolist() == [["Acme", "Hub", "data"]]
    assert links.problems[0].where == "links.csv, row 3"
