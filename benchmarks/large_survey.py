"""A survey of a size that few alliances have: 60 columns as Qualtrics writes them, as many records as wanted.

The header records come from the package's own writer of that layout, the records from arrays, for writing
them one by one would take longer than all that is to be measured. The people and their answers are invented.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.qualtrics.writer import write
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.instruments import default_instrument

Texts = npt.NDArray[np.object_]
SEED = 20260901
STATEMENTS, OPEN = 36, 5
LABELS = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree", "Don't know", "")
SHARES = (0.05, 0.15, 0.25, 0.35, 0.14, 0.03, 0.03)
PARTNERS = tuple(f"Partner {letter}" for letter in "ABCDEFGH")
LEVELS = ("Strategic", "Tactical", "Operational")
WORDS = 'we trust people; but decisions take "too long", and nobody knows who is in charge of what'.split()
COMMENTED, COMMENT_WORDS = 0.3, 12
FIRST_NAMES = ("Ann", "Bob", "Carla", "Dirk", "Eva", "Frits", "Greta", "Hans")


def instrument() -> Instrument:
    """Return a questionnaire of partner, level, 36 statements and 5 open questions."""
    full = default_instrument()
    kinds: dict[str, list[Item]] = {}
    for item in full.items:
        kinds.setdefault(item.kind, []).append(item)
    (last, *_) = kinds["open"]
    more = last.model_copy(
        update={"id": "anything_else", "wording": {"en": "Is there anything else to say?"}}
    )
    asked = [*kinds["partner"], *kinds["level"], *full.scored[:STATEMENTS], *[*kinds["open"], more][:OPEN]]
    return full.model_copy(update={"items": tuple(asked)})


def write_survey(path: Path, records: int) -> None:
    """Write a survey.

    Parameters
    ----------
    path : Path
        File to write, about 620 bytes a record.
    records : int
        People who answered; a few looked at the form first, a few never finished.
    """
    nobody = pd.DataFrame()
    write(AnswersToWrite(instrument(), "en", "How far?", PARTNERS, {}, (), nobody, nobody, nobody), path)
    body = _records(records, np.random.default_rng(SEED))
    with path.open("a", encoding="utf-8", newline="") as file:
        body.to_csv(file, header=False, index=False, lineterminator="\n")


def _records(count: int, generator: np.random.Generator) -> pd.DataFrame:
    columns = [*_metadata(count, generator), *_answers(count, generator)]
    return pd.DataFrame(dict(enumerate(columns)))


def _metadata(count: int, generator: np.random.Generator) -> list[Texts]:
    started = pd.Timestamp("2026-05-01") + pd.to_timedelta(
        generator.integers(0, 30 * 86_400, count), unit="s"
    )
    seconds = generator.integers(100, 3000, count)
    ended = _text((started + pd.to_timedelta(seconds, unit="s")).strftime("%Y-%m-%d %H:%M:%S"))
    previewed, finished = generator.random(count) < 0.002, generator.random(count) < 0.97
    numbers = np.arange(count)
    families = [f"Family{number}" for number in range(5000)]
    return [
        _text(started.strftime("%Y-%m-%d %H:%M:%S")),
        ended,
        _text(np.where(previewed, "Survey Preview", "IP Address")),
        _drawn([f"192.0.2.{host}" for host in range(256)], count, generator),
        _text(np.where(finished, "100", "38")),
        _text(seconds.astype(str)),
        _text(np.where(finished, "True", "False")),
        ended,
        _text([f"R_{generator.integers(2**60):015x}" for _ in numbers]),
        _drawn(families, count, generator),
        _drawn(FIRST_NAMES, count, generator),
        _text([f"person{number}@example.org" for number in numbers]),
        *(np.full(count, text, dtype=object) for text in ("", "52.1", "4.9", "email", "EN")),
    ]


def _answers(count: int, generator: np.random.Generator) -> list[Texts]:
    return [
        _drawn(PARTNERS, count, generator),
        _drawn(LEVELS, count, generator),
        *(_drawn(LABELS, count, generator, SHARES) for _ in range(STATEMENTS)),
        *(_comments(count, generator) for _ in range(OPEN)),
    ]


def _comments(count: int, generator: np.random.Generator) -> Texts:
    words = _text(WORDS)[generator.integers(0, len(WORDS), (count, COMMENT_WORDS))]
    written = generator.random(count) < COMMENTED
    return _text([" ".join(some) if here else "" for some, here in zip(words, written, strict=True)])


def _drawn(
    texts: list[str] | tuple[str, ...],
    count: int,
    generator: np.random.Generator,
    shares: tuple[float, ...] | None = None,
) -> Texts:
    return _text(texts)[generator.choice(len(texts), count, p=shares)]


def _text(values: object) -> Texts:
    return np.asarray(values, dtype=object)
