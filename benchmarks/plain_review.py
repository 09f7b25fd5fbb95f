"""Reviews in plain Python, without Jupyter: the same cells, page and checks. No runner can go below it.

Run ``python -m benchmarks.plain_review NOTEBOOK WORKSPACE ALLIANCE ...``; it prints the seconds of the
processor that each review took. The first one reads what all others share.
"""

from __future__ import annotations

import ast
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_from
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.review.auditing.auditing import audit_contents, sentences
from alliance_analytics.review.recording import record_review


def main(notebook: str, workspace: str, *alliances: str) -> None:
    """Make the reviews one after the other, and say what each took."""
    cells = json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]
    for alliance in alliances:
        start = time.process_time()
        review(cells, workspace, alliance)
        print(time.process_time() - start)


def review(cells: list[dict[str, Any]], workspace: str, alliance: str) -> None:
    """Run the cells, make the page, and check it as the runner does."""
    shown: list[Exhibit] = []

    def display(*exhibits: Exhibit) -> None:
        shown.extend(exhibits)

    names: dict[str, Any] = {"display": display, "print": lambda *_: None}
    for cell in cells:
        if cell["cell_type"] == "code":
            run("".join(cell["source"]), names, shown)
        if "parameters" in cell["metadata"].get("tags", []):
            names |= {"workspace": workspace, "alliance": alliance}
    page = page_from(shown)
    refuse_leaks(page, (workspace,))
    study = names["study"]
    own = replace(study.workspace, folders={alliance: study.workspace.folders[alliance]})
    if found := sentences(audit_contents({"page.html": page.encode()}, own)):
        raise SystemExit(" ".join(found))
    record_review(study)


def run(source: str, names: dict[str, Any], shown: list[Exhibit]) -> None:
    """Run a cell; what its last line says is shown."""
    body = ast.parse(source).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "<cell>", "exec"), names)
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
        if isinstance(value, Exhibit):
            shown.append(value)


if __name__ == "__main__":
    main(*sys.argv[1:])
