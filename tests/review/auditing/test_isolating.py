"""Combined groups are worked out over the workspace's own respondents, whatever the plan decided."""

import shutil

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.intake.record_marks import record_marks
from alliance_analytics.publish.audit.finding import Finding
from alliance_analytics.publish.audit.published import OTHERS, PublishedSet
from alliance_analytics.publish.catalogue import OTHERS as ALL_OTHERS
from alliance_analytics.review.auditing.groups import Respondents
from alliance_analytics.review.auditing.isolating import COMBINED, EARLIER, NO_LEDGER, isolating
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.ledger import SHOWN_COLUMNS, Release, open_ledger

ALL, LARDER, PANTRY = ("", "", ""), ("Larder", "", ""), ("Pantry", "", "")


def told(*groups, scale="Trust", kind="pillar"):
    return [
        PublishedSet("a.html", "here", "quay", "2025", group, kind, scale, n, "3.1") for group, n in groups
    ]


def found(quay, sets, few=5):
    return list(isolating(sets, quay, few))


@pytest.mark.parametrize(
    "groups",
    [
        [(ALL, 24)],
        [(ALL, 24), (LARDER, 14), (PANTRY, 10)],
        [(ALL, 24), (("", "Tactical", ""), 18), (("", "Strategisch", ""), 6)],
    ],
)
def test_enough_people_are_no_finding(quay, groups):
    assert found(quay, told(*groups)) == []


def test_what_tells_of_few_is_found_by_the_workspace_alone(quay):
    six = told((ALL, 24), (("", "Tactical", ""), 18))
    assert found(quay, six) == []
    (finding,) = found(quay, six, few=7)
    assert isinstance(finding, Finding)
    assert (finding.kind, finding.shape) == (COMBINED, "6 people, in wave 2025")


def test_it_is_found_over_several_files_and_merged_groups(quay):
    sets = told((PANTRY, 10), ((f"{OTHERS}Pantry", "", ""), 14), (("", "Tactical", ""), 18))
    (finding,) = found(quay, sets, few=7)
    assert finding.kind == COMBINED


@pytest.mark.parametrize(
    "sets",
    [told((ALL, 23)), told((("Nobody", "", ""), 23)), told((ALL, 24), scale="Unheard of")],
)
def test_what_the_workspace_does_not_give_is_a_doubt(quay, sets):
    (doubt,) = found(quay, sets)
    assert "does not give" in doubt


def test_another_alliance_is_a_doubt(quay):
    (doubt,) = found(quay, [PublishedSet("a.html", "", "canal", "2025", ALL, "pillar", "Trust", 24, "3.1")])
    assert "does not hold" in doubt


def test_what_only_several_scales_tell_together_is_found(skipped, quay):
    names = aa.study(skipped, "quay").labels
    scales = [("dimension", names.dimensions["relational"]), *(("pillar", names.pillars[n]) for n in "34")]
    sets = [each for kind, scale in scales for each in told((ALL, 24), scale=scale, kind=kind)]
    for each in sets:
        assert found(skipped, [each]) == []
    (finding,) = found(skipped, sets)
    assert (finding.kind, finding.shape) == (COMBINED, "2 people, in wave 2025")
    assert found(quay, sets) == []


def note(workspace, *groups):
    """Note in the ledger that the pillar *Trust* was shown of some groups, and return the workspace anew."""
    respondents, ledger = Respondents(workspace, "quay", "2025"), open_ledger(workspace)
    people, scores = respondents.people, respondents.scores
    marks = record_marks(people, scores, scores.statements, ledger.key)
    records = pd.concat([people[["partner", "level", "link", "later"]].replace("", None), marks], axis=1)
    shown = pd.DataFrame([dict(zip(SHOWN_COLUMNS, ("pillar", "3", *group), strict=True)) for group in groups])
    assert ledger.record(Release("quay", "2025", records, shown.astype(object), {}, {}, {}))
    return open_workspace(workspace.root)


NOBODY_NAMED = (None, None, None)


def test_what_an_earlier_release_and_this_one_tell_together_is_found(tmp_path, quay, open_quay, quay_table):
    before = note(open_quay(tmp_path, quay_table.drop(index=len(quay_table) - 1)), NOBODY_NAMED)
    assert found(before, told((ALL, 23))) == []
    shutil.copy(quay.folders["quay"] / "2025" / "answers.csv", before.folders["quay"] / "2025")
    (finding,) = found(open_workspace(tmp_path), told((ALL, 24)))
    assert (finding.kind, finding.shape) == (EARLIER, "1 people, in wave 2025")
    assert found(quay, told((ALL, 24))) == []


def test_a_corrected_record_is_known_by_what_was_shown_of_it(tmp_path, quay, open_quay, quay_table):
    item, other = quay.instrument("quay", "2025").scales("pillar")["3"][0], quay_table.copy()
    other.loc[3, item] = 6 - other.loc[3, item] if other.loc[3, item] != 3 else 5
    before = note(open_quay(tmp_path, other), NOBODY_NAMED)
    shutil.copy(quay.folders["quay"] / "2025" / "answers.csv", before.folders["quay"] / "2025")
    (finding,) = found(open_workspace(tmp_path), told((ALL, 24)))
    assert (finding.kind, finding.shape) == (EARLIER, "1 people, in wave 2025")


def test_the_same_release_again_tells_no_more(tmp_path, open_quay):
    larder, others = ("Larder", None, None), (f"{ALL_OTHERS}Larder", None, None)
    workspace = note(open_quay(tmp_path), NOBODY_NAMED, larder, others)
    assert found(workspace, told((ALL, 24), (PANTRY, 10), (LARDER, 14))) == []


def test_without_a_key_earlier_releases_are_a_doubt(workspace):
    shown = [PublishedSet("a.html", "", "canal", "2025", ALL, "pillar", "Trust", 0, "")]
    assert (NO_LEDGER in found(workspace, shown)) == (not workspace.key.lasting)
