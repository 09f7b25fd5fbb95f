"""The guide holds the topics, the agreements kept, and a form for new ones that can be read back."""

from alliance_analytics.publish.guide.page import guide_page
from alliance_analytics.review.conference.conversation import topics
from alliance_analytics.review.conference.guide import conference_guide
from alliance_analytics.workspace.registers.rows import heading


def test_it_holds_the_topics_of_the_study(kept_study):
    guide = conference_guide(kept_study)
    assert guide.topics == topics(kept_study)
    assert guide.kept is not None
    assert (guide.wave, guide.language) == ("2025", "en")


def test_without_agreements_it_begins_with_the_topics(study):
    guide = conference_guide(study)
    assert guide.kept is None
    assert guide.kept_finding == ""


def test_the_form_has_the_headings_that_are_read_back(study):
    assert [heading(name) for name in conference_guide(study).form.header] == [
        "what",
        "who",
        "by_when",
        "pillar",
    ]


def test_it_becomes_a_page(study, silent, ferry):
    for opened in (study, silent, ferry):
        assert guide_page(conference_guide(opened)).startswith("<!doctype html>")
