from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.demo.comments import comments_of, remarks
from alliance_analytics.model.instruments import default_instrument

INSTRUMENT = default_instrument()


def answering(point: float, people: int = 40) -> pd.DataFrame:
    return pd.DataFrame(point, index=range(people), columns=[item.id for item in INSTRUMENT.scored])


def meanings(comments: pd.DataFrame, language: str) -> dict[str, list[str]]:
    """Return polarity to the remarks written."""
    known = {
        remark[language]: polarity
        for sides in remarks().dimensions.values()
        for polarity, pool in sides.items()
        for remark in pool
    }
    written = [text for text in comments.to_numpy().ravel() if text in known]
    return {side: [text for text in written if known[text] == side] for side in ("enabler", "constraint")}


@pytest.mark.parametrize(("point", "side"), [(1.0, "constraint"), (5.0, "enabler")])
def test_people_write_as_they_score(generator, point, side):
    comments, _ = comments_of(answering(point), INSTRUMENT, "nl", generator)
    said = meanings(comments, "nl")
    assert said[side]
    assert sum(map(len, said.values())) == len(said[side])


def test_nobody_repeats_another(generator):
    comments, _ = comments_of(answering(3.0, 400), INSTRUMENT, "en", generator)
    said = meanings(comments, "en")
    written = said["enabler"] + said["constraint"]
    assert len(set(written)) == len(written)


def test_a_remark_stands_below_the_question_it_answers(generator):
    comments, _ = comments_of(answering(3.0), INSTRUMENT, "en", generator)
    for item in (item for item in INSTRUMENT.items if item.kind == "open"):
        pools = remarks().dimensions[item.dimension]
        allowed = {remark.en for pool in pools.values() for remark in pool}
        assert set(comments[item.id]) <= {"", *allowed, *remarks().nothing["en"]}


def test_what_is_planted_is_what_is_written(generator):
    comments, planted = comments_of(answering(3.0), INSTRUMENT, "en", generator)
    themes = {
        remark.en: remark.theme
        for sides in remarks().dimensions.values()
        for p in sides.values()
        for remark in p
    }
    written = [themes[text] for text in comments.to_numpy().ravel() if themes.get(text)]
    assert sorted(written) == sorted(planted["theme"])
    assert set(planted["polarity"]) <= {"enabler", "constraint"}


def test_the_same_seed_gives_the_same_comments():
    drawn = [comments_of(answering(3.0), INSTRUMENT, "en", np.random.default_rng(5))[0] for _ in range(2)]
    assert drawn[0].equals(drawn[1])
