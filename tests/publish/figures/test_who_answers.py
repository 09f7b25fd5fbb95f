import pandas as pd
import pytest

from alliance_analytics.publish.figures.who_answers import who_answers, who_answers_alt

LABELS = {"a": "Waterschap", "b": "Gemeente", "c": "Provincie"}


def frame(hidden=()):
    rows = [
        (wave, name, share + 0.02 * place, share)
        for place, wave in enumerate(["2023", "2024", "2025"])
        for name, share in zip(LABELS, (0.3, 0.25, 0.45), strict=True)
    ]
    table = pd.DataFrame(rows, columns=["wave", "name", "share", "invited"])
    gone = pd.Series([(wave, name) in hidden for wave, name, *_ in rows])
    reason = gone.map({True: "few_silent", False: ""})
    return table.assign(share=table["share"].mask(gone), shown=~gone, reason=reason)


def test_the_share_of_the_invited_is_dashed_beside_that_of_who_answered(see):
    figure = who_answers(frame(), labels=LABELS)
    assert len(see.drawn(figure, "invited")) == len(see.drawn(figure, "share")) == 3
    assert see.drawn(figure, "share")[0].get_ydata()[2] == pytest.approx(0.34)
    assert see.drawn(figure, "invited")[0].get_linestyle() == "--"


def test_a_hidden_wave_is_hatched_and_breaks_the_line(see):
    figure = who_answers(frame(hidden=[("2024", "a")]), labels=LABELS)
    assert see.drawn(figure, "hidden wave 1")[0].get_hatch()
    assert len(see.drawn(figure, "share")) == 4


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_word_has_its_place(see, narrow, language):
    figure = who_answers(frame(), labels=LABELS, narrow=narrow, language=language)
    assert not see.collisions(figure)
    assert not see.outside(figure)


def test_the_last_share_is_written(see):
    assert {"34%", "29%", "49%"} <= set(see.words(who_answers(frame(), labels=LABELS)))


def test_alternative_text():
    said = who_answers_alt(frame(hidden=[("2025", "a"), ("2025", "c")]), labels=LABELS)
    assert "from 2023 to 2025: farthest apart for Gemeente in 2025, 29% against 25%" in said
    everything = [(wave, name) for wave in ("2023", "2024", "2025") for name in LABELS]
    assert "nothing may be shown" in who_answers_alt(frame(hidden=everything), labels=LABELS)
