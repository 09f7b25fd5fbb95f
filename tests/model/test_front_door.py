from itertools import product

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.front_door import CRITERION_IDS, FILE, RESOURCING_IDS, front_door

HIGH, LOW = 5, 1
CUBE = list(product((LOW, HIGH), repeat=3))


def rated(criticality, cross_functionality, partner_interconnectivity):
    return dict(
        zip(CRITERION_IDS, (criticality, cross_functionality, partner_interconnectivity), strict=True)
    )


def test_three_criteria_four_kinds_of_resourcing_and_two_levels_of_service():
    door = front_door()
    assert [entry.id for entry in door.criteria] == list(CRITERION_IDS)
    assert [entry.id for entry in door.resourcing] == list(RESOURCING_IDS)
    assert [entry.id for entry in door.service_levels] == ["basic", "higher"]


def test_higher_services_come_on_top_of_the_basic_ones():
    door = front_door()
    assert [service.id for service in door.services("basic")] == [
        "start-up",
        "reporting",
        "contract-management",
    ]
    assert [service.id for service in door.services("higher")][3:] == [
        "decision-planning",
        "risk-management",
        "governance-leadership",
        "subsidiary-agreements",
        "ecosystem-navigation",
        "strategic-oversight",
    ]


@pytest.mark.parametrize("ratings", CUBE)
def test_every_corner_of_the_cube_has_a_place(ratings):
    corner = front_door().corner(rated(*ratings))
    assert [side for _, side in corner.at] == ["high" if rating == HIGH else "low" for rating in ratings]


@pytest.mark.parametrize(
    ("ratings", "resourcing", "service_level"),
    [
        ((LOW, LOW, LOW), "specialist-function", "basic"),
        ((LOW, LOW, HIGH), "innovation-team", "basic"),
        ((LOW, HIGH, LOW), "market-facing-team", "basic"),
        ((LOW, HIGH, HIGH), "innovation-team", "higher"),
        ((HIGH, LOW, LOW), "specialist-function", "higher"),
        ((HIGH, LOW, HIGH), "node-team", "higher"),
        ((HIGH, HIGH, LOW), "node-team", "higher"),
        ((HIGH, HIGH, HIGH), "node-team", "higher"),
    ],
)
def test_a_place_gives_resourcing_and_service_level(ratings, resourcing, service_level):
    corner = front_door().corner(rated(*ratings))
    assert (corner.resourcing, corner.service_level) == (resourcing, service_level)


def test_nobody_gets_less_service_by_being_rated_higher():
    door = front_door()
    levels = {ratings: door.corner(rated(*ratings)).service_level for ratings in CUBE}
    for lower, higher in product(levels, repeat=2):
        if all(a <= b for a, b in zip(lower, higher, strict=True)) and levels[lower] == "higher":
            assert levels[higher] == "higher"


def test_the_middle_of_the_scale_is_not_high():
    sides = [front_door().ratings.side(rating) for rating in range(1, 6)]
    assert sides == ["low", "low", "low", "high", "high"]


def test_the_placement_is_our_convention_and_the_choices_are_stated():
    door = front_door()
    assert {corner.basis for corner in door.placement} == {"our convention"}
    assert {entry.basis for entry in door.resourcing} == {"stated"}
    assert door.cadence.basis == "our convention"


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_a_rating_off_the_scale_is_refused(rating):
    with pytest.raises(ModelError, match="whole number from 1 to 5"):
        front_door().corner(rated(rating, 1, 1))


def test_a_rating_left_out_is_named():
    with pytest.raises(ModelError, match="without partner_interconnectivity"):
        front_door().corner({"criticality": 1, "cross_functionality": 5})


def test_a_corner_left_out_is_named(altered):
    path = altered(FILE, lambda content: content["placement"].pop())
    with pytest.raises(ModelError, match="criticality=high cross_functionality=high") as error:
        front_door(path)
    assert error.value.where == "front_door.yml, at placement"


def test_a_corner_placed_twice_is_refused(altered):
    path = altered(FILE, lambda content: content["placement"].append(content["placement"][0]))
    with pytest.raises(ModelError, match="more than once"):
        front_door(path)


@pytest.mark.parametrize("key", ["resourcing", "service_level"])
def test_an_unknown_choice_is_named_with_its_corner(altered, key):
    path = altered(FILE, lambda content: content["placement"][0].update({key: "everybody"}))
    with pytest.raises(ModelError, match=f"partner_interconnectivity=low, {key}") as error:
        front_door(path)
    assert error.value.found == "everybody"


def test_a_scale_without_a_low_side_is_refused(altered):
    path = altered(FILE, lambda content: content["ratings"].update(high_from=1))
    with pytest.raises(ModelError, match="no low or no high side"):
        front_door(path)


def test_an_organisation_may_move_the_cut(altered):
    door = front_door(altered(FILE, lambda content: content["ratings"].update(high_from=3)))
    assert door.ratings.side(3) == "high"


@pytest.mark.parametrize(
    ("lookup", "kind"),
    [("criterion", "criterion"), ("resource", "kind of resourcing"), ("services", "service level")],
)
def test_an_unknown_id_is_refused(lookup, kind):
    with pytest.raises(ModelError, match=f"no such {kind}"):
        getattr(front_door(), lookup)("nothing")


def test_a_median_falls_on_a_side_as_a_rating_does():
    sides = [front_door().ratings.side(rating) for rating in (3.5, 4.0, 4.5)]
    assert sides == ["low", "high", "high"]


def test_who_manages_beside_a_job_is_trained_and_professionals_are_not_asked():
    assert set(front_door().training.resourcing) == {*RESOURCING_IDS} - {"node-team"}


@pytest.mark.parametrize(("part", "key"), [("training", "resourcing"), ("sharing", "otherwise")])
def test_an_unknown_id_in_a_rule_is_named(altered, part, key):
    path = altered(FILE, lambda content: content[part].update({key: ["everybody"]}))
    with pytest.raises(ModelError) as error:
        front_door(path)
    assert error.value.where == f"front_door.yml, at {part}"
    assert error.value.found == "everybody"


def test_a_business_model_has_its_four_parts(altered):
    path = altered(FILE, lambda content: content["business_model"]["parts"].pop())
    with pytest.raises(ModelError, match="governance"):
        front_door(path)
