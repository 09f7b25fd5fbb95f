"""The reader's own browser, found and run without a window and without a network.

Any browser of the Chromium family will do: Debian's, Chrome, Edge, or the one ``ALLIANCE_BROWSER`` names.
Nothing of the project needs one, except the PDF twin of a page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from alliance_analytics.errors import PageError

VARIABLE = "ALLIANCE_BROWSER"
"""The environment variable that names a browser: a command, or a whole path."""
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Where browsers stand that are on no search path."""
QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Nobody listens there: whatever a page or the browser itself asks for is refused at once.
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
)
PATIENCE = 120
"""Seconds after which a browser that gives no answer is stopped."""


def find_browser(environment: Mapping[str, str] | None = None) -> Path:
    """Return the browser to use: the one named in ``ALLIANCE_BROWSER``, or the first that is found.

    Parameters
    ----------
    environment : mapping of str to str, optional
        Environment variables; those of the process when left out.

    Raises
    ------
    PageError
        If there is none, or the one named does not exist.
    """
    given = os.environ if environment is None else environment
    named = given.get(VARIABLE, "")
    candidates = (named,) if named else (*COMMANDS, *PLACES)
    found = next(filter(None, (shutil.which(each, path=given.get("PATH")) for each in candidates)), None)
    if found is None:
        raise PageError(
            "The browser that was named is not there." if named else "No browser was found.",
            where=VARIABLE if named else None,
            found=Path(named).name or None,
            allowed="Chromium, Chrome or Edge",
            remedy=f"Install one, or name its program in the environment variable {VARIABLE}.",
        )
    return Path(found)


def run_browser(options: Sequence[str], address: str, *, browser: Path | None = None) -> str:
    """Open an address without a window or a network, and return what the browser printed.

    Parameters
    ----------
    options : sequence of str
        What to do with the page, such as ``--dump-dom``.
    address : str
        Of a file (``file://``).
    browser : Path, optional
        The program; found when left out.

    Raises
    ------
    PageError
        If there is no browser, or it fails or gives no answer in two minutes.
    """
    program = browser or find_browser()
    # A profile of its own: nothing of the user's is read, and nothing stays.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and the options are ours
                [str(program), *quiet_options(Path(profile)), *options, address],
                capture_output=True,
                timeout=PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise PageError(
                "The browser did not do its work.",
                where=program.name,
                found=type(error).__name__,
                remedy=f"Open it by hand to see what is wrong, or name another in {VARIABLE}.",
            ) from error
    return done.stdout.decode("utf-8", "replace")


def quiet_options(profile: Path) -> list[str]:
    """Return the options for a browser without window, network and memory, with an empty profile folder."""
    # A browser refuses its sandbox to the administrator, who in practice is a container.
    rootless = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [*QUIET, *rootless, f"--user-data-dir={profile}"]
