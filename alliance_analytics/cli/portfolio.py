"""``alliance portfolio``: where all alliances stand, which needs attention first, and how sure that is."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format, Language, WorkspaceFolder
from alliance_analytics.cli.printing import print_rows, rows_as_text
from alliance_analytics.errors import ParameterError

if TYPE_CHECKING:
    from alliance_analytics.review.portfolio import Portfolio


class PortfolioFormat(StrEnum):
    """Formats of a portfolio."""

    table = "table"
    csv = "csv"
    json = "json"
    html = "html"


@app.command(short_help="Show all alliances side by side, the one most in need first.")
@told_plainly
def portfolio(
    workspace: WorkspaceFolder,
    format: Annotated[PortfolioFormat, typer.Option(help="What to write.")] = PortfolioFormat.table,  # noqa: A002 - the option's name
    out: Annotated[
        Path | None, typer.Option(help="The file; printed when left out, or portfolio.html for a page.")
    ] = None,
    language: Annotated[Language | None, typer.Option(help="The workspace's own when left out.")] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Day from which revisits are overdue, YYYY-MM-DD; today when left out.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Rank all alliances by need with the doubt of each rank, beside the front door and its warnings.

    Means are pooled: those of few people are drawn towards the portfolio. Only released numbers are used.
    Exit status: 0 when every alliance could be read, 1 when some could not.
    """
    from alliance_analytics.review.portfolio import portfolio as opened
    from alliance_analytics.review.portfolio_store import kept_or_measured

    found = opened(workspace, str(language) if language else "", _day(as_of), kept_or_measured)
    _write(found, format, out)
    for problem in found.problems:
        typer.echo(str(problem), err=True)
    failed = [each for each in found.measured if each.problem]
    for each in failed:
        typer.echo(f"{each.alliance}: {each.problem}", err=True)
    raise typer.Exit(int(bool(failed)))


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ParameterError(
            "The day cannot be understood.", found=text, allowed="YYYY-MM-DD", remedy="Write the year first."
        ) from error


def _write(found: Portfolio, kind: PortfolioFormat, out: Path | None) -> None:
    from alliance_analytics.publish.page.writing import put_beside
    from alliance_analytics.review.portfolio_rows import flat_rows, overall_rows, portfolio_rows

    if kind is PortfolioFormat.html:
        from alliance_analytics.review.portfolio_page import portfolio_page

        target = out or Path("portfolio.html")
        put_beside(target, portfolio_page(found).encode())
        typer.echo(f"{target}: {len(found.measured)} alliances")
        return
    make = {PortfolioFormat.json: portfolio_rows, PortfolioFormat.csv: flat_rows}.get(kind, overall_rows)
    if out is None:
        print_rows(make(found), Format(str(kind)))
        return
    put_beside(out, rows_as_text(make(found), Format(str(kind))).encode())
    typer.echo(f"{out}: {len(found.measured)} alliances")
