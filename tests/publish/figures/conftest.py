"""Released frames as the figures get them, and ways to look at what was drawn."""

from collections.abc import Callable, Iterable
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from alliance_analytics.publish.figures.style import look

PILLARS = {
    "en": {
        "1": "Mindset focused on collaboration",
        "2": "Objective-bound playing field",
        "3": "Trust between partners",
        "4": "Cross-organisational dialogue",
        "5": "Organisational alliance structure",
        "6": "Transparency about results",
        "7": "Knowledge of the alliance",
        "8": "Unambiguous, inspiring objective",
    },
    "nl": {
        "1": "Op samenwerking gerichte houding",
        "2": "Doelgebonden speelveld",
        "3": "Vertrouwen tussen partners",
        "4": "Organisatieoverstijgende dialoog",
        "5": "Organisatorische alliantiestructuur",
        "6": "Transparantie over resultaten",
        "7": "Kennis van de alliantie",
        "8": "Eenduidige, inspirerende doelstelling",
    },
}
SECTORS = dict(
    zip("12345678", ["cultural"] * 2 + ["relational"] * 2 + ["procedural"] * 2 + ["content"] * 2, strict=True)
)
PARTNERS = {
    "a": "Gemeente Zuidwest-Friesland",
    "b": "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties, directie Digitale Overheid",
    "c": "Waterschap",
    "d": "Stichting Samenwerkende Zorgaanbieders Noordoost",
    "e": "Havenbedrijf",
    "f": "Provincie",
    "g": "Veiligheidsregio",
    "h": "Universiteit",
}
STATEMENTS = {
    "q1": "Our organisation gains enough from this alliance to keep investing in it",
    "q2": "In my own organisation the alliance is seen as a burden rather than a chance",
    "q3": "When something goes wrong, partners look for its cause together before they look for blame",
    "q4": "Agreements are kept",
}
ENDS = {
    "q1": ("resistance", "will"),
    "q2": ("resistance", "will"),
    "q3": ("solo", "together"),
    "q4": ("chaos", "order"),
}
STAGES = {
    "opportunism": "Opportunism",
    "procedure-oriented": "Procedure-oriented",
    "culturally-sensitive": "Culturally sensitive",
}
THEMES = {
    "trust_loyalty": "Trust and loyalty",
    "decision_making": "Quality of decision-making",
    "management_capability": "Alliance management capability",
    "flexibility": "Flexibility and dynamism",
}


def blanked(frame: pd.DataFrame, rows: Iterable[bool], numbers: list[str], reason: str) -> pd.DataFrame:
    """Return a frame whose ``rows`` are withheld the way the release plan does it."""
    hidden = pd.Series(list(rows), index=frame.index)
    frame = frame.copy()
    frame[numbers] = frame[numbers].mask(hidden)
    return frame.assign(shown=frame["shown"] & ~hidden, reason=frame["reason"].where(~hidden, reason))


def estimates_frame(
    wave: str = "2025",
    names: Iterable[str] = "12345678",
    hidden: str = "",
    empty: str = "",
    means: Iterable[float] = (3.7, 2.3, 4.2, 2.9, 3.5, 4.1, 3.4, 5.0),
    partner: str | None = None,
) -> pd.DataFrame:
    """Return released estimates of one wave and one group."""
    rows = [
        {
            "alliance": "a",
            "wave": wave,
            "partner": partner,
            "level": None,
            "scale": "pillar",
            "name": name,
            "n": 24.0,
            "mean": mean,
            "ci_low": mean - 0.3,
            "ci_high": min(5.0, mean + 0.3),
            "shown": True,
            "reason": "",
        }
        for name, mean in zip(names, means, strict=False)
    ]
    frame, numbers = pd.DataFrame(rows), ["n", "mean", "ci_low", "ci_high"]
    frame = blanked(frame, [name in hidden for name in frame["name"]], numbers, "too_few")
    return blanked(frame, [name in empty for name in frame["name"]], numbers, "no_answers")


def waves_frame(count: int, hidden: str = "", names: str = "1234") -> pd.DataFrame:
    """Return released estimates of some waves up to 2025; ``hidden`` pillars are hidden in the second."""
    years = [str(2026 - count + place) for place in range(count)]
    means = [3 + np.sin(place / 2 + np.arange(8)) for place in range(count)]
    return pd.concat(
        [
            estimates_frame(year, names, hidden if place == 1 else "", means=means[place])
            for place, year in enumerate(years)
        ],
        ignore_index=True,
    )


def answers_frame(hidden: str = "") -> pd.DataFrame:
    """Return released answer distributions of four statements, the second of them negative."""
    shares = [0.05, 0.1, 0.2, 0.4, 0.25]
    rows = [
        {
            "item": item,
            "wording": text,
            "direction": "negative" if item == "q2" else "positive",
            "n": 20.0,
            **{f"share_{place}": share for place, share in enumerate(shares, start=1)},
            "dont_know": 2.0,
            "not_answered": 1.0,
            "shown": True,
            "reason": "",
        }
        for item, text in STATEMENTS.items()
    ]
    frame = pd.DataFrame(rows)
    numbers = ["n", *(f"share_{place}" for place in range(1, 6)), "dont_know", "not_answered"]
    return blanked(frame, [item in hidden for item in frame["item"]], numbers, "item_below_ten")


def groups_frame(partners: Iterable[str], hidden: str = "") -> pd.DataFrame:
    """Return released estimates of some partners; ``hidden`` partners are hidden throughout."""
    return pd.concat(
        [
            estimates_frame(
                names="1234",
                means=[2 + place * 0.4] * 4,
                partner=partner,
                hidden="1234" if partner in hidden else "",
            )
            for place, partner in enumerate(partners)
        ],
        ignore_index=True,
    )


def response_frame(hidden: str = "") -> pd.DataFrame:
    """Return released response rates of the whole alliance and four partners."""
    counts = {None: (60, 40), "a": (12, 12), "b": (20, 9), "c": (8, 4), "d": (20, 15)}
    rows = [
        {
            "wave": "2025",
            "partner": partner,
            "level": None,
            "invited": float(invited),
            "answered": float(answered),
            "rate": answered / invited,
            "shown": True,
            "reason": "",
        }
        for partner, (invited, answered) in counts.items()
    ]
    frame = pd.DataFrame(rows)
    chosen = [partner is not None and str(partner) in hidden for partner in counts]
    return blanked(frame, chosen, ["invited", "answered", "rate"], "subtraction")


def stages_frame(count: int, unplaced: Iterable[int] = ()) -> pd.DataFrame:
    """Return stage shares of some waves up to 2025; those at the places ``unplaced`` were not placed."""
    rows = []
    for place in range(count):
        placed, shares = place not in unplaced, np.array([count - place, 3.0, place + 0.5])
        for stage, share in zip(STAGES, shares / shares.sum(), strict=True):
            numbers = {"share": share, "low": max(0, share - 0.1), "high": min(1, share + 0.1)}
            kept = numbers if placed else dict.fromkeys(numbers, np.nan)
            rows.append(
                {
                    "wave": str(2026 - count + place),
                    "stage": stage,
                    **kept,
                    "placed": placed,
                    "reason": "" if placed else "too_few_marks",
                }
            )
    return pd.DataFrame(rows)


def themes_frame(count: int, hidden: str = "") -> pd.DataFrame:
    """Return a theme trend of ``count`` waves up to 2025; ``hidden`` themes are hidden in both sources."""
    rows = []
    for place in range(count):
        wave, score = str(2026 - count + place), 3 + 0.1 * place
        for theme in THEMES:
            shared = {"wave": wave, "theme": theme, "shown": True, "reason": ""}
            rows.append(
                {**shared, "source": "statements", "value": score, "low": score - 0.3, "high": score + 0.3}
            )
            rows.append(
                {**shared, "source": "reports", "value": 0.2, "enabler": 6.0 + place, "constraint": 4.0}
            )
    frame = pd.DataFrame(rows)
    numbers = ["value", "low", "high", "enabler", "constraint"]
    return blanked(frame, [theme == hidden for theme in frame["theme"]], numbers, "too_few")


def texts(figure: Figure) -> list[Text]:
    """Return every text that is drawn, with its place on the page laid out."""
    with look():
        FigureCanvasAgg(figure).draw()
    return [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]


def words(figure: Figure) -> list[str]:
    """Return every word that is drawn."""
    return [text.get_text() for text in texts(figure)]


def drawn(figure: Figure, label: str) -> list[Artist]:
    """Return the artists of every chart with a label."""
    return [
        artist for axes in figure.axes for artist in axes.get_children() if str(artist.get_label()) == label
    ]


def labels(figure: Figure) -> set[str]:
    """Return the labels of everything drawn in the charts."""
    return {str(artist.get_label()) for axes in figure.axes for artist in axes.get_children()}


def _ink(text: Text, figure: Figure) -> Bbox:
    # A text's own box holds its leading; the ink is about as high as the type size.
    box, ink = text.get_window_extent(), text.get_size() * figure.dpi / 72
    middle = (box.y0 + box.y1) / 2
    return Bbox.from_extents(box.x0 + 0.5, middle - ink * 0.45, box.x1 - 0.5, middle + ink * 0.45)


def collisions(figure: Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts that overlap."""
    boxes = [(text.get_text(), _ink(text, figure)) for text in texts(figure)]
    return [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)]


def outside(figure: Figure) -> list[str]:
    """Return the texts that leave the card."""
    card = figure.bbox
    found = [(text.get_text(), _ink(text, figure)) for text in texts(figure)]
    return [
        text
        for text, box in found
        if box.x0 < card.x0 or box.x1 > card.x1 or box.y0 < card.y0 or box.y1 > card.y1
    ]


@pytest.fixture(scope="session")
def make() -> type:
    """Makers of released frames, and the names that belong to them."""

    class Make:
        pillars, sectors, partners = PILLARS, SECTORS, PARTNERS
        statements, ends, stages_named, themes_named = STATEMENTS, ENDS, STAGES, THEMES
        estimates = staticmethod(estimates_frame)
        waves = staticmethod(waves_frame)
        answers = staticmethod(answers_frame)
        groups = staticmethod(groups_frame)
        response = staticmethod(response_frame)
        stages = staticmethod(stages_frame)
        themes = staticmethod(themes_frame)

    return Make


@pytest.fixture(scope="session")
def see() -> type:
    """Ways to look at a figure: its words, its labelled artists, its collisions."""

    class See:
        words: Callable[[Figure], list[str]] = staticmethod(words)
        texts = staticmethod(texts)
        drawn = staticmethod(drawn)
        labels = staticmethod(labels)
        collisions = staticmethod(collisions)
        outside = staticmethod(outside)

    return See
