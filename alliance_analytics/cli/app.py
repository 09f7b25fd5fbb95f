"""The application that commands join, and how each of them tells a user what to mend."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import typer
from rich.console import Console

from alliance_analytics.errors import AllianceError

app = typer.Typer(
    help="Find out, honestly and early, whether organisations that work together work together.",
    epilog="Start: alliance demo world, then alliance check world, then alliance review world.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def told_plainly(command: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Make a command say what a user can mend, instead of a traceback; exit status 2."""

    @wraps(command)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        try:
            return command(*args, **kwargs)
        except AllianceError as error:
            if kwargs.get("debug"):
                raise
            Console(stderr=True, soft_wrap=True).print(
                str(error), style="bold red", markup=False, highlight=False
            )
            raise typer.Exit(2) from error

    return run
