"""To which end people lean: the finding above bars of answers."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.measure.proportions import wilson_interval
from alliance_analytics.review.leanings import (
    answers_subtitle,
    leaning_headline,
    leaning_range,
    leanings,
)


def answered(*rows: tuple[str, tuple[float, ...], str], shown: bool = True, reason: str = "") -> pd.DataFrame:
    """Return released distributions: item, its five shares, direction."""
    found = [
        {"item": item, **{f"share_{k + 1}": share for k, share in enumerate(shares)}, "direction": direction}
        for item, shares, direction in rows
    ]
    return pd.DataFrame(found).assign(n=20.0, shown=shown, reason=reason)


def item(study, place: int) -> str:
    return study.instrument.scales("dimension")["relational"][place]


GOOD, BAD, EVEN = (0.1, 0.1, 0.1, 0.4, 0.3), (0.5, 0.2, 0.1, 0.1, 0.1), (0.2, 0.2, 0.2, 0.2, 0.2)


def test_agreeing_with_a_negative_statement_is_on_the_bad_side():
    found = leanings(answered(("a", GOOD, "positive"), ("b", GOOD, "negative")))
    assert found["good"].tolist() == pytest.approx([0.7, 0.2])
    assert found["bad"].tolist() == pytest.approx([0.2, 0.7])


def test_the_middle_answer_is_on_no_side_and_hidden_statements_are_left_out():
    table = pd.concat(
        [answered(("a", EVEN, "positive")), answered(("b", GOOD, "positive"), shown=False)], ignore_index=True
    )
    found = leanings(table)
    assert found["item"].tolist() == ["a"]
    assert found[["good", "bad"]].to_numpy().tolist() == [pytest.approx([0.4, 0.4])]


@pytest.mark.parametrize(
    ("shares", "headline"),
    [
        ((GOOD, GOOD), "Relational: on all 2 statements shown, more people lean to together than to solo"),
        ((BAD, BAD), "Relational: on all 2 statements shown, more people lean to solo than to together"),
        (
            (GOOD, BAD, EVEN),
            "Relational: more people lean to together on 1 of 3 statements shown, to solo on 1",
        ),
        ((GOOD,), "Relational: more people lean to together on 1 of 1 statements shown, to solo on 0"),
    ],
)
def test_the_headline_says_the_finding(study, shares, headline):
    table = answered(*((f"i{place}", each, "positive") for place, each in enumerate(shares)))
    assert leaning_headline(study, table, "relational") == headline


def test_hidden_is_not_the_same_as_unanswered(study):
    hidden = answered(("a", GOOD, "positive"), shown=False, reason="item_below_minimum")
    nobody = answered(("a", GOOD, "positive"), shown=False, reason="no_answers")
    assert leaning_headline(study, hidden, "content").endswith("hidden to protect respondents")
    assert leaning_headline(study, nobody, "content").endswith("nobody answered these statements")


def test_the_ends_of_the_range_come_with_interval_and_n(study):
    table = answered((item(study, 0), GOOD, "positive"), (item(study, 1), BAD, "positive"))
    (sentence,) = leaning_range(study, table)
    limits = wilson_interval(14, 20, population=study.answered["invited"])
    assert f"(70%, 95% interval {100 * limits.low:.0f}% to {100 * limits.high:.0f}%; n = 20)" in sentence
    assert sentence.index(study.labels.items[item(study, 0)]) < sentence.index("Fewest")
    assert leaning_range(study, table.head(1)) == ()


def test_the_subtitle_names_measure_unit_people_and_wave(study):
    table = answered(("a", GOOD, "positive"), ("b", BAD, "positive")).assign(n=[12.0, 20.0])
    text = answers_subtitle(study, table)
    assert text.endswith("in percent, per statement; n = 12 to 20; wave 2025")
    assert "n =" not in answers_subtitle(study, table.assign(shown=False))


def test_every_dimension_of_the_review_says_its_finding(shown, dutch, study):
    for dimension in study.labels.dimensions:
        exhibit = shown[f"answers-{dimension}"]
        assert "lean to" in exhibit.headline
        assert exhibit.table.caption.startswith(exhibit.subtitle)
    assert "neigen meer mensen" in dutch["answers-relational"].headline


def test_an_instrument_without_frictions_has_a_good_and_a_bad_end(ferry):
    assert "the good end" in aa.answers(ferry, "price").headline
