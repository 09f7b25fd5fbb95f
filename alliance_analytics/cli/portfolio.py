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
    from alliance_analytics.review.portfolio.portfolio import Portfolio


PAGE = Path("portfolio.html")


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
        str | None,
        typer.Option(help="Day (YYYY-MM-DD) from which revisits are overdue; today when left out."),
    ] = None,
    debug: Debug = False,
) -> None:
    """Rank all alliances by need with the doubt of each rank, beside the front door and its warnings.

    Means are pooled: those of few people are drawn towards the portfolio. Only released numbers are used.
    Exit status: 0 when every alliance could be read, 1 when some could not.
    """
    day, spoken = _day(as_of), str(language) if language else ""
    if format is PortfolioFormat.html and _write_kept(workspace, spoken, day, out):
        return
    from alliance_analytics.review.portfolio.portfolio import portfolio as opened
    from alliance_analytics.review.portfolio.store import kept_or_measured

    found = opened(workspace, spoken, day, kept_or_measured)
    if format is PortfolioFormat.html:
        _write_page(found, spoken, out)
    else:
        _write_rows(found, format, out)
    for problem in found.problems:
        typer.echo(str(problem), err=True)
    failed = [each for each in found.measured if each.problem]
    for each in failed:
        typer.echo(f"{each.alliance}: {each.problem}", err=True)
    raise typer.Exit(int(bool(failed)))


def _day(text: str | None) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text) if text else datetime.date.today()
    except ValueError as error:
        raise ParameterError(
            "The day cannot be understood.", found=text, allowed="YYYY-MM-DD", remedy="Write the year first."
        ) from error


def _write_kept(workspace: Path, language: str, day: datetime.date, out: Path | None) -> bool:
    """Write the page that was kept, if nothing changed since; return whether it was there."""
    from alliance_analytics.publish.page.writing import put_beside
    from alliance_analytics.review.portfolio.kept import kept_page, page_key

    if not workspace.is_dir():  # told by whoever opens it
        return False
    page = kept_page(workspace, page_key(workspace, language, day.isoformat()))
    if page is None:
        return False
    put_beside(out or PAGE, page)
    typer.echo(f"{out or PAGE}: unchanged")
    return True


def _write_page(found: Portfolio, language: str, out: Path | None) -> None:
    from alliance_analytics.publish.page.writing import put_beside
    from alliance_analytics.review.portfolio.kept import keep_page, page_key
    from alliance_analytics.review.portfolio.page import portfolio_page

    page, root = portfolio_page(found).encode(), found.workspace.root
    put_beside(out or PAGE, page)
    if not found.problems and not any(each.problem for each in found.measured):
        keep_page(root, page_key(root, language, found.today.isoformat()), page)
    typer.echo(f"{out or PAGE}: {len(found.measured)} alliances")


def _write_rows(found: Portfolio, kind: PortfolioFormat, out: Path | None) -> None:
    from alliance_analytics.publish.page.writing import put_beside
    from alliance_analytics.review.portfolio.rows import flat_rows, overall_rows, portfolio_rows

    make = {PortfolioFormat.json: portfolio_rows, PortfolioFormat.csv: flat_rows}.get(kind, overall_rows)
    if out is None:
        print_rows(make(found), Format(str(kind)))
        return
    put_beside(out, rows_as_text(make(found), Format(str(kind))).encode())
    typer.echo(f"{out}: {len(found.measured)} alliances")
