import pytest

from alliance_analytics.publish.figures.response import prepare_response, response, response_alt


@pytest.fixture
def labels(make):
    return {"all": "Whole alliance", **dict(list(make.partners.items())[:4])}


def test_the_answered_part_fills_the_invited_bar(make, see, labels):
    figure = response(make.response(), by="partner", labels=labels)
    (invited,), (answered,) = see.drawn(figure, "invited b"), see.drawn(figure, "answered b")
    assert (invited.get_width(), answered.get_width()) == (20, 9)
    assert invited.get_y() == answered.get_y()


def test_counts_and_rates_are_written(make, see, labels):
    found = see.words(response(make.response(), by="partner", labels=labels, language="nl"))
    assert {"9 van 20", "45%", "40 van 60", "67%"} <= set(found)


def test_a_hidden_group_is_hatched_and_not_written(make, see, labels):
    figure = response(make.response(hidden="c"), by="partner", labels=labels)
    assert not see.drawn(figure, "invited c")
    assert see.drawn(figure, "hidden c")[0].get_hatch()
    assert "4 of 8" not in see.words(figure)


def test_the_whole_alliance_is_named_all(make, labels):
    assert prepare_response(make.response(), "partner", labels).loc["all", "invited"] == 60


def test_all_hidden_says_so(make, see):
    figure = response(make.response(hidden="abcd"), by="partner", labels={"a": "A", "b": "B"})
    assert "nothing can be shown, to protect respondents" in see.words(figure)


def test_alternative_text(make, labels):
    said = response_alt(make.response(), by="partner", labels=labels)
    assert "highest Gemeente Zuidwest-Friesland 100%" in said
    assert "45%" in said


def test_alternative_text_compares_groups_and_not_everybody_with_them(make, labels):
    frame = make.response()
    frame.loc[frame["partner"].isna(), "rate"] = 0.01
    assert f": {labels['all']} 1%, highest Gemeente" in response_alt(frame, by="partner", labels=labels)
    two = {"all": "Everybody", "a": "A"}
    assert ": Everybody 1%, A " in response_alt(frame, by="partner", labels=two)
    alone = frame[frame["partner"].isna()]
    assert "only Everybody is shown, 1%" in response_alt(alone, by="partner", labels={"all": "Everybody"})
