"""Parsers warn on the screen about damaged files; the log says what a user needs to know."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silenced(name: str) -> Iterator[None]:
    """Keep the warnings of a library off the screen for a while.

    Parameters
    ----------
    name : str
        Of the logger that it writes to.
    """
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
