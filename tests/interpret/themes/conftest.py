"""A codebook of a few cues, so that a test says all that it depends on."""

from __future__ import annotations

import pytest

from alliance_analytics.model.codebook import Codebook, Cue, LanguageRules, Negation, Tone
from alliance_analytics.model.sourced import Source


def cue(theme: str, factor: str, valence: str, pattern: str, weight: float = 1.0, *not_when: str) -> Cue:
    return Cue(theme, factor, "en", valence, pattern, weight, not_when)  # type: ignore[arg-type]


@pytest.fixture
def rules() -> LanguageRules:
    return LanguageRules(
        groups={"each-other": ("each other", "one another")},
        negation=Negation(
            window=4,
            before=("not", "no", "never", "*n't", "without", "lack of"),
            after_window=2,
            after=("not", "*n't", "never"),
            stops=(",", "but"),
            exempt=("not only",),
        ),
        tone=Tone(enabler=("good", "quick*"), constraint=("late", "bad*", "unclear")),
        other_senses=("hospital trust",),
    )


@pytest.fixture
def small(rules: LanguageRules) -> Codebook:
    return Codebook(
        version="test",
        source=Source(work="this project", section="tests"),
        basis="our convention",
        cues=(
            cue("trust_loyalty", "mutual-trust", "enabler", "trust* <each-other>"),
            cue("trust_loyalty", "mutual-trust", "unclear", "trust*", 0.5),
            cue("trust_loyalty", "opportunism", "constraint", "behind ... back*"),
            cue("decision_making", "fitting-governance", "unclear", "decision*", 0.5, "decision tree*"),
            cue("decision_making", "participation", "constraint", "nobody|never ... asked"),
            cue("management_capability", "bonding", "enabler", "know <each-other> well"),
            cue("flexibility", "rigid-plans", "constraint", "plan* ~ fixed"),
        ),
        languages={"en": rules},
        prototypes=(),
    )
