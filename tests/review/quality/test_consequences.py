"""What the scores would be otherwise, in one picture and in single sentences."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.review.quality.consequences import consequence

CHANGES = {"fast": (0.03, 0.03), "gaps": (-0.5, 0.2), "straight": (0.0, 0.0)}


@pytest.fixture
def retold(workspace):
    """A study of canal whose variants are given."""

    def tell(language="en", hidden=(), **changes):
        study = aa.study(workspace, "canal", language=language)
        rows = [
            ("canal", study.wave, variant, "dimension", name, low, high, variant not in hidden, "")
            for variant, (low, high) in (CHANGES | changes).items()
            for name in study.labels.dimensions
        ]
        columns = ["alliance", "wave", "variant", "scale", "name", "low", "high", "shown", "reason"]
        study.__dict__["variants"] = pd.DataFrame(rows, columns=columns)
        return study

    return tell


def test_the_picture_holds_interval_silent_and_variants(shown):
    exhibit = shown["consequences"]
    assert exhibit.table.header[1:3] == (
        "95% interval of the mean",
        "the silent all lowest, or all highest",
    )
    assert len(exhibit.table.rows) == 4
    assert "in points of a scale of 1 to 5; wave 2025" in exhibit.subtitle


def test_means_that_stay_in_their_interval_are_said_to(retold):
    exhibit = aa.consequences(retold())
    assert exhibit.headline.endswith("every dimension mean stays within its interval")
    assert "missing answers could take 4 of 4" in exhibit.notes[0]


def test_means_that_leave_their_interval_are_counted(retold):
    assert "takes 4 of 4 dimension means beyond" in aa.consequences(retold(fast=(0.9, 0.9))).headline


def test_hidden_variants_are_hidden_in_the_table(retold):
    rows = aa.consequences(retold(hidden=["fast"])).table.rows
    assert {row[-1] for row in rows} == {"hidden"}


def test_where_nothing_may_be_told_nothing_is(silent_shown):
    exhibit = silent_shown["consequences"]
    assert exhibit.headline.startswith("What other treatments of the data would do cannot be told")
    assert {cell for row in exhibit.table.rows for cell in row[1:]} <= {"hidden", "no answers"}


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("fast", "no dimension mean would move by more than 0.03 points"),
        ("gaps", "fall by more than 0.50 points; were it the highest, none would rise by more than 0.20"),
        ("straight", "it makes no difference"),
        ("weighted", ""),
    ],
)
def test_a_variant_has_its_sentence(retold, variant, words):
    assert words in consequence(retold(), variant)


def test_a_sentence_about_few_people_says_only_that(retold):
    said = consequence(retold(hidden=["fast"]), "fast")
    assert said.endswith("it would tell about fewer than 5 people.")
    assert "0.03" not in said


def test_it_is_told_in_dutch_too(retold):
    assert "0,03 punt" in consequence(retold("nl"), "fast")
    assert aa.consequences(retold("nl")).headline.startswith("Hoe mensen ook gewogen")
