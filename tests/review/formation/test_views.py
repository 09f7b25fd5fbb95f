import pytest

from alliance_analytics.model.formation import formation
from alliance_analytics.publish.exhibit import exhibit_text
from alliance_analytics.review.formation import views
from alliance_analytics.review.formation.formation import assessment

HOLD = {"intensive": "4,5,4", "part-of-the-work": "4,4,5", "core-processes": "5,4,4", "long-term": "4,4,4"}
READY = {"history-of-failure": "4,4,5", "willing-partners": "5,4,4"}


@pytest.fixture
def read(tmp_path):
    def make(answers, language="en", evidence=""):
        lines = [
            "question,A,B,C,evidence",
            *(f"{name},{cells},{evidence}" for name, cells in answers.items()),
        ]
        path = tmp_path / "form.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return assessment(path, language)

    return make


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "An alliance fits: all conditions hold."),
        ({"long-term": "3,3,3"}, "An alliance may fit, but not everything is decided yet: long-term."),
        ({"part-of-the-work": "1,1,2"}, "As things stand, another form fits better: merger."),
        (
            {"long-term": "1,1,2"},
            "As things stand, another form fits better: covenant or customer and supplier.",
        ),
        (dict.fromkeys(HOLD, "3,3,3"), "Nothing can be said about the form yet: no condition is decided."),
    ],
)
def test_the_answer_in_one_sentence(read, change, said):
    assert views.answer(read(HOLD | change)) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "The problem calls for a joint system."),
        ({"willing-partners": "1,2,2"}, "What is missing: partners are willing."),
        ({"willing-partners": "3,3,3"}, "Undecided: partners are willing."),
    ],
)
def test_whether_it_is_called_for(read, change, said):
    assert said in views.called_for_sentence(read(READY | change))


def test_more_than_two_forms_are_listed_and_one_rating_is_no_range(read):
    found = read(HOLD | {"intensive": "1,1,1", "core-processes": "1,1,2"})
    assert views.answer(found).endswith(
        "covenant, customer and supplier, shared service centre or joint venture."
    )
    ranges = {row[0]: row[2] for row in views.conditions(found).table.rows}
    assert ranges["Intensive"] == "1"
    assert ranges["Between core processes"] == "1 to 2"


def test_both_sides_are_argued_with_voices_counted(read):
    found = read(HOLD | {"long-term": "5,4,1", "losing-power": "5,4,4", "efficiency": "4,4,1"})
    pros, cons = views.for_side(found).points, views.against_side(found).points
    assert "Long-term: this condition holds (2 of 3 raters)." in pros
    assert any(point.startswith("Efficiency is a reason for it.") for point in pros)
    assert cons[0].startswith("Fear of losing power plays a part.")
    assert (
        "Long-term: this condition does not hold; that points to covenant or "
        "customer and supplier (1 of 3 raters)." in cons
    )


def test_a_side_without_arguments_says_so(read):
    found = read(HOLD)
    assert views.against_side(found).headline.endswith("Who was not asked?")
    assert views.for_side(read(dict.fromkeys(HOLD, "1,1,1"))).headline.startswith("For: no rater")


def test_what_would_change_its_mind_the_nearest_first(read):
    first, *_ = views.change_of_mind(read(HOLD | {"long-term": "3,3,3"})).points
    assert (
        first == "If this turned out to hold: long-term. Then this form would fit: alliance. "
        "The middle rating would have to move by 0.5."
    )


def test_nothing_that_changes_it_alone_is_said(read):
    nothing = views.change_of_mind(read(dict.fromkeys([*HOLD, *READY], "1,1,1")))
    assert not [point for point in nothing.points if "form would fit: alliance" in point]


def test_main_points_tell_gaps_and_raters_apart(read):
    points = views.conclusion(read(HOLD | {"core-processes": "5,4,1", "problem-set": "1,1,2"})).points
    assert any("First gap: problem set." in point for point in points)
    assert any("Raters stand far apart on 1 of 5 questions." in point for point in points)
    assert points[-1] == "Judged alone, 2 of 3 raters come to the same answer."


def test_one_rater_is_not_compared_with_the_others(read):
    points = views.conclusion(read(dict.fromkeys(HOLD, "4,,"))).points
    assert not any("Judged alone" in point for point in points)


def test_steps_show_evidence_and_what_was_jumped_over(read):
    exhibit = views.steps(
        read({"problem-set": "1,1,1", "collaborative-planning": "4,4,4"}, evidence="a plan")
    )
    assert exhibit.paragraphs[0].startswith("Jumped over while a later step was made: problem set.")
    assert (
        "Collaborative planning",
        "made, with evidence",
        "4.0",
        "4",
        "3",
        "a plan",
    ) in exhibit.table.rows


def test_an_evaluation_that_has_not_begun_says_so(read):
    assert views.outcomes(read(HOLD)).headline == "Nothing was evaluated yet"
    assert views.outcomes(read({"performance": "4,4,4"})).headline.endswith("performance outcomes")


def test_the_continuum_holds_every_form_and_marks_what_fits(read):
    rows = views.continuum(read(HOLD)).table.rows
    assert [row[0] for row in rows] == [form.name["en"] for form in formation().forms]
    assert [row[0] for row in rows if row[1] == "fits"] == ["Alliance"]


def test_everything_can_be_said_in_dutch(read):
    found = read(
        HOLD | READY | {"losing-power": "5,1,3", "governance": "1,1,1", "trust-building": "4,4,4"}, "nl"
    )
    shown = (
        views.conclusion,
        views.for_side,
        views.against_side,
        views.change_of_mind,
        views.conditions,
        views.processes,
    )
    text = "\n".join(exhibit_text(view(found)) for view in shown)
    assert "Een alliantie past: alle voorwaarden gelden." in text
    assert "Besturing werkt nog niet (3 van 3 beoordelaars)." in text
    assert "4,0" in text
