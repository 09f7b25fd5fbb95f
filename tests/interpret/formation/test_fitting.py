import pytest

from alliance_analytics.interpret.formation.fitting import called_for, fit_of_each_rater, fitting_form

CONDITIONS = ("intensive", "part-of-the-work", "core-processes", "long-term")
HOLD = dict.fromkeys(CONDITIONS, "holds")


def test_an_alliance_fits_when_all_four_hold(model):
    fit = fitting_form(HOLD, model)
    assert (fit.answer, fit.forms, fit.holding) == ("alliance", ("alliance",), CONDITIONS)


@pytest.mark.parametrize(
    ("failing", "forms"),
    [
        (("part-of-the-work",), ("merger",)),
        (("core-processes",), ("shared-service-centre", "joint-venture")),
        (("intensive", "long-term"), ("covenant", "customer-supplier")),
        (("part-of-the-work", "core-processes"), ("shared-service-centre", "joint-venture", "merger")),
    ],
)
def test_what_fails_names_the_forms_that_fit_from_loose_to_tight(failing, forms, model):
    fit = fitting_form({**HOLD, **dict.fromkeys(failing, "fails")}, model)
    assert (fit.answer, fit.forms, fit.failing) == ("other", forms, failing)


@pytest.mark.parametrize("verdict", ["open", "unrated"])
def test_what_is_undecided_leaves_the_answer_hanging_on_it(verdict, model):
    fit = fitting_form({**HOLD, "long-term": verdict}, model)
    assert (fit.answer, fit.forms, fit.undecided) == ("alliance_if", ("alliance",), ("long-term",))


def test_nothing_decided_gives_no_form(model):
    assert fitting_form({}, model).answer == "cannot_tell"
    assert fitting_form({}, model).forms == ()


def test_a_failing_condition_outweighs_an_open_one(model):
    assert fitting_form({"intensive": "open", "long-term": "fails"}, model).answer == "other"


def test_each_rater_alone_may_come_to_another_answer(rated, all_hold, model):
    ratings, _ = rated(**{**all_hold, "long_term": [5, 1]}, efficiency=[5, 5, 5])
    alone = fit_of_each_rater(ratings, model)
    assert {rater: fit.answer for rater, fit in alone.items()} == {1: "alliance", 2: "other"}


@pytest.mark.parametrize(
    ("failed", "willing", "answer"),
    [
        ("holds", "holds", "yes"),
        ("holds", "fails", "no"),
        ("fails", "open", "no"),
        ("holds", "open", "open"),
        ("unrated", "holds", "open"),
    ],
)
def test_a_joint_system_is_called_for_when_others_failed_and_partners_are_willing(
    failed, willing, answer, model
):
    assert called_for({"history-of-failure": failed, "willing-partners": willing}, model) == answer
