"""What a relation lacks, and the forms that fit better."""

from alliance_analytics.interpret.front_door.screening import lacking, likelier_forms
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import front_door


def test_an_alliance_lacks_nothing():
    facts = {"shared_risk": "yes", "intensive": "yes", "core_processes": None}
    assert lacking(facts, formation()) == ()
    assert likelier_forms((), front_door(), formation()) == ()


def test_what_is_answered_no_is_missing():
    facts = {"shared_reward": "no", "long_term": "no", "part_of_the_work": "yes"}
    assert lacking(facts, formation()) == ("shared_reward", "long-term")


def test_work_that_is_not_core_fits_a_shared_service_centre():
    assert likelier_forms(("core-processes",), front_door(), formation()) == (
        "joint-venture",
        "shared-service-centre",
    )


def test_the_form_named_most_often_comes_first():
    forms = likelier_forms(("shared_risk", "intensive", "part-of-the-work"), front_door(), formation())
    assert forms[0] == "customer-supplier"
    assert "merger" in forms
