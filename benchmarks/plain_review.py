"""One review in plain Python, without Jupyter: the same cells and page. No runner can go below it.

Run ``python -m benchmarks.plain_review NOTEBOOK WORKSPACE ALLIANCE``.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_from


def main(notebook: str, workspace: str, alliance: str) -> None:
    """Run the cells and make the page."""
    shown: list[Exhibit] = []

    def display(*exhibits: Exhibit) -> None:
        shown.extend(exhibits)

    names: dict[str, Any] = {"display": display, "print": lambda *_: None}
    for cell in json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            run("".join(cell["source"]), names, shown)
        if "parameters" in cell["metadata"].get("tags", []):
            names |= {"workspace": workspace, "alliance": alliance}
    print(len(page_from(shown)))


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
