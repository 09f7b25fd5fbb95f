from pathlib import Path
from typing import Any

import pytest
import yaml

from alliance_analytics.errors import ModelError
from alliance_analytics.model.codebook import FULL_WEIGHT, SUBJECT_WEIGHT, codebook
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.themes import THEME_IDS, themes

RULES: dict[str, Any] = {
    "groups": {"each-other": ["each other"]},
    "negation": {
        "window": 4,
        "before": ["not"],
        "after_window": 2,
        "after": ["not"],
        "stops": [","],
        "exempt": ["not only"],
    },
    "tone": {"enabler": ["good"], "constraint": ["bad"]},
    "other_senses": [],
}


def content(**replaced: Any) -> dict[str, Any]:
    first = {theme.id: theme.factors[0].id for theme in themes().themes}
    cues = {theme: {factor: {"en": {"enabler": ["trust*"]}}} for theme, factor in first.items()}
    return {
        "version": "0",
        "source": {"work": "this project", "section": "tests"},
        "basis": "our convention",
        "languages": {"en": RULES},
        "themes": cues,
        "prototypes": {},
    } | replaced


def written(folder: Path, **replaced: Any) -> Path:
    path = folder / "codebook.yml"
    path.write_text(yaml.safe_dump(content(**replaced)), encoding="utf-8")
    return path


def test_every_factor_of_every_theme_has_cues_in_both_languages() -> None:
    covered = {(cue.theme, cue.factor, cue.language) for cue in codebook().cues}
    expected = {
        (theme.id, factor.id, language)
        for theme in themes().themes
        for factor in theme.factors
        for language in LANGUAGES
    }
    assert covered == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEME_IDS)
def test_a_theme_has_many_cues_of_both_valences(theme: str, language: str) -> None:
    cues = [cue for cue in codebook().cues_in(language) if cue.theme == theme]
    assert len(cues) >= 60
    assert min(sum(cue.valence == valence for cue in cues) for valence in ("enabler", "constraint")) >= 30


def test_no_pattern_stands_twice_under_a_theme() -> None:
    seen = [(cue.theme, cue.language, cue.pattern) for cue in codebook().cues]
    assert sorted({one for one in seen if seen.count(one) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("polarity", ["enabler", "constraint"])
@pytest.mark.parametrize("theme", THEME_IDS)
def test_a_theme_has_a_dozen_prototypes(theme: str, polarity: str, language: str) -> None:
    found = [
        prototype
        for prototype in codebook().prototypes
        if (prototype.theme, prototype.polarity, prototype.language) == (theme, polarity, language)
    ]
    assert len({prototype.text for prototype in found}) >= 12


def test_a_subject_is_half_a_cue_unless_the_file_says_otherwise(tmp_path: Path) -> None:
    cues = {"enabler": ["a"], "unclear": ["b", {"pattern": "c", "weight": 0.7, "not_when": ["c d"]}]}
    replaced = content()["themes"]
    replaced["flexibility"] = {"adapting-to-context": {"en": cues}}
    found = [cue for cue in codebook(written(tmp_path, themes=replaced)).cues if cue.theme == "flexibility"]
    assert [cue.weight for cue in found] == [FULL_WEIGHT, SUBJECT_WEIGHT, 0.7]
    assert found[-1].not_when == ("c d",)


def test_the_shipped_codebook_is_read_once() -> None:
    assert codebook() is codebook()


@pytest.mark.parametrize(
    ("replaced", "said"),
    [
        ({"themes": {"trust_loyalty": {}}}, "missing"),
        ({"themes": content()["themes"] | {"luck": {}}}, "luck"),
        ({"prototypes": {"luck": {}}}, "luck"),
        ({"languages": {"en": RULES | {"negation": {}}}}, "schema"),
        ({"languages": {"fr": RULES}}, "schema"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, replaced: dict[str, Any], said: str) -> None:
    with pytest.raises(ModelError, match=said):
        codebook(written(tmp_path, **replaced))


@pytest.mark.parametrize(
    ("factor", "pattern", "said"),
    [
        ("adapting-to-contxt", "bend*", "adapting-to-context"),
        ("adapting-to-context", "<each-othr>", "each-other"),
        ("adapting-to-context", "a(b", "schema"),
    ],
)
def test_an_unknown_factor_group_or_sign_is_refused(
    tmp_path: Path, factor: str, pattern: str, said: str
) -> None:
    replaced = content()["themes"] | {"flexibility": {factor: {"en": {"enabler": [pattern]}}}}
    with pytest.raises(ModelError, match=said):
        codebook(written(tmp_path, themes=replaced))
