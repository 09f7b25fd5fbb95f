"""Comments are shown of large groups, of several people, without identifiers, in nobody's order."""

import pandas as pd
import pytest

from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.comments import release_comments


def written(*texts, item="O1", persons=None):
    return pd.DataFrame({"person": persons or [None] * len(texts), "item": item, "text": texts}, dtype=object)


def shown(comments, people=30, seed="a"):
    return release_comments(comments, people, release_rule(), seed=seed)


def test_three_people_in_a_group_of_ten_are_shown():
    assert sorted(shown(written("One", "Two", "Three"), 10).comments["text"]) == ["One", "Three", "Two"]


@pytest.mark.parametrize(("count", "people"), [(3, 9), (2, 30)])
def test_fewer_are_not(count, people):
    released = shown(written(*"ABCDE"[:count]), people)
    assert released.comments.empty
    assert released.too_few == ("O1",)


def test_one_person_counts_once():
    assert shown(written("A", "B", "C", persons=["x", "x", "y"])).comments.empty


def test_what_holds_an_identifier_is_left_out_and_does_not_count():
    released = shown(written("A", "B", "Ring me: 06 12 34 56 78"))
    assert released.comments.empty
    assert released.withheld == 1


def test_what_was_masked_when_it_was_read_is_left_out():
    assert shown(written("A", "B", "My name is […]")).withheld == 1


def test_questions_are_decided_apart():
    both = pd.concat([written("A", "B", "C"), written("D", item="O2")], ignore_index=True)
    released = shown(both)
    assert set(released.comments["item"]) == {"O1"}
    assert released.too_few == ("O2",)


def test_the_order_follows_the_words_and_the_seed_not_the_file():
    texts = [f"Comment number {letter}" for letter in "ABCDEFGH"]
    orders = [tuple(shown(written(*each)).comments["text"]) for each in (texts, texts[::-1])]
    assert orders[0] == orders[1]
    assert orders[0] != tuple(texts)
    assert tuple(shown(written(*texts), seed="b").comments["text"]) != orders[0]


def test_no_comments_are_no_trouble():
    assert shown(written()).comments.empty
