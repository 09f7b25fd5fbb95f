"""Who protects a scale from others that share its statements."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.publish.witnesses import NOBODY, answered, unlike_pairs, witnesses

STATEMENTS = {"dimension": {"d": ("a", "b", "c", "e")}, "pillar": {"p": ("a", "b"), "q": ("c", "e")}}
D, P, Q = ("dimension", "d"), ("pillar", "p"), ("pillar", "q")


def answers_of(items, statements=STATEMENTS):
    scores = {
        kind: pd.DataFrame({name: items[[*asked]].mean(axis=1) for name, asked in scales.items()})
        for kind, scales in statements.items()
    }
    return answered({**scores, "item": items}, statements)


@pytest.fixture
def twelve():
    items = pd.DataFrame(np.tile([1.0, 2.0, 3.0, 4.0], (12, 1)), columns=list("abce"))
    items.loc[:2, "a"] = np.nan
    return items


def test_a_scale_that_shares_nothing_is_protected_by_all_who_have_it(twelve):
    found = witnesses(P, [Q], answers_of(twelve))
    assert found.alone
    assert found.sure.all()


def test_the_last_part_of_a_whole_is_protected_by_those_who_weigh_it_otherwise(twelve):
    found = witnesses(Q, [D, P], answers_of(twelve))
    assert not found.sure.any()
    assert found.in_atoms(np.zeros(12, dtype=int), 1).tolist() == [3]
    assert set(found.parts) == {D, P}


def test_where_all_answered_all_nobody_protects_it_for_it_tells_nothing_new(twelve):
    found = witnesses(Q, [D, P], answers_of(twelve.fillna(1.0)))
    assert found.in_atoms(np.zeros(12, dtype=int), 1).tolist() == [0]
    assert len(set(found.alike.tolist())) == 1


def test_a_statement_that_no_other_scale_has_makes_sure():
    items = pd.DataFrame(1.0, index=range(6), columns=list("abc"))
    items.loc[0, ["a", "c"]] = np.nan  # b alone says nothing that d does not
    answers = answers_of(items, {"dimension": {"d": ("a", "b")}, "theme": {"t": ("b", "c")}})
    found = witnesses(("theme", "t"), [("dimension", "d")], answers)
    assert found.sure.tolist() == [False, True, True, True, True, True]


def test_who_has_no_score_protects_nothing(twelve):
    twelve.loc[11, ["c", "e"]] = np.nan
    found = witnesses(Q, [D, P], answers_of(twelve))
    assert not found.sure[11]
    assert found.alike[11] == NOBODY


def test_pairs_are_made_within_an_atom_of_people_alike_in_one_thing_and_not_in_another():
    atoms, same, differ = np.array([0, 0, 0, 1, 1]), np.zeros(5, dtype=int), np.array([1, 2, 2, 3, 3])
    assert unlike_pairs(atoms, same, differ, np.ones(5, dtype=bool)) == 1
    assert unlike_pairs(atoms, same, differ, np.zeros(5, dtype=bool)) == 0
