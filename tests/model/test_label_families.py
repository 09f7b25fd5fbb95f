"""Ladders of labels: one ladder in every language, slots filled alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.errors import ModelError
from alliance_analytics.model.label_families import label_families
from alliance_analytics.model.spelling import plain

SOURCE = "source: {work: this project, section: a test}, basis: our convention"
FAMILIES = {family.id: family for family in label_families().families}
TWO_SIDED = [family for family in FAMILIES.values() if family.middle]


def own(tmp_path, rungs, usual="[]"):
    path = tmp_path / "families.yml"
    text = f"version: '1'\nfamilies: [{{id: own, usual: {usual}, {SOURCE}, rungs: {rungs}}}]\n"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("family", "language", "low", "high"),
    [
        ("agreement", "en", "Disagree", "Strongly agree"),
        ("agreement", "nl", "Zeer mee eens", "Helemaal mee eens"),
        ("quality", "nl", "Gaat wel", "Zeer goed"),
        ("frequency", "de", "Selten", "Eher häufig"),
        ("times", "en", "Once a month", "Almost every day"),
        ("extent", "nl", "In zeer beperkte mate", "In ruime mate"),
        ("change", "fr", "Un peu moins bien", "Beaucoup mieux"),
    ],
)
def test_more_stands_higher(family, language, low, high):
    words = FAMILIES[family].vocabulary(language)
    assert words[plain(low)] < words[plain(high)]


def test_a_slot_is_filled_alike_in_every_label():
    words = FAMILIES["strength_of_a_quality"].vocabulary("en", (("word", "open"),))
    assert words["not at all open"] < words["slightly open"] < words["very open"]
    assert "very clear" not in words
    assert words["very"] == words["very open"]


def test_a_label_whose_slot_is_open_is_not_known():
    assert all("{" not in label for label in FAMILIES["amount"].vocabulary("en"))


def test_the_canonical_label_has_its_slots_filled():
    family = FAMILIES["two_sides_of_a_quality"]
    filling = (("bad", "unsafe"), ("good", "safe"))
    assert family.canonical(6, "en", filling) == "Neither safe nor unsafe"
    assert family.canonical(10, "en") == ""


@given(st.sampled_from(TWO_SIDED))
def test_the_middle_is_in_the_middle(family):
    assert all(len(rungs) == 2 * family.middle - 1 for rungs in family.rungs.values())


@pytest.mark.parametrize(
    ("rungs", "usual", "what"),
    [
        ("{en: [[No], [Some]], nl: [[Geen]]}", "[]", "same number of rungs"),
        ("{en: [[None], [Some]]}", "[[2, 1]]", "not on its ladder"),
        ("{en: [[None], [Some]]}", "[[1, 3]]", "not on its ladder"),
    ],
)
def test_a_broken_ladder_is_refused(rungs, usual, what, tmp_path):
    with pytest.raises(ModelError, match=what):
        label_families(own(tmp_path, rungs.replace("[No]", "['No']"), usual))


def test_ones_own_families_are_read(tmp_path):
    found = label_families(own(tmp_path, "{en: [[Cold], [Warm, Mild], [Hot]]}")).families[0]
    assert found.vocabulary("en") == {"cold": 1, "warm": 2, "mild": 2, "hot": 3}


def test_ids_are_unique(tmp_path):
    path = own(tmp_path, "{en: [[Cold], [Hot]]}")
    text = path.read_text(encoding="utf-8").replace("families: [", "families: [&one ", 1)
    path.write_text(text.replace("}]\n", "}, *one]\n"), encoding="utf-8")
    with pytest.raises(ModelError, match="more than once"):
        label_families(path)
