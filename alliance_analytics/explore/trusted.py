"""What the release plan hides, for the analyst's own eyes: served by the kernel, kept nowhere.

Whatever a notebook shows can be saved with it. So nothing of this is shown *in* the notebook: a frame holds
only an address on this computer, with a secret in it, and the kernel answers it as long as it runs. Who opens
the saved notebook elsewhere, or later, sees an empty frame and the words *not for sharing*, which an audit
refuses.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pandas as pd

from alliance_analytics.errors import DisclosureError
from alliance_analytics.publish.wording import Words, number, words
from alliance_analytics.review.study import Study
from alliance_analytics.workspace import Workspace

HERE = "127.0.0.1"
HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}
STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 1rem; color: #1a1a1a; background: #fff8e6; }
strong { text-transform: uppercase; letter-spacing: .08em; color: #8a1c00; }
table { border-collapse: collapse; }
th, td { padding: .2rem .8rem; text-align: left; border-bottom: 1px solid #ccc; }
td { text-align: right; }
"""


def refuse_without_consent(workspace: Workspace) -> None:
    """Raise an error unless ``workspace.yml`` lets analysts look before the release plan.

    Raises
    ------
    DisclosureError
        If it does not.
    """
    if not workspace.settings.trusted:
        raise DisclosureError(
            "This workspace does not consent to a look before the release plan.",
            where="workspace.yml",
            allowed="trusted: true",
            remedy="Ask who is responsible for the answers; only then write trusted: true.",
        )


def trusted_page(study: Study, scale: str) -> str:
    """Return means before the release plan as a page that says, above and below, that it is not for sharing.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    scale : str
        dimension, pillar or theme.

    Raises
    ------
    DisclosureError
        If the workspace does not consent.
    """
    refuse_without_consent(study.workspace)
    say = words("explorer", study.language)
    mark = f"<p><strong>{escape(say('trusted.mark'))}</strong></p>"
    title = escape(f"{say('trusted.title')}: {study.title}, {study.wave}")
    return (
        f'<!DOCTYPE html><html lang="{study.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body>{mark}<h1>{title}</h1><p>{escape(say('trusted.why'))}</p>"
        f"{_table(study, scale, say)}{mark}</body></html>"
    )


@dataclass
class Window:
    """A frame that shows the newest page while this kernel runs, and holds no number itself."""

    _pages: dict[str, bytes] = field(init=False, repr=False, default_factory=dict)

    def show(self, study: Study, scale: str) -> str:
        """Return the frame, as HTML, with :func:`trusted_page` in it; what it showed before is gone.

        Raises
        ------
        DisclosureError
            If the workspace does not consent.
        """
        page, say = trusted_page(study, scale), words("explorer", study.language)
        mark = say("trusted.mark")
        return f"<p><strong>{escape(mark)}</strong></p>{self.frame(page, mark)}"

    def frame(self, page: str, title: str, height: int = 520) -> str:
        """Return a frame, as HTML, with a page in it; what it held before is gone."""
        address = f"/{secrets.token_urlsafe(32)}"
        self._pages.clear()
        self._pages[address] = page.encode()
        place = f'src="http://{HERE}:{self._server.server_port}{address}" title="{escape(title)}"'
        look = f'height="{height}" style="width: 100%; box-sizing: border-box; border: 1px solid #888"'
        return f"<iframe {place} {look} sandbox></iframe>"

    @cached_property
    def _server(self) -> ThreadingHTTPServer:
        server = ThreadingHTTPServer((HERE, 0), partial(_Page, self._pages))
        Thread(target=server.serve_forever, daemon=True).start()
        return server


class _Page(BaseHTTPRequestHandler):
    """Answers one address, which nobody can guess, with one page, and every other with nothing."""

    def __init__(self, pages: dict[str, bytes], *given: Any) -> None:
        self.pages = pages
        super().__init__(*given)

    def do_GET(self) -> None:
        """Answer the one address with the page that it holds, and let nobody keep a copy."""
        page = self.pages.get(self.path)
        self.send_response(404 if page is None else 200)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, *_: object) -> None:
        """Write nothing: the address is a secret."""


def _table(study: Study, scale: str, say: Words) -> str:
    table = study.history.now.estimates
    rows = table[(table["scale"] == scale) & table["link"].isna()]
    columns = ("scale", "group", "mean", "interval", "n")
    head = "".join(f'<th scope="col">{escape(say(f"trusted.column.{name}"))}</th>' for name in columns)
    body = "".join(_row(study, row, say) for _, row in rows.iterrows())
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(study: Study, row: pd.Series, say: Words) -> str:
    named = (row["partner"], study.labels.levels.get(row["level"], row["level"]))
    group = " · ".join(str(name) for name in named if pd.notna(name))
    mean, low, high = (_shown(row[name], study.language, say) for name in ("mean", "ci_low", "ci_high"))
    cells = (mean, say("trusted.to", low=low, high=high), str(int(row["n"])))
    names = (study.labels.of(row["scale"])[row["name"]], group or say("trusted.everybody"))
    heads = "".join(f'<th scope="row">{escape(name)}</th>' for name in names)
    return f"<tr>{heads}{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _shown(value: float, language: str, say: Words) -> str:
    return say("trusted.unknown") if pd.isna(value) else number(value, 2, language)
