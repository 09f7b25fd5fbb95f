"""Two waves of which the second asks otherwise: what is compared, over what, and what is not."""

import numpy as np
import pandas as pd
import pytest
import yaml

import alliance_analytics as aa
from alliance_analytics.measure.change import mean_change
from alliance_analytics.publish.exhibit import exhibit_text
from alliance_analytics.review.standing import _breaks
from alliance_analytics.workspace import open_workspace

PEOPLE = 20
SCALES = {"A1": "care", "A2": "care", "A3": "care", "B1": "speed", "B2": "speed"}
NEW_SCALES = {"A1": "care", "X2": "care", "A3": "care", "A4": "care", "B1": "speed", "B3": "speed"}
NEW_WORDS = {"X2": "Statement A2.", "A3": "Statement A3, in other words."}


def instrument(scales, words, points=5):
    who = [
        {"id": "WHO", "kind": "partner", "wording": {"en": "Whom do you work for?"}},
        {"id": "WHERE", "kind": "level", "wording": {"en": "Where do you work?"}},
    ]
    items = [
        {
            "id": name,
            "kind": "statement",
            "dimension": scale,
            "wording": {"en": words.get(name, f"Statement {name}.")},
        }
        for name, scale in scales.items()
    ]
    return {
        "id": "ours",
        "title": {"en": "Ours", "nl": "De onze"},
        "version": "1",
        "answer_scale": f"agreement_{points}",
        "points": points,
        "levels": {"crew": {"en": "Crew"}},
        "items": [*who, *items],
    }


def answers(names, seed):
    points = np.random.default_rng(seed).integers(1, 6, (PEOPLE, len(names)))
    return pd.DataFrame(points, columns=list(names))


LABELS = {1: "Strongly disagree", 2: "Disagree", 3: "Neutral", 4: "Agree", 5: "Strongly agree"}


def write_wave(folder, table):
    folder.mkdir(parents=True)
    who = pd.DataFrame(
        {"E-mail": [f"p{n}@example.org" for n in range(PEOPLE)], "partner": "Quay", "level": "Crew"}
    )
    pd.concat([who, table.replace(LABELS)], axis=1).to_csv(folder / "answers.csv", index=False)


@pytest.fixture
def tables():
    return {"2024": answers(SCALES, 1), "2025": answers(NEW_SCALES, 2)}


@pytest.fixture
def quay(tmp_path, tables):
    """An alliance whose second wave calls one statement otherwise, rewords one, adds two and drops one."""
    folder = tmp_path / "quay"
    for wave, table in tables.items():
        write_wave(folder / wave, table)
    (folder / "alliance.yml").write_text("partners: [Quay]\n")
    (folder / "keys").mkdir()
    (folder / "keys" / "link.key").write_text("not a secret")
    (folder / "instrument.yml").write_text(yaml.safe_dump(instrument(SCALES, {})))
    (folder / "2025" / "instrument.yml").write_text(yaml.safe_dump(instrument(NEW_SCALES, NEW_WORDS)))
    (folder / "2025" / "crosswalk.csv").write_text("old,new\nA2,X2\n")
    return folder


@pytest.fixture
def study(quay):
    return aa.study(quay, "quay", "2025")


def by_person(table):
    return table.set_axis([f"p{n}" for n in range(PEOPLE)])


def test_what_became_of_each_statement_is_told(study):
    told = study.history.items.groupby("what")["item"].agg(list).to_dict()
    assert told == {"reworded": ["A3"], "added": ["A4", "B3"], "removed": ["B2"]}


def test_an_item_keeps_its_trend_under_its_new_id(study, tables):
    row = study.changes("item").set_index("name").loc["X2"]
    expected = mean_change(by_person(tables["2024"]["A2"]), by_person(tables["2025"]["X2"]))
    assert row["shown"]
    assert (row["change"], row["ci_low"]) == pytest.approx((expected.estimate, expected.low))
    assert {"X2"} <= set(study.estimates("item", wave="2024")["name"])


def test_a_reworded_item_has_no_change_and_a_new_one_is_not_compared(study):
    changes = study.changes("item").set_index("name")
    assert set(changes.index) == {"A1", "X2", "A3", "B1"}
    assert (changes["shown"]["A3"], changes["reason"]["A3"]) == (False, "wording_changed")
    assert changes.loc["A3", ["change", "ci_low", "ci_high", "n_now", "n_before"]].isna().all()


def test_a_scale_is_compared_over_what_both_waves_asked_in_the_same_words(study, tables):
    row = study.changes("dimension").set_index("name").loc["care"]
    before = by_person(tables["2024"][["A1", "A2"]].mean(axis=1))
    now = by_person(tables["2025"][["A1", "X2"]].mean(axis=1))
    assert row["change"] == pytest.approx(mean_change(before, now).estimate)
    assert (row["items"], row["items_changed"], row["shown"]) == (2, 2, True)


def test_a_scale_of_which_too_little_is_left_is_not_compared(study):
    row = study.changes("dimension").set_index("name").loc["speed"]
    assert (row["items"], row["items_changed"]) == (1, 2)
    assert (row["shown"], row["reason"]) == (False, "items_changed")
    assert study.history.asking_otherwise == ("2025",)
    assert list(_breaks(study, "dimension")) == ["2025"]
    assert _breaks(study, "item") == {}


def test_each_wave_is_scored_over_what_it_asked(study, tables):
    means = study.history.released.query(
        "scale == 'dimension' and partner.isna() and level.isna() and link.isna()"
    )
    found = means.set_index(["wave", "name"])["mean"]
    assert found["2024", "care"] == pytest.approx(tables["2024"][["A1", "A2", "A3"]].mean(axis=1).mean())
    assert found["2025", "care"] == pytest.approx(
        tables["2025"][["A1", "X2", "A3", "A4"]].mean(axis=1).mean()
    )


def test_the_trend_of_a_reworded_statement_begins_anew(study):
    rows = {row[0]: row[1:] for row in aa.trend(study, "item").table.rows}
    before, now = rows["Statement A3, in other words."]
    assert (before, now != "no answers") == ("no answers", True)
    assert "no answers" not in rows["Statement A2."]


def test_the_page_says_what_changed(study):
    changes, trend = aa.changes(study, "dimension"), aa.trend(study)
    for exhibit in (changes, trend):
        assert "1 reworded, 2 added, 1 left out" in exhibit_text(exhibit)
    assert "other statements" in exhibit_text(changes)
    assert "hidden" not in exhibit_text(changes).lower()


def test_answers_of_all_waves_stand_under_the_ids_of_the_newest(quay, tables):
    responses = open_workspace(quay).responses("quay")
    first = responses[responses["wave"] == "2024"]
    assert first["X2"].tolist() == tables["2024"]["A2"].tolist()
    assert first["B2"].notna().all()
    assert first["A4"].isna().all()


def test_the_first_wave_alone_is_as_it_was(quay):
    alone = aa.study(quay, "quay", "2024")
    assert set(alone.labels.items) == set(SCALES)
    assert alone.history.items.empty


def test_a_wave_on_other_points_is_left_out_and_named(quay):
    (quay / "instrument.yml").write_text(yaml.safe_dump(instrument(SCALES, {}, points=7)))
    history = aa.study(quay, "quay", "2025").history
    assert history.names == ("2025",)
    assert "answered on 7 points, and 2025 on 5" in history.problems[0]


def test_two_waves_that_share_nothing_have_no_changes(quay):
    (quay / "2025" / "crosswalk.csv").unlink()
    names = {f"Z{n}": "new" for n in range(1, 4)}
    write_wave(quay / "2026", answers(names, 3))
    (quay / "2026" / "instrument.yml").write_text(yaml.safe_dump(instrument(names, {})))
    assert aa.study(quay, "quay", "2026").changes("dimension").empty
