"""Three to six topics, the partner gap first, no number without its interval, in both languages."""

import re

import pytest
import yaml

import alliance_analytics as aa
from alliance_analytics.model.loading import packaged
from alliance_analytics.publish.wording import _sentences
from alliance_analytics.review.conference.conversation import FEWEST, LEVELS, MOST, topics

NUMBER = re.compile(r"\d+[.,]\d|\d+%")


@pytest.mark.parametrize("name", ["study", "kept_study", "tiny", "silent", "ferry", "flat"])
def test_there_are_three_to_six_topics_with_a_question_for_every_level(request, name):
    opened = request.getfixturevalue(name)
    found = topics(opened)
    assert FEWEST <= len(found) <= MOST
    for topic in found:
        assert [question.level for question in topic.questions] == list(opened.labels.levels.values())
        assert all((topic.title, topic.finding, topic.why, topic.blocks, topic.source))


def test_where_partners_see_different_alliances_that_gap_comes_first(study):
    kinds = [topic.kind for topic in topics(study)]
    assert kinds[0] == "partner_gap"
    assert kinds.count("partner_gap") == 1


@pytest.mark.parametrize("name", ["study", "kept_study", "ferry"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_number_stands_without_its_interval(request, name, language):
    opened = request.getfixturevalue(name)
    for topic in topics(aa.study(opened.workspace, opened.alliance, opened.wave, language)):
        outside = re.sub(r"\([^)]*\)", "()", topic.finding)
        numbers = [match.end() for match in NUMBER.finditer(outside)]
        assert all(re.match(r"\d* ?\(\)|\d*[^.;]{0,12}\(\)", outside[end:]) for end in numbers), topic.finding
        assert not any(NUMBER.search(text) for text in (*topic.why, topic.blocks))


def test_an_alliance_of_which_little_may_be_told_still_has_something_to_talk_about(silent):
    assert [topic.kind for topic in topics(silent)] == ["silence", "objective", "measure"]
    assert not any(NUMBER.search(topic.finding) for topic in topics(silent))


def test_agreements_that_were_not_done_come_up_again(kept_study):
    (agreed,) = (topic for topic in topics(kept_study) if topic.kind == "agreed")
    assert "Visit" in agreed.finding
    assert "Report" not in agreed.finding


def test_missing_blocks_are_named_and_those_in_place_are_not(study):
    in_place = study.registers.blocks.waves[study.wave]
    names = [yaml_block["name"]["en"].lower() for yaml_block in _blocks() if yaml_block["id"] in in_place]
    considered = [topic.blocks for topic in topics(study) if "not in place yet" in topic.blocks]
    assert considered
    assert not any(name in text for text in considered for name in names)


def _blocks():
    return yaml.safe_load(packaged("building_blocks.yml").read_text(encoding="utf-8"))["blocks"]


def test_every_kind_has_a_question_for_each_level_in_both_languages():
    sentences = _sentences("conversation")
    for kind in (
        "partner_gap",
        "level_gap",
        "stage",
        "agreed",
        "assumed",
        *(f"weak_{n}" for n in range(1, 9)),
    ):
        for level in LEVELS:
            asked = sentences[f"{kind}.question.{level}"]
            assert asked["en"].endswith("?")
            assert asked["nl"].endswith("?")
