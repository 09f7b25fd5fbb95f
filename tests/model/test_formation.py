import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.formation import FILE, formation


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("forms", 6),
        ("conditions", 4),
        ("reasons", 5),
        ("resistances", 3),
        ("readiness", 2),
        ("steps", 6),
        ("processes", 3),
        ("outcomes", 3),
    ],
)
def test_each_part_is_whole(part, count):
    assert len(getattr(formation(), part)) == count


def test_the_forms_run_from_loose_to_tight_with_the_alliance_among_them():
    forms = [form.id for form in formation().forms]
    assert (forms[0], forms[-1]) == ("covenant", "merger")
    assert forms.index("shared-service-centre") < forms.index("alliance") < forms.index("joint-venture")


@pytest.mark.parametrize(
    ("condition", "rather"),
    [
        ("intensive", {"customer-supplier", "covenant"}),
        ("part-of-the-work", {"merger"}),
        ("core-processes", {"joint-venture", "shared-service-centre"}),
        ("long-term", {"covenant", "customer-supplier"}),
    ],
)
def test_a_condition_that_fails_points_to_another_form(condition, rather):
    assert set(formation().condition(condition).otherwise) == rather


def test_the_steps_run_from_problem_to_evaluation():
    assert [step.id for step in formation().steps] == [
        "problem-set",
        "motivation-to-act",
        "member-selection",
        "collaborative-planning",
        "building-an-organisation",
        "evaluation",
    ]
    assert [step.source.section for step in formation().steps] == [f"step {n}" for n in range(1, 7)]


def test_processes_that_the_text_only_names_are_described_by_us():
    assert {process.basis for process in formation().processes} == {"our reading"}


@pytest.mark.parametrize(
    ("lookup", "kind"),
    [("form", "form of working together"), ("condition", "condition"), ("step", "step of formation")],
)
def test_an_unknown_id_is_refused(lookup, kind):
    assert getattr(formation(), lookup)(getattr(formation(), f"{lookup}s")[0].id)
    with pytest.raises(ModelError, match=f"no such {kind}"):
        getattr(formation(), lookup)("federation")


def test_a_condition_that_points_nowhere_is_refused(altered):
    path = altered(FILE, lambda content: content["conditions"][1].update(otherwise=["fusion"]))
    with pytest.raises(ModelError) as error:
        formation(path)
    assert error.value.where == "formation.yml, at conditions.part-of-the-work.otherwise"
    assert error.value.found == "fusion"


@pytest.mark.parametrize("part", ["forms", "conditions", "reasons", "resistances", "readiness", "steps"])
def test_an_entry_left_out_is_named(altered, part):
    gone = formation().model_dump()[part][0]["id"]
    path = altered(FILE, lambda content: content[part].pop(0))
    with pytest.raises(ModelError, match=f"without {gone}") as error:
        formation(path)
    assert error.value.where == f"formation.yml, at {part}"


def test_steps_out_of_order_are_refused(altered):
    with pytest.raises(ModelError, match="not in their order"):
        formation(altered(FILE, lambda content: content["steps"].reverse()))


def test_every_question_of_a_form_has_an_id_of_its_own_and_a_part():
    questions = formation().questions
    assert len(questions) == 26 == len({entry.id for _, entry in questions})
    assert questions[0][0] == "conditions"
    assert questions[-1][1].id == "member-satisfaction"


def test_a_scale_without_a_middle_is_refused(altered):
    path = altered(FILE, lambda content: content["ratings"].update(fails_to=3.5))
    with pytest.raises(ModelError, match="no low or no high side") as error:
        formation(path)
    assert error.value.found == "1 to 5, 3.5 and 3.5"
