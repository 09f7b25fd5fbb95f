"""From the exhibits of a notebook to its page and slides; one that is not shown carries their settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.notebook import settings_of
from alliance_analytics.publish.page.render import render_page
from alliance_analytics.publish.page.slides import render_slides

ANCHOR = "page-settings"


def page_settings(
    title: str,
    language: str,
    *,
    alliance: str,
    wave: str,
    sections: Mapping[str, str],
    provenance: Mapping[str, str],
    synthetic: bool,
    beside: Mapping[str, str] | None = None,
) -> Exhibit:
    """Return the exhibit that says how the page is put together.

    Parameters
    ----------
    title, language, alliance, wave
        Of the page; ``alliance`` as readers call it.
    sections : mapping of str to str
        Section id to title, in the order of the page.
    provenance : mapping of str to str
        What the page was made of, part by part.
    synthetic : bool
        Whether the data are invented.
    beside : mapping of str to str, optional
        What goes out beside the page, see :mod:`alliance_analytics.publish.sharing.companions`.
    """
    settings = {
        "title": title,
        "alliance": alliance,
        "wave": wave,
        "synthetic": "yes" if synthetic else "",
        **_numbered("section", sections),
        **_numbered("provenance", provenance),
        **(beside or {}),
    }
    return Exhibit(ANCHOR, ANCHOR, title, language=language, settings=settings)


def page_from(exhibits: Sequence[Exhibit]) -> str:
    """Return the page that a notebook's exhibits make.

    Raises
    ------
    PageError
        If no exhibit, or more than one, carries the settings.
    """
    return render_page(exhibits, **_frame(exhibits))


def slides_from(exhibits: Sequence[Exhibit]) -> str:
    """Return the slides that a notebook's exhibits make: one HTML document, as free of scripts as the page.

    Raises
    ------
    PageError
        If no exhibit, or more than one, carries the settings.
    """
    return render_slides(exhibits, **_frame(exhibits))


class _Frame(TypedDict):
    title: str
    language: str
    alliance: str
    wave: str
    sections: Mapping[str, str]
    provenance: Mapping[str, str]
    synthetic: bool


def _frame(exhibits: Sequence[Exhibit]) -> _Frame:
    settings = settings_of(tuple(exhibits))
    return _Frame(
        title=settings["title"],
        language=next(exhibit.language for exhibit in exhibits if exhibit.settings),
        alliance=settings["alliance"],
        wave=settings["wave"],
        sections=_under("section", settings),
        provenance=_under("provenance", settings),
        synthetic=bool(settings["synthetic"]),
    )


def _numbered(kind: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts under keys that sort in their order: a notebook file keeps no other."""
    return {f"{kind}:{place:02d}:{name}": text for place, (name, text) in enumerate(texts.items())}


def _under(kind: str, settings: Mapping[str, str]) -> dict[str, str]:
    chosen = sorted(name for name in settings if name.startswith(f"{kind}:"))
    return {name.split(":", 2)[2]: settings[name] for name in chosen}
