import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import turning
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.sourced import Bilingual

IDS = ["A", "B", "C", "D", "E"]


@pytest.fixture
def one_scale():
    """Five statements on one dimension, the last of which describes the bad end."""
    items = [
        Item(
            id=name,
            kind="statement",
            wording={"en": name},
            dimension="d",
            direction="negative" if name == "E" else "positive",
        )
        for name in IDS
    ]
    return Instrument(
        id="x",
        title=Bilingual(en="x", nl="x"),
        version="1",
        levels={"one": {"en": "One"}},
        items=tuple(items),
    )


def answers(people, turned=("E",), seed=1):
    """Answers that all follow one opinion; those of the turned statements go against it."""
    random = np.random.default_rng(seed)
    opinion = random.normal(3, 1.2, people)
    columns = {name: np.rint(opinion + random.normal(0, 0.4, people)).clip(1, 5) for name in IDS}
    return pd.DataFrame({name: 6 - column if name in turned else column for name, column in columns.items()})


def test_answers_as_given_need_no_warning(one_scale):
    assert turning.turned_twice(answers(200), one_scale) == []


def test_a_statement_that_was_turned_before_is_warned_about(one_scale):
    [note] = turning.turned_twice(answers(200, turned=()), one_scale)
    assert (note.reason, note.found) == ("turned_twice", "E")
    assert "already_turned" in note.action


def test_a_statement_that_should_not_have_been_turned_is_warned_about(one_scale):
    [note] = turning.turned_twice(answers(200, turned=("B", "E")), one_scale)
    assert note.found == "B"


def test_few_people_and_answers_that_go_with_nothing_are_no_sign(one_scale):
    assert turning.turned_twice(answers(29, turned=()), one_scale) == []
    random = pd.DataFrame(np.random.default_rng(2).integers(1, 6, (300, 5)), columns=IDS, dtype=float)
    assert turning.turned_twice(random, one_scale) == []
    assert turning.turned_twice(answers(60, turned=()).assign(E=3.0), one_scale) == []


def test_what_the_settings_name_is_turned_back_and_said(one_scale):
    held = answers(50, turned=())
    back = turning.turned_back(held, ["E"], 5, "x.csv")
    pd.testing.assert_frame_equal(back, held.assign(E=6 - held["E"]))
    assert [note.found for note in turning.turned_back_notes(["E"])] == ["E"]
    assert turning.turned_back_notes([]) == []


def test_an_item_that_is_not_there_cannot_be_turned_back():
    with pytest.raises(ExportError, match="Did you mean 'E'"):
        turning.turned_back(answers(5), ["Ee"], 5, "x.csv")


def copies(make_export, name, cells):
    given = [float(1 + n % 5) for n in range(12)]
    columns = [Column("op2", "Asked"), Column(name, "Made")]
    export = make_export(columns, [[str(point), cell] for point, cell in zip(given, cells, strict=True)])
    points = pd.DataFrame({"B": given}, index=export.cells.index)
    return turning.recoded_copies(export, {"B": 0}, points, 5)


def test_a_turned_copy_of_a_column_is_told(make_export):
    [note] = copies(make_export, "Rop2", [f"{5 - n % 5}" for n in range(12)])
    assert (note.reason, note.column) == ("recoded_copy", "Made")


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Rop2", [f"{1 + n % 5}" for n in range(12)]),
        ("age", [f"{5 - n % 5}" for n in range(12)]),
        ("Rop2", ["5", "4", *[""] * 10]),
        ("Rop2", ["a text"] * 12),
    ],
)
def test_another_column_is_no_copy(name, cells, make_export):
    assert copies(make_export, name, cells) == []
