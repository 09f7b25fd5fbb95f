"""Every view is a public function, and the code written for it calls that function."""

import pytest

import alliance_analytics as aa
from alliance_analytics.explore.views import VIEWS, asked, scales_of

CHOSEN = {"scale": "pillar", "group": "level", "dimension": "cultural"}


@pytest.fixture(scope="module")
def study(workspace):
    return aa.study(workspace, "canal", "2025")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_written_as_a_public_function(name):
    called = asked(name, **CHOSEN).code.split("(")[0].removeprefix("aa.")
    assert called == {"gaps": "levels"}.get(name, name)
    assert called in aa.__all__


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "gaps"])
def test_a_view_is_the_function_of_its_name(name):
    assert VIEWS[name].function is getattr(aa, name)


@pytest.mark.parametrize("name", ["spider", "gaps", "answers", "response", "agreement", "hidden"])
def test_the_code_gives_what_the_view_shows(study, name):
    view = asked(name, **CHOSEN)
    assert eval(view.code, {"aa": aa, "study": study}) == view.look(study)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("spider", "aa.spider(study, 'pillar')"),
        ("gaps", "aa.levels(study, 'pillar')"),
        ("others", "aa.others(study, 'level', 'pillar')"),
        ("answers", "aa.answers(study, 'cultural')"),
        ("stage", "aa.stage(study)"),
    ],
)
def test_a_view_gets_the_arguments_it_listens_to_and_no_other(name, written):
    assert asked(name, **CHOSEN).code == written


def test_an_instrument_offers_the_scales_it_has(study, workspace):
    assert scales_of(study) == ("pillar", "dimension", "theme")
    assert scales_of(aa.study(workspace, "ferry")) == ("pillar", "dimension")
