"""One statement of those that scales share stays back, unless enough people skipped some."""

import numpy as np
import pandas as pd

from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.shared_statements import reserved_statements
from alliance_analytics.publish.witnesses import answered

STATEMENTS = {"pillar": {"p": ("a", "b", "c")}, "theme": {"t": ("c", "d"), "u": ("a", "b", "c")}}
P, T, U = ("pillar", "p"), ("theme", "t"), ("theme", "u")


def reserved(skipped=0, themes=()):
    items = pd.DataFrame(1.0, index=range(30), columns=list("abcde"))
    items.iloc[:skipped, 0] = np.nan
    scores = {
        kind: pd.DataFrame({name: items[[*asked]].mean(axis=1) for name, asked in scales.items()})
        for kind, scales in STATEMENTS.items()
    }
    answers = answered({**scores, "item": items}, STATEMENTS)
    return reserved_statements([P], themes, answers, np.zeros(30, dtype=int), release_rule()), answers


def test_where_everybody_answered_all_one_is_told_of_everybody_alone():
    found, _ = reserved()
    assert found.hidden == frozenset()
    assert found.for_everybody == {"c"}


def test_where_few_skipped_one_it_is_told_of_nobody():
    found, _ = reserved(skipped=2)
    assert found.hidden == {"c"}


def test_where_enough_skipped_one_the_difference_is_about_enough():
    found, _ = reserved(skipped=6)
    assert found.hidden == frozenset()


def test_a_statement_in_no_scale_is_protected_by_all_who_answered():
    found, answers = reserved(skipped=2)
    assert found.of_statement("e", answers).alone
    assert found.of_statement("e", answers).sure.all()


def test_a_theme_of_nothing_but_shared_statements_is_protected_by_nobody():
    found, answers = reserved(themes=(T, U))
    assert not found.of_theme(U, answers).sure.any()
    assert found.of_theme(T, answers).sure.all()
