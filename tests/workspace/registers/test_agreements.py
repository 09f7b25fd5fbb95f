"""Agreements lie beside their wave, or together in the alliance; what is wrong in one costs only that."""

import datetime

from alliance_analytics.workspace.registers.agreements import agreements


def test_agreements_beside_a_wave_are_read(quay, opened):
    (quay / "2024" / "agreements.csv").write_text(
        "wat,wie,wanneer,pijler,status\nBezoek,Quay,2025-03-01,Kennis,klaar\n"
    )
    (row,) = agreements(*opened(), "2024").rows.to_dict("records")
    assert row["what"] == "Bezoek"
    assert (row["by_when"], row["pillar"], row["status"]) == (datetime.date(2025, 3, 1), "7", "done")


def test_a_table_of_all_waves_serves_each_its_own(quay, opened):
    (quay / "agreements.csv").write_text("wave,what,who\n2024,Visit,Ann\n2025,Report,Bob\n")
    assert agreements(*opened(), "2025").rows["what"].tolist() == ["Report"]
    assert agreements(*opened(), "2024").rows["what"].tolist() == ["Visit"]


def test_a_day_before_the_conference_is_named(quay, opened):
    (quay / "2024" / "agreements.csv").write_text(
        "what,who,by_when\nVisit,Ann,2024-03-01\nReport,Bob,2025-03-01\n"
    )
    register = agreements(*opened(), "2024")
    assert register.rows["by_when"].tolist() == [None, datetime.date(2025, 3, 1)]
    (problem,) = register.problems
    assert problem.where == "agreements.csv, row 2"


def test_the_empty_form_of_the_guide_holds_no_agreement(quay, opened):
    (quay / "2024" / "agreements.csv").write_text("What,Who,By when,Pillar\n…,…,…,…\n…,…,…,…\n")
    register = agreements(*opened(), "2024")
    assert register.rows.empty
    assert register.problems == ()


def test_nobody_named_is_told_by_place_and_never_by_name(quay, opened):
    (quay / "2024" / "agreements.csv").write_text("what,who,pillar\nVisit,,99\n")
    told = " ".join(map(str, agreements(*opened(), "2024").problems))
    assert "Name who sees to it." in told
    assert "Visit" not in told


def test_no_file_no_agreements(opened):
    register = agreements(*opened(), "2024")
    assert register.rows.empty
    assert register.problems == ()


def test_a_file_that_cannot_be_read_is_one_problem(quay, opened):
    (quay / "2024" / "agreements.csv").write_bytes(b"what\n\xff\xfe\n")
    register = agreements(*opened(), "2024")
    assert register.rows.empty
    assert len(register.problems) == 1
