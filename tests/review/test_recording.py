"""A review is noted once; the same page again adds nothing, and a late answer is held against it."""

import alliance_analytics as aa
from alliance_analytics.review.recording import record_review
from alliance_analytics.workspace.ledger import open_ledger


def lines(study):
    return open_ledger(study.workspace).path.read_text().splitlines()


def test_without_a_key_it_says_why_not(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (20, 12)}})
    assert record_review(aa.study(folder)) == "no_key"
    assert not (folder / ".ledger").exists()


def quay(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (20, 12)}})
    (folder / "keys").mkdir()
    (folder / "keys" / "link.key").write_text("00" * 32)
    return folder, aa.study(folder)


def test_a_review_is_noted_once_and_the_next_is_the_same(tmp_path, write_alliance):
    folder, study = quay(tmp_path, write_alliance)
    assert record_review(study) == ""
    again = aa.study(folder)
    assert record_review(again) == ""
    assert len(lines(study)) == 1
    assert again.history.now.plan.scores.equals(study.history.now.plan.scores)


def test_a_first_look_says_of_everybody_what_the_noted_review_said(tmp_path, write_alliance):
    folder, study = quay(tmp_path, write_alliance)
    said = study.estimates("pillar")
    assert said["shown"].all()
    record_review(study)
    assert aa.study(folder).estimates("pillar").equals(said)


def test_a_late_answer_cannot_be_had_by_subtracting_two_reviews(tmp_path, write_alliance):
    folder, _ = quay(tmp_path, write_alliance)
    answers = folder / "2025" / "answers.csv"
    whole = answers.read_bytes()
    answers.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    early = aa.study(folder)
    assert early.history.now.plan.scores["shown"].any()
    record_review(early)
    answers.write_bytes(whole)
    assert not aa.study(folder).history.now.plan.scores["shown"].any()


def test_no_address_and_no_score_is_noted(tmp_path, write_alliance):
    _, study = quay(tmp_path, write_alliance)
    record_review(study)
    (line,) = lines(study)
    assert "@" not in line
    assert not set(study.history.now.people["person"]) & set(line.split('"'))
    assert '"mean"' not in line
