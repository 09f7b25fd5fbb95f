"""A wave may have a questionnaire of its own, and say what became of each statement."""

import pytest

from alliance_analytics.errors import ModelError, WorkspaceError
from alliance_analytics.model.crosswalk import ItemChanges
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.workspace.questionnaires import (
    changes_into,
    changes_over,
    ids_now,
    instrument_of_alliance,
    instrument_of_wave,
)

HEADER = "id,kind,wording_en,dimension\n"
OLD = HEADER + "A,statement,We meet.,d\nB,statement,We talk.,d\nC,statement,We act.,d\n"
NEW = HEADER + "X,statement,We meet.,d\nB,statement,We do talk.,d\nD,statement,We rest.,d\n"


@pytest.fixture
def folder(tmp_path):
    """An alliance with a questionnaire, and two waves of which the second has its own."""
    (tmp_path / "instrument.csv").write_text(OLD)
    for wave in ("2024", "2025"):
        (tmp_path / wave).mkdir()
    (tmp_path / "2025" / "instrument.csv").write_text(NEW)
    return tmp_path


@pytest.fixture
def asked(folder):
    old = instrument_of_alliance(folder, folder, ())
    return [(folder / "2024", old), (folder / "2025", instrument_of_wave(folder / "2025", None))]


def test_an_alliance_asks_its_own_questionnaire_or_the_usual_one(folder, tmp_path_factory):
    empty = tmp_path_factory.mktemp("empty")
    assert [item.id for item in instrument_of_alliance(folder, empty, ()).items] == ["A", "B", "C"]
    assert instrument_of_alliance(empty, empty, ()) is default_instrument()
    assert len(instrument_of_alliance(empty, empty, ["themes"]).items) < len(default_instrument().items)


def test_a_wave_asks_its_own_that_of_its_settings_or_none(folder):
    assert instrument_of_wave(folder / "2024", None) is None
    assert [item.id for item in instrument_of_wave(folder / "2025", None).items] == ["X", "B", "D"]
    assert [item.id for item in instrument_of_wave(folder / "2025", "../instrument.csv").items] == [
        "A",
        "B",
        "C",
    ]


def test_a_questionnaire_that_is_not_there_is_named(folder):
    with pytest.raises(WorkspaceError, match=r"missing\.yml") as refusal:
        instrument_of_wave(folder / "2025", "missing.yml")
    assert str(folder) not in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2025/crosswalk.csv", "old;new\nA;X\nB;B\n"),
        ("crosswalk.csv", "old,new,wave\nA,X,2025\nA,B,2024\nQ,R,\n"),
        ("2025/crosswalk.yml", "items:\n  - {old: A, new: X}\n"),
    ],
)
def test_a_crosswalk_of_the_wave_or_of_the_alliance_carries_ids_over(name, text, folder, asked):
    (folder / name).write_text(text)
    changes = changes_over(asked)
    assert changes.kept == {"X": "A", "B": "B"}
    assert changes.reworded == {"B"}
    assert (changes.added, changes.removed) == (("D",), ("C",))


def test_without_a_crosswalk_only_ids_are_the_same(asked):
    assert changes_over(asked).kept == {"B": "B"}
    assert changes_over(asked[:1]).nothing


def test_who_writes_the_crosswalk_may_say_that_a_wording_means_the_same(folder, asked):
    (folder / "2025" / "crosswalk.csv").write_text("old,new,wording_changed\nA,X,\nB,B,false\n")
    assert changes_into(folder / "2025", asked[0][1], asked[1][1]).reworded == frozenset()


@pytest.mark.parametrize("text", ["old,new\nAA,X\n", "old,new\nA,XX\n", "old,nieuw\nA,X\n"])
def test_a_crosswalk_that_is_wrong_is_refused_by_its_file(text, folder, asked):
    (folder / "2025" / "crosswalk.csv").write_text(text)
    with pytest.raises(ModelError, match=r"crosswalk\.csv"):
        changes_over(asked)


def test_an_id_that_another_statement_has_now_gets_the_name_of_its_wave():
    changes = ItemChanges({"B": "A"}, added=("C",), removed=("B", "D", "C"))
    assert ids_now("2024", changes) == {"A": "B", "B": "B (2024)", "D": "D", "C": "C (2024)"}
