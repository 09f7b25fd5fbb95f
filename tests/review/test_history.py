"""All waves up to one, and what changed between them."""

import pytest
from pandas.testing import assert_frame_equal

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.measure.change import mean_change
from alliance_analytics.review.change.claims import CHANGE_COLUMNS
from alliance_analytics.review.history import measure_history
from alliance_analytics.workspace import open_workspace

GROUPS = {"Quay": {"tactical": (14, 12)}}


@pytest.fixture
def three_waves(tmp_path, write_alliance, canal):
    """The folder of an alliance whose waves all have the same answers."""
    tables = {wave: canal["2025"].assign(partner="Quay", level="tactical") for wave in ("a", "b", "c")}
    return write_alliance(tmp_path / "quay", GROUPS, tables)


def test_waves_stand_oldest_first_and_the_last_is_reviewed(study):
    assert study.history.names == ("2023", "2024", "2025")
    assert study.history.now.wave == "2025"
    assert study.history.before.wave == "2024"


def test_later_waves_are_left_out(workspace):
    assert measure_history(workspace, "canal", "2023").names == ("2023",)


def test_the_first_wave_has_nothing_before_it(workspace):
    first = measure_history(workspace, "canal", "2023")
    assert first.before is None
    assert first.changes.empty
    assert list(first.changes.columns) == CHANGE_COLUMNS


def test_released_estimates_of_all_waves_stand_in_one_frame(study):
    sizes = study.history.released.groupby("wave").size()
    assert list(sizes.index) == ["2023", "2024", "2025"]


def test_a_change_is_from_each_wave_to_the_next(study):
    pairs = study.history.changes[["previous_wave", "wave"]].drop_duplicates()
    assert pairs.to_numpy().tolist() == [["2023", "2024"], ["2024", "2025"]]


def test_the_changes_of_one_wave_are_had_without_those_of_the_others(workspace):
    history = measure_history(workspace, "canal", "2025")
    changes, parts = history.changed_in("2025")
    assert set(changes["wave"]) == set(parts["wave"]) == {"2025"}
    assert list(history._changed) == ["2025"]
    assert_frame_equal(changes, history.changes.query("wave == '2025'").reset_index(drop=True))


def test_waves_that_ask_the_same_are_not_said_to_ask_otherwise(study):
    assert study.history.asking_otherwise == ()


def test_a_change_is_that_of_linked_people_where_people_are_linked(study):
    methods = study.history.changes.groupby("wave")["method"].unique()
    assert methods["2024"].tolist() == ["Welch"]
    assert methods["2025"].tolist() == ["partially overlapping t"]


def test_a_change_is_the_difference_of_the_two_means(study):
    changes = study.changes("pillar").set_index("name")
    row = changes[changes["shown"]].iloc[0]
    before, now = (
        wave.scores["pillar"][row.name].set_axis(wave.people["person"]) for wave in study.history.waves[1:]
    )
    expected = mean_change(before, now)
    assert row["change"] == pytest.approx(now.mean() - before.mean())
    assert (row["ci_low"], row["ci_high"]) == (expected.low, expected.high)


def test_people_who_answered_the_wave_before_are_told_from_those_who_joined(study):
    links = [wave.people["link"].value_counts(dropna=False).to_dict() for wave in study.history.waves]
    assert links[1:] == [{None: 30}, {"stayed": 30}]


def test_an_earlier_wave_that_is_broken_leaves_the_others(three_waves):
    (three_waves / "b" / "answers.csv").write_text("Colour\nred\n")
    history = measure_history(open_workspace(three_waves), "quay", "c")
    assert history.names == ("a", "c")
    assert history.problems == ("b: The layout of this file is unknown.",)
    assert set(history.changes["previous_wave"]) == {"a"}


def test_an_earlier_wave_without_a_survey_leaves_the_others(three_waves):
    (three_waves / "b" / "answers.csv").unlink()
    history = measure_history(open_workspace(three_waves), "quay", "c")
    assert history.problems == ("b: This wave has no survey export.",)


def test_broken_settings_of_an_earlier_wave_leave_the_others(three_waves):
    (three_waves / "a" / "wave.yml").write_text("datum: 2020-01-01\n")
    history = measure_history(open_workspace(three_waves), "quay", "c")
    assert history.names == ("b", "c")
    assert len(history.problems) == 1


def test_the_wave_itself_must_be_sound(three_waves):
    (three_waves / "c" / "answers.csv").unlink()
    with pytest.raises(WorkspaceError, match="no survey export"):
        measure_history(open_workspace(three_waves), "quay", "c")


def test_a_wave_that_does_not_exist_is_refused_with_the_nearest(workspace):
    with pytest.raises(WorkspaceError, match="'2025'"):
        measure_history(workspace, "canal", "2052")
