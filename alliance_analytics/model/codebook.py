"""The codebook: by which words a passage is recognised as speaking of a success theme.

A cue belongs to a factor of the literature review (themes.yml), so that every code can be traced to a reason.
How patterns are written stands at the head of the file; how they are matched is the business of the coder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from alliance_analytics.model.identified import refuse_unknown, require_ids
from alliance_analytics.model.loading import load, packaged
from alliance_analytics.model.sentences import Neutral, Prototype, sentences_of_file
from alliance_analytics.model.sourced import Basis, Entry, Language, Source, Sourced
from alliance_analytics.model.themes import THEME_IDS, Valence, themes

FILE = "codebook.yml"
FULL_WEIGHT = 1.0
SUBJECT_WEIGHT = 0.5

CueValence = Literal["enabler", "constraint", "unclear"]
Pattern = Annotated[str, Field(pattern=r"^[\w'*|<>.,~ -]+$")]
Patterns = tuple[Pattern, ...]


class CueText(Entry):
    """A cue as it stands in the file: a pattern alone, or with a weight and exclusions of its own."""

    pattern: Pattern
    weight: float | None = Field(default=None, gt=0, le=2)
    not_when: Patterns = ()

    @model_validator(mode="before")
    @classmethod
    def _from_pattern(cls, content: Any) -> Any:
        return {"pattern": content} if isinstance(content, str) else content


class Negation(Entry):
    """Words that turn a cue round, when they stand at most a window of words before or after it."""

    window: int = Field(ge=1, le=10)
    before: Patterns
    after_window: int = Field(ge=0, le=10)
    after: Patterns
    stops: Patterns = Field(description="Words and signs that a negation does not reach across.")
    exempt: Patterns = Field(description="Expressions in which a negation word does not negate.")


class Tone(Entry):
    """Words that judge without naming a subject; they settle the polarity of cues that do the opposite."""

    enabler: Patterns
    constraint: Patterns


class LanguageRules(Entry):
    """What the cues of one language share."""

    groups: dict[str, Patterns]
    negation: Negation
    tone: Tone
    other_senses: Patterns = Field(description="Expressions whose words are no cue, e.g. a hospital trust.")


class CodebookFile(Sourced):
    """The file, nested for whoever writes it: theme, factor, language, valence."""

    version: str
    languages: dict[Language, LanguageRules]
    themes: dict[str, dict[str, dict[Language, dict[CueValence, tuple[CueText, ...]]]]]
    prototypes: dict[str, dict[str, dict[Language, dict[Valence, tuple[str, ...]]]]] = Field(default={})
    without_theme: dict[Language, tuple[str, ...]] = Field(
        default={}, description="Sentences that carry no theme, for the coder by likeness."
    )
    sentences: str = Field(default="", description="A CSV beside this file with more of both.")


@dataclass(frozen=True)
class Cue:
    """One pattern with all that it stands for.

    ``weight`` is in units of a full cue; a passage needs 1 in total to be given the theme. ``valence`` is
    *unclear* when the pattern names the subject of the factor without judging it.
    """

    theme: str
    factor: str
    language: str
    valence: CueValence
    pattern: str
    weight: float
    not_when: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Codebook:
    """Everything a coder needs, flat. Two codebooks are the same only when they are one object.

    ``fingerprint`` is twelve hexadecimal signs of the content of its files: codes of two codebooks with
    different fingerprints must not be compared.
    """

    version: str
    source: Source
    basis: Basis
    cues: tuple[Cue, ...]
    languages: dict[Language, LanguageRules]
    prototypes: tuple[Prototype, ...]
    without_theme: tuple[Neutral, ...] = ()
    fingerprint: str = ""

    def cues_in(self, language: str) -> tuple[Cue, ...]:
        """Return the cues of one language, in the order of the file."""
        return tuple(cue for cue in self.cues if cue.language == language)


def codebook(path: Path | None = None) -> Codebook:
    """Return the codebook.

    Parameters
    ----------
    path : Path, optional
        An organisation's own file; without it the one shipped, read once.

    Raises
    ------
    ModelError
        If the file cannot be read, breaks its schema, lacks one of the four themes, or names a factor or a
        group that does not exist.
    """
    return _read(path) if path else _shipped()


@cache
def _shipped() -> Codebook:
    return _read(packaged(FILE))


def _read(path: Path) -> Codebook:
    content = load(path, CodebookFile)
    _check_names(content, path.name)
    beside = [path.with_name(content.sentences)] if content.sentences else []
    shown, plain = sentences_of_file(*beside) if beside else ((), ())
    return Codebook(
        version=content.version,
        source=content.source,
        basis=content.basis,
        cues=tuple(_cues(content)),
        languages=content.languages,
        prototypes=(*_prototypes(content), *shown),
        without_theme=(*_without_theme(content), *plain),
        fingerprint=_fingerprint(path, *beside),
    )


def _fingerprint(*files: Path) -> str:
    content = b"".join(file.read_bytes().replace(b"\r\n", b"\n") for file in files)
    return sha256(content).hexdigest()[:12]


def _check_names(content: CodebookFile, file: str) -> None:
    require_ids(content.themes, THEME_IDS, f"{file}, at themes")
    refuse_unknown(content.prototypes, THEME_IDS, f"{file}, at prototypes")
    for part, named in (("themes", content.themes), ("prototypes", content.prototypes)):
        for theme, factors in named.items():
            known = [factor.id for factor in themes().theme(theme).factors]
            refuse_unknown(factors, known, f"{file}, at {part}.{theme}")
    groups: dict[str, dict[str, Patterns]] = {name: rules.groups for name, rules in content.languages.items()}
    for cue in _cues(content):
        used = re.findall(r"<([^>]*)>", cue.pattern)
        refuse_unknown(used, groups[cue.language], f"{file}, at cue '{cue.pattern}'")


def _cues(content: CodebookFile) -> Iterator[Cue]:
    for theme, factors in content.themes.items():
        for factor, languages in factors.items():
            for language, valences in languages.items():
                for valence, texts in valences.items():
                    for text in texts:
                        yield _cue(theme, factor, language, valence, text)


def _cue(theme: str, factor: str, language: Language, valence: CueValence, text: CueText) -> Cue:
    usual = SUBJECT_WEIGHT if valence == "unclear" else FULL_WEIGHT
    return Cue(theme, factor, language, valence, text.pattern, text.weight or usual, text.not_when)


def _prototypes(content: CodebookFile) -> Iterator[Prototype]:
    for theme, factors in content.prototypes.items():
        for factor, languages in factors.items():
            for language, polarities in languages.items():
                for polarity, texts in polarities.items():
                    yield from (Prototype(theme, factor, language, polarity, text) for text in texts)


def _without_theme(content: CodebookFile) -> Iterator[Neutral]:
    for language, texts in content.without_theme.items():
        yield from (Neutral(language, text) for text in texts)
