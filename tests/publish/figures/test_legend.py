import pytest

from alliance_analytics.publish.figures import legend
from alliance_analytics.publish.figures.canvas import canvas
from alliance_analytics.publish.figures.lettering import text_width
from alliance_analytics.publish.figures.setting import setting
from alliance_analytics.publish.figures.style import PAGE, PHONE


def entries(*texts):
    return [legend.Entry(text, legend.patch("#0D5DBB")) for text in texts]


def test_entries_flow_over_lines():
    key = legend.key(entries("a few words", "some more words", "and these too"), PHONE, 249)
    assert [line for _, _, line in key.places] == [0, 0, 1]
    assert key.height == 2 * PHONE.pitch


def test_a_long_name_is_shortened_to_its_line():
    (place,) = legend.key(entries("word " * 40), PHONE, 249).places
    assert place[0].text.endswith("…")
    assert place[0].indent + text_width(place[0].text, PHONE.small) <= 249


def test_no_entries_take_no_room():
    assert legend.key([], PAGE, 400).height == 0


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["shown"], []),
        (["shown", "empty"], []),
        (["shown", "hidden"], ["hidden to protect respondents"]),
        (["hidden", "empty"], ["nothing can be shown, to protect respondents"]),
        (["empty"], ["there are no answers"]),
    ],
)
def test_absences_are_explained_once(states, expected):
    found = legend.absences(states, setting({"1": "One"}, "en", narrow=False))
    assert [entry.text for entry in found] == expected


@pytest.mark.parametrize(
    "swatch",
    [
        legend.value,
        legend.earlier,
        legend.hatch,
        legend.upright,
        legend.group(2),
        legend.marker(2),
        legend.stroke(linestyle="--"),
        legend.patch("#1C5A96"),
        legend.ramp(["#9A3D00", "#1C5A96"], 18),
    ],
)
def test_a_swatch_stays_in_its_place(swatch):
    page = canvas(PAGE, 40).page
    swatch(page, 100, 20)
    drawn = [*page.lines, *page.patches]
    assert drawn
    places = [x for line in page.lines for x in line.get_xdata()]
    places += [x for patch in page.patches for x in (patch.get_x(), patch.get_x() + patch.get_width())]
    assert all(100 <= x <= 100 + legend.SWATCH for x in places)


def test_words_stand_right_of_their_swatch():
    card = canvas(PAGE, 40)
    legend.key(entries("words"), PAGE, 400).draw(card, 5, 5)
    (text,) = card.page.texts
    assert text.get_position()[0] == 5 + legend.SWATCH + legend.GAP
