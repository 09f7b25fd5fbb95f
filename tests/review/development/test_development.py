"""The stage of development, with its evidence and its doubt."""

from alliance_analytics.review.development.development import MOST_MISSING, most_missing


def test_every_share_is_that_of_the_draws(shown, study):
    shares = study.stage_shares.set_index(["stage", "wave"])
    for (text, *cells), stage in zip(shown["stage-path"].table.rows, study.labels.stages, strict=True):
        assert text == study.labels.stages[stage]
        for wave, cell in zip(study.history.names, cells, strict=True):
            row = shares.loc[(stage, wave)]
            assert cell == f"{100 * row['share']:.0f}% ({100 * row['low']:.0f}% to {100 * row['high']:.0f}%)"


def test_the_headline_names_the_stage_and_its_share(shown, study):
    name, share = study.labels.stages[study.stage["stage"]].lower(), 100 * study.stage["share"]
    assert shown["stage-path"].headline == f"Most draws fall in the stage {name}: {share:.0f}%"


def test_a_stage_comes_with_the_caveat_that_cut_offs_are_a_convention(shown, dutch):
    for exhibits, word in ((shown, "convention"), (dutch, "afspraak")):
        path = exhibits["stage-path"]
        assert any(word in each for each in (*path.paragraphs, *path.notes))


def test_evidence_is_that_of_the_wave_with_its_cut_off_and_verdict(shown, study):
    rows = shown["stage-evidence"].table.rows
    assert len(rows) == len(study.stage_evidence)
    first, found = rows[0], study.stage_evidence.iloc[0]
    assert first[2] == f"{found['mean']:.1f}"
    assert first[4] == f"< {found['cut_off']:.2f}"
    assert {row[5] for row in rows} <= {"shows", "does not show", "in doubt"}


def test_a_turned_statement_is_told_to_be_turned(shown):
    measures = [row[1] for row in shown["stage-evidence"].table.rows]
    assert any(measure.startswith("Statement, answers turned: ") for measure in measures)


def test_what_the_next_stage_asks_for_is_named_most_wanted_first(shown, study):
    wanted = study.missing_for_next["mark"].head(MOST_MISSING)
    assert len(most_missing(study)) == MOST_MISSING
    first = study.stages.mark(wanted.iloc[0]).name["en"]
    assert first[1:] in most_missing(study)[0]
    assert "; ".join(most_missing(study)) in shown["stage-path"].notes[0]


def test_an_instrument_without_evidence_is_not_placed_and_says_why(ferry_shown):
    exhibit = ferry_shown["stage-path"]
    assert exhibit.headline.endswith("the statements asked hold no evidence of a stage")
    assert "stage-evidence" not in ferry_shown


def test_too_few_answers_are_another_reason(silent_shown):
    assert silent_shown["stage-path"].headline.endswith("too few people answered")
    assert "stage-evidence" not in silent_shown
