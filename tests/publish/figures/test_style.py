from itertools import combinations, pairwise

import matplotlib
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from alliance_analytics.publish.figures import style
from alliance_analytics.publish.figures.style import BAD_TO_GOOD, CARD, GROUPS, INK, MUTED, STAGES

EYES = {
    "normal": np.eye(3),
    "red-blind": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "green-blind": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "blue-blind": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
"""Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB."""
TO_XYZ = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
]


def lab(colour, eye):
    part = np.array(to_rgb(colour))
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(EYES[eye]) @ linear, 0, 1)
    ratio = np.array(TO_XYZ) @ seen / [0.95047, 1, 1.08883]
    x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("ink", [INK, MUTED, style.BEFORE])
@pytest.mark.parametrize("ground", [CARD, style.BLANK])
def test_text_reads_on_its_ground(ink, ground):
    assert style.contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("points", range(2, 12))
@pytest.mark.parametrize("ramp", [BAD_TO_GOOD, STAGES])
def test_text_reads_in_every_bar(ramp, points):
    for colour in style.shades(ramp, points):
        assert style.contrast(style.ink_on(colour), colour) >= 4.5


@pytest.mark.parametrize("colour", [*GROUPS, style.NOW, style.BEFORE, style.GUIDE])
def test_marks_stand_out_on_the_card(colour):
    assert style.contrast(colour, CARD) >= 3


@pytest.mark.parametrize("eye", EYES)
def test_groups_differ_for_every_eye(eye):
    for one, other in combinations(GROUPS, 2):
        assert np.linalg.norm(lab(one, eye) - lab(other, eye)) >= 20


def test_groups_differ_in_grey_print():
    for one, other in combinations(GROUPS, 2):
        assert style.contrast(one, other) >= 1.25


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("ramp", [BAD_TO_GOOD, STAGES])
def test_classes_side_by_side_differ_for_every_eye(ramp, eye):
    for one, other in pairwise(ramp):
        assert np.linalg.norm(lab(one, eye) - lab(other, eye)) >= 20


def test_stages_grow_darker():
    lights = [style.luminance(colour) for colour in STAGES]
    assert lights == sorted(lights, reverse=True)


def test_there_is_a_marker_for_every_group():
    assert len(set(style.MARKERS)) == len(GROUPS) == 5


def test_the_look_leaves_no_trace():
    before = dict(matplotlib.rcParams)
    with style.look():
        assert matplotlib.rcParams["font.family"] == [style.FONT]
    assert dict(matplotlib.rcParams) == before


def test_type_is_large_enough():
    assert min(style.PAGE.text, style.PAGE.small) >= 10
    # A phone shows the narrow sheet 390 - 2 * 16 css pixels wide.
    assert style.PHONE.small * 358 / style.PHONE.width >= 8


def test_shades_end_where_the_ramp_ends():
    assert [shade.upper() for shade in style.shades(BAD_TO_GOOD, 5)] == list(BAD_TO_GOOD)
    assert len(style.shades(STAGES, 1)) == 1
