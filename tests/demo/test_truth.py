from __future__ import annotations

import json
import statistics

import numpy as np
import pytest

from alliance_analytics.demo.exports import export_of
from alliance_analytics.demo.story import stories
from alliance_analytics.demo.truth import FinishedWave, truth_of_alliance


@pytest.fixture(scope="module")
def finished(example_waves):
    waves = example_waves["second-desk"]
    generator = np.random.default_rng(3)
    told = stories(waves, generator)
    return [
        FinishedWave(wave, export_of(wave, generator), {document.name: document for document in documents})
        for wave, documents in zip(waves, told, strict=True)
    ]


@pytest.fixture(scope="module")
def truth(finished):
    return truth_of_alliance(finished)


def test_it_can_be_kept_as_json(truth):
    assert json.loads(json.dumps(truth)) == truth


def slowly(wave, ids, rows):
    """Score person by person, as the rules of the answer key say it in words."""
    scores = []
    for row in rows:
        points = [int(wave.answers.at[row, item]) for item in ids]
        turned = [6 - p if item in wave.instrument.turned else p for p, item in zip(points, ids, strict=True)]
        scores.append(sum(turned) / len(turned))
    return statistics.mean(scores), statistics.stdev(scores)


@pytest.mark.parametrize(
    ("kind", "name"), [("pillar", "3"), ("dimension", "content"), ("theme", "flexibility")]
)
def test_means_and_sds_are_those_of_everybody_invited(finished, truth, kind, name):
    wave = finished[1].simulated
    ids = wave.instrument.scales(kind)[name]
    found = truth["waves"][wave.wave.name]["population"]
    for group, rows in {
        "overall": list(wave.people.index),
        "The Mending Bench": list(wave.people.index[wave.people["partner"] == "The Mending Bench"]),
    }.items():
        summary = found["overall"] if group == "overall" else found["partner"][group]
        mean, sd = slowly(wave, ids, rows)
        assert summary["n"] == len(rows)
        assert summary[kind]["mean"][name] == pytest.approx(mean, abs=1e-4)
        assert summary[kind]["sd"][name] == pytest.approx(sd, abs=1e-4)


def test_levels_and_partners_add_up_to_the_whole(truth):
    for wave in truth["waves"].values():
        population = wave["population"]
        for groups in (population["partner"], population["level"]):
            n = sum(group["n"] for group in groups.values())
            mean = sum(group["n"] * group["pillar"]["mean"]["5"] for group in groups.values()) / n
            assert n == population["overall"]["n"]
            assert mean == pytest.approx(population["overall"]["pillar"]["mean"]["5"], abs=1e-3)


def test_counts_are_those_of_the_plan_and_the_export(finished, truth):
    for wave in finished:
        found = truth["waves"][wave.simulated.wave.name]
        invited = {partner.name: partner.people for partner in wave.simulated.plan.partners}
        assert found["invited"] == invited
        assert sum(sum(levels.values()) for levels in found["answered"].values()) == wave.export.kept
        assert found["release"]["rows_in_file"] == len(wave.export.survey.records)
        assert found["release"]["excluded"] == wave.export.excluded


def test_the_planted_sentences_are_all_there(finished, truth):
    for wave in finished:
        reports = truth["waves"][wave.simulated.wave.name]["reports"]
        for name, document in wave.documents.items():
            kept = [text for texts in reports["sentences"][name].values() for text in texts]
            assert sorted(kept) == sorted(sentence.text for sentence in document.sentences)
        assert sum(sum(sides.values()) for sides in reports["themes"].values()) == 20


def test_links_need_an_address_in_both_waves(finished, truth):
    assert truth["linked"]["2022|2023"]["by_mail"] == 0
    later = truth["linked"]["2023|2024"]
    mails = [
        {r.mail.strip().lower() for r in wave.export.survey.records if r.kind == "response"}
        for wave in finished[1:3]
    ]
    assert later["both"] == later["by_mail"] == len(mails[0] & mails[1]) > 10
