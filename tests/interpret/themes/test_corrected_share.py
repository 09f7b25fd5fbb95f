import numpy as np
import pytest

from alliance_analytics.interpret.themes.corrected_share import FEWEST, corrected_share


def test_a_perfect_coder_is_hardly_corrected() -> None:
    found = corrected_share(30, 100, hits=(500, 500), rejections=(500, 500))
    assert found.estimate == pytest.approx(0.30)
    assert found.low < 0.30 < found.high


def test_the_estimate_is_that_of_rogan_and_gladen() -> None:
    found = corrected_share(40, 100, hits=(80, 100), rejections=(90, 100))
    assert found.estimate == pytest.approx((0.40 + 0.90 - 1) / (0.80 + 0.90 - 1))


@pytest.mark.parametrize(("truth", "with_theme"), [(0.25, 40), (0.15, FEWEST)])
def test_the_interval_covers_what_simulation_made(truth: float, with_theme: int) -> None:
    random = np.random.default_rng(5)
    sensitivity, specificity = 0.7, 0.9
    seen = truth * sensitivity + (1 - truth) * (1 - specificity)
    covered = 0
    for _ in range(300):
        hits, left = random.binomial(with_theme, sensitivity), random.binomial(80, specificity)
        found = corrected_share(
            int(random.binomial(200, seen)), 200, hits=(int(hits), with_theme), rejections=(int(left), 80)
        )
        covered += found.low <= truth <= found.high
    assert covered / 300 > 0.9


@pytest.mark.parametrize(
    ("n", "hits", "rejections", "reason"),
    [
        (0, (20, 20), (20, 20), "no_passages"),
        (50, (4, 4), (20, 20), "few_coded"),
        (50, (10, 20), (10, 20), "no_better_than_chance"),
    ],
)
def test_what_cannot_be_told_has_a_reason(
    n: int, hits: tuple[int, int], rejections: tuple[int, int], reason: str
) -> None:
    found = corrected_share(0, n, hits=hits, rejections=rejections)
    assert np.isnan(found.estimate)
    assert found.reason == reason
