import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.themes import FILE, THEME_IDS, themes

# The factors of the review's summary, by theme: what carries it, what holds it back.
FACTORS = {
    "trust_loyalty": (
        {
            "mutual-trust",
            "partner-selection",
            "strategic-congruence",
            "goal-congruence",
            "incentive-congruence",
            "shared-investment",
        },
        {
            "uncertain-partner-behaviour",
            "opportunism",
            "unequal-benefit",
            "cultural-distance",
            "time-horizon",
        },
    ),
    "decision_making": (
        {"unanimity", "participation", "fitting-governance", "reciprocity", "varied-coordination"},
        {"many-decision-centres", "uncertainty-about-partners", "ambiguous-course", "politics"},
    ),
    "management_capability": (
        {"joint-task-coordination", "knowledge-sharing", "bonding", "proactiveness", "growing-experience"},
        {"divided-authority", "information-asymmetry", "thin-relations"},
    ),
    "flexibility": (
        {"adapting-to-context", "movable-plans", "movable-norms", "leading-through-ambiguity"},
        {"rigid-plans", "fixed-contracts", "slow-response"},
    ),
}


def test_four_themes_in_their_order():
    assert tuple(theme.id for theme in themes().themes) == THEME_IDS


@pytest.mark.parametrize(("theme", "factors"), FACTORS.items())
def test_a_theme_has_the_factors_that_carry_it_and_hold_it_back(theme, factors):
    found = themes().theme(theme)
    assert {factor.id for factor in found.factors_of("enabler")} == factors[0]
    assert {factor.id for factor in found.factors_of("constraint")} == factors[1]


def test_a_factor_has_one_theme_only():
    ids = [factor.id for theme in themes().themes for factor in theme.factors]
    assert len(ids) == len(set(ids))


def test_what_the_review_does_not_say_is_our_reading():
    bases = {factor.basis for factor in themes().theme("flexibility").factors_of("constraint")}
    assert bases == {"our reading"}
    assert themes().theme("decision_making").factor("politics").basis == "stated"


def test_the_rules_of_coding_are_our_convention():
    assert {theme.coding_basis for theme in themes().themes} == {"our convention"}


def test_an_unknown_factor_names_its_theme_and_the_nearest():
    with pytest.raises(ModelError, match="no such factor of trust_loyalty") as error:
        themes().theme("trust_loyalty").factor("oportunism")
    assert error.value.remedy == "Did you mean 'opportunism'?"


def test_an_organisation_may_add_a_factor(altered):
    def add(content):
        factors = content["themes"][3]["factors"]
        factors.append({**factors[0], "id": "pilots", "name": {"en": "Pilots", "nl": "Proeven"}})

    assert themes(altered(FILE, add)).theme("flexibility").factor("pilots").name["nl"] == "Proeven"


def test_a_fifth_theme_is_refused(altered):
    path = altered(FILE, lambda content: content["themes"].append({**content["themes"][0], "id": "luck"}))
    with pytest.raises(ModelError) as error:
        themes(path)
    assert (error.value.where, error.value.found) == ("themes.yml, at themes", "luck")
    assert error.value.allowed == ", ".join(THEME_IDS)


def test_a_factor_named_twice_is_refused(altered):
    path = altered(FILE, lambda content: content["themes"][1]["factors"][0].update(id="politics"))
    with pytest.raises(ModelError, match=r"themes\.decision_making\.factors"):
        themes(path)


def test_a_theme_without_constraints_is_refused(altered):
    def praise(content):
        for factor in content["themes"][2]["factors"]:
            factor["valence"] = "enabler"

    with pytest.raises(ModelError, match="without constraint"):
        themes(altered(FILE, praise))


def test_another_valence_is_refused(altered):
    path = altered(FILE, lambda content: content["themes"][0]["factors"][0].update(valence="good"))
    with pytest.raises(ModelError, match="'enabler' or 'constraint'"):
        themes(path)
