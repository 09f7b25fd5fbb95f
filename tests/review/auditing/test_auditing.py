"""A clean folder passes; one planted leak is found wherever it is."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import WorkspaceError
from alliance_analytics.publish.audit.arithmetic import ANEW, FEW, TWICE
from alliance_analytics.publish.audit.scanning import COMMENT, IDENTIFIER, RECORDS
from alliance_analytics.review.auditing.auditing import ASIDE, WITHOUT_WORKSPACE, audit, problems
from alliance_analytics.review.auditing.isolating import COMBINED

WROTE = "never hear what the board decided about the new depot"


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def page(out, shared_quay):
    """The page of *quay*, alone in a folder."""
    (out / "quay").mkdir()
    return Path(shutil.copy(shared_quay / "quay" / "2025.html", out / "quay"))


def kinds(found):
    return {finding.kind for finding in found.findings}


def zipped(name, text):
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr(name, text)
    return target.getvalue()


def test_a_review_as_it_is_made_is_clean(shared_quay, quay):
    found = audit(shared_quay, quay)
    assert (found.findings, found.unchecked, found.exit_status) == ((), (), 0)
    assert found.files == ("quay/2025-summary.txt", "quay/2025-tables.zip", "quay/2025.html")


def test_without_a_workspace_it_says_what_it_cannot_check(shared_quay):
    found = audit(shared_quay, contact="office@example.org")
    assert (found.findings, found.unchecked) == ((), WITHOUT_WORKSPACE)


def test_nothing_to_audit_is_said(tmp_path):
    assert audit(tmp_path).exit_status == 2
    with pytest.raises(WorkspaceError):
        audit(tmp_path / "nowhere")


def test_a_file_of_comments_is_found(out, quay):
    (out / "extra.zip").write_bytes(zipped("inner.zip", zipped("remarks.csv", f'"1","{WROTE}"\n')))
    assert kinds(audit(out, quay)) == {COMMENT}
    assert kinds(audit(out)) == set()


def test_a_notebook_with_a_raw_frame_is_found(out, quay, quay_table):
    frame = quay_table.to_html()
    content = {"cells": [{"outputs": [{"data": {"text/html": frame, "text/plain": quay_table.to_string()}}]}]}
    (out / "review.ipynb").write_text(json.dumps(content))
    assert kinds(audit(out, quay)) >= {IDENTIFIER, RECORDS, "a mail address"}
    assert kinds(audit(out)) >= {RECORDS, "a mail address"}


def test_a_hash_in_the_state_of_a_widget_is_found(out, quay):
    person = quay.responses("quay", "2025")["person"].iloc[0]
    state = {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"x": {"value": person}}}}}
    (out / "review.ipynb").write_text(json.dumps({"cells": [], "metadata": state}))
    assert kinds(audit(out, quay)) == {IDENTIFIER, "a keyed hash"}
    assert kinds(audit(out)) == {"a keyed hash"}


def test_a_page_with_a_group_of_three_is_found(out, page, quay):
    text = page.read_text(encoding="utf-8")
    assert "· Pantry" in text
    head, _, rest = text.partition("· Pantry")
    page.write_text(f"{head}· Pantry{rest.replace('>10<', '>3<', 1)}", encoding="utf-8")
    assert FEW in kinds(audit(out))
    assert FEW in kinds(audit(out, quay))


def test_two_pages_that_differ_by_one_late_answer_are_found(
    out, page, tmp_path, open_quay, share, quay, quay_table
):
    fewer = open_quay(tmp_path / "before", quay_table.drop(index=len(quay_table) - 1))
    share(aa.study(fewer, "quay"), out, "first.html")
    assert TWICE in kinds(audit(out))
    found = audit(out, quay)
    assert TWICE in kinds(found)
    assert any("first" in doubt for doubt in found.unchecked)


def test_two_pages_that_differ_by_one_corrected_answer_are_found(
    out, page, tmp_path, open_quay, share, quay_table
):
    items = [name for name in quay_table if name not in ("mail", "partner", "level")]
    other = quay_table.copy()
    other.loc[20, items] = 6 - other.loc[20, items]
    share(aa.study(open_quay(tmp_path / "before", other), "quay"), out, "first.html")
    assert kinds(audit(out, contact="office@example.org")) == {ANEW}


def test_an_unsafe_release_that_only_the_combination_shows_is_found(out, quay, skipped):
    """A dimension and its two pillars, each of everybody and in a file of its own."""
    named = {"dimension": ["Relational"], "pillar": ["Trust", "Dialogue"]}
    header = "alliance,wave,merged,partner,level,link,scale,name,n,mean\n"
    for kind, name in ((kind, name) for kind, names in named.items() for name in names):
        (out / name).mkdir()
        (out / name / "scores.csv").write_text(f"{header}quay,2025,,,,,{kind},{name},24,3.1\n")
        assert kinds(audit(out / name, skipped)) == set()
    assert kinds(audit(out)) == kinds(audit(out, quay)) == set()
    found = audit(out, skipped)
    assert [(each.kind, each.shape) for each in found.findings] == [(COMBINED, "2 people, in wave 2025")]
    assert found.exit_status == 1


def test_a_workspace_beside_it_is_no_part_but_is_found(out, quay):
    shutil.copytree(quay.root, out / "data")
    assert kinds(audit(out, quay)) >= {IDENTIFIER, COMMENT, "a mail address"}


def test_the_published_contact_may_stand(out, quay):
    (out / "note.txt").write_text("Questions: office@example.org")
    assert kinds(audit(out, quay)) == set()
    assert kinds(audit(out)) == {"a mail address"}


def test_notebooks_kept_aside_are_named_and_not_shared(out, quay):
    (out / "note.txt").write_text("Nothing")
    (out / "quay" / "failed").mkdir(parents=True)
    (out / "quay" / "failed" / "2025.ipynb").write_text("ann@example.org")
    found = audit(out, quay)
    assert (found.findings, found.unchecked) == ((), (ASIDE,))


def test_findings_are_told_in_sentences(out, quay):
    (out / "note.txt").write_text(f"Somebody said: {WROTE}")
    assert problems(out, quay) == (f"note.txt: {COMMENT}.",)


def test_no_finding_repeats_what_was_found(out, quay, quay_table):
    quay_table.assign(said=WROTE).to_csv(out / "raw.csv")
    told = str(audit(out, quay)).casefold()
    assert "example.org" not in told
    assert "depot" not in told
