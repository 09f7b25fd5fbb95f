"""The race is run on what it says, and both runners get the same numbers."""

import builtins

import numpy as np
import pytest

from benchmarks import reliability_speed
from benchmarks.reliability_speed import largest_difference, megabytes, people, seconds


def test_people_come_in_groups_of_one_size_in_random_order():
    answers, groups = people(20, 5, 3)
    assert answers.shape == (100, 3)
    assert np.bincount(groups).tolist() == [5] * 20
    assert not (np.diff(groups) >= 0).all()
    assert 0 < np.isnan(answers).mean() < 0.1


def test_one_pass_gives_what_one_group_at_a_time_gives(monkeypatch):
    monkeypatch.setattr(reliability_speed, "SAMPLED", 20)
    assert largest_difference(*people(20, 30, 4)) < 1e-12


def test_time_and_memory_are_measured():
    assert seconds(lambda: None, 1) >= 0
    assert megabytes(lambda: np.ones(1_000_000)) == pytest.approx(8, rel=0.1)


def test_without_the_rival_it_says_so(monkeypatch, capsys):
    genuine = builtins.__import__

    def without_pingouin(name, *rest):
        if name == "pingouin":
            raise ImportError(name)
        return genuine(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pingouin)
    assert reliability_speed.main() == 2
    assert "benchmark" in capsys.readouterr().out
