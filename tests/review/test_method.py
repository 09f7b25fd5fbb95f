"""Who answered, what was read, what is hidden and why, and where it all came from."""

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError
from alliance_analytics.review.groups import group_names
from alliance_analytics.review.method import SECTIONS


def test_response_rates_are_the_released_ones(shown):
    assert shown["response-partner"].headline == "30 of 47 people invited answered"
    assert shown["response-partner"].table.rows == (
        ("Everybody", "47", "30", "64%"),
        ("Northern Locks", "20", "14", "70%"),
        ("Harbour Office", "16", "11", "69%"),
        ("Tide Lab", "11", "5", "45%"),
    )


@pytest.mark.parametrize("by", ["partner", "level"])
def test_the_table_of_the_response_has_the_order_of_its_picture(study, by):
    exhibit = aa.response(study, by)
    names = ["Everybody", *group_names(study, by).values()]
    assert [row[0] for row in exhibit.table.rows] == names
    drawn = [exhibit.svg.index(f">{name}<") for name in names]
    assert drawn == sorted(drawn)


def test_response_by_anything_else_is_refused(study):
    with pytest.raises(ParameterError, match="'partner'"):
        aa.response(study, "partners")


def test_a_rate_that_would_tell_about_few_who_stayed_silent_is_hidden(ferry_shown):
    exhibit = ferry_shown["response-partner"]
    assert exhibit.headline == "Who answered cannot be told without telling about few people"
    assert exhibit.table.rows[0] == ("Everybody", "29", *["hidden"] * 2)


def test_without_numbers_of_invited_people_there_is_no_response(flat):
    assert aa.response(flat) is None


def test_every_record_is_accounted_for(shown, study):
    rows = shown["data-quality"].table.rows
    assert [row[0] for row in rows] == ["2023", "2024", "2025"]
    for wave, _, records, kept, left_out in rows:
        survey = study.workspace.survey("canal", wave)
        assert (int(records), int(kept)) == (survey.records, survey.kept)
        assert left_out == "none"


def test_records_left_out_are_counted_by_their_reason(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    export = folder / "2025" / "answers.csv"
    rows = export.read_text().splitlines()
    export.write_text("\n".join([*rows, rows[1]]))
    assert aa.data_quality(aa.study(folder)).table.rows[0][-1] == "duplicate 1"


def test_records_are_not_counted_where_few_stayed_silent(tmp_path, write_alliance, canal):
    table = canal["2025"].head(7).assign(partner="Quay", level="tactical")
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 7)}}, {"a": table})
    assert aa.data_quality(aa.study(folder)).table.rows[0][2:4] == ("hidden", "hidden")


def test_a_wave_that_could_not_be_read_is_named(tmp_path, write_alliance, canal):
    table = canal["2025"].head(6).assign(partner="Quay", level="tactical")
    folder = write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}}, {"a": table, "b": table})
    (folder / "a" / "answers.csv").unlink()
    notes = aa.data_quality(aa.study(folder)).notes
    assert notes == ("Wave a: This wave has no survey export. It is left out of every comparison.",)


def test_what_is_hidden_is_counted_by_its_reason(shown, study):
    plan = study.history.now.plan.scores
    counts = {reason: int(count) for reason, count in shown["hidden"].table.rows}
    assert next(iter(counts)) == "shown"
    assert sum(counts.values()) == len(plan)
    assert counts["shown"] == plan["shown"].sum()
    assert counts["could be subtracted to tell about few people"] == (plan["reason"] == "subtraction").sum()


def test_no_answers_are_not_counted_as_hidden(silent_shown, silent):
    reasons = silent.history.now.plan.scores["reason"]
    protected = (~reasons.isin(["", "no_answers"])).sum()
    assert (reasons == "no_answers").any()
    assert silent_shown["hidden"].headline.startswith(f"{protected} of {len(reasons)} numbers are hidden")


def test_the_rule_is_told_with_its_numbers(shown, study):
    rule, note = study.history.now.plan.rule, shown["hidden"].notes[0]
    assert f"A score needs {rule.score_minimum} people, a single statement {rule.item_minimum}" in note


def test_how_numbers_were_made_is_told_in_both_languages(shown, dutch):
    assert len(shown["how"].paragraphs) == len(dutch["how"].paragraphs) == 3
    assert shown["how"].headline != dutch["how"].headline


def test_the_page_has_its_sections_in_the_order_of_the_review(shown):
    assert len(set(SECTIONS)) == len(SECTIONS)
    used = [exhibit.section for exhibit in shown.values()][2:]
    assert sorted(set(used), key=used.index) == [section for section in SECTIONS if section in used]


def test_the_page_says_what_it_rests_on(study):
    settings = " ".join(aa.page(study).settings.values())
    for text in ("2025-05-05", study.instrument.title["en"], "alliance_analytics 0", "the office"):
        assert text in settings


def test_synthetic_data_is_told(shown):
    assert shown["page-settings"].settings["synthetic"]
