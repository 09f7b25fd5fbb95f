"""The project's notebooks, and the parameters that each declares.

Parameters are read here without a kernel and without papermill, whose import would cost more than all that is
done here; a test holds the two against each other.
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
import tokenize
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from alliance_analytics.errors import ParameterError, WorkspaceError, did_you_mean

PLACES = (
    Path(__file__).resolve().parents[2] / "notebooks",
    Path(sys.prefix) / "share" / "alliance_analytics" / "notebooks",
)
"""A checkout, then an installation."""
TAG = "parameters"
TYPED = re.compile(r"#\s*type:\s*(?P<kind>[^\s]+)\s*(?P<help>.*)")
KINDS: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool}
WORDS = {"true": True, "yes": True, "false": False, "no": False}


def notebook_named(stem: str) -> Path:
    """Return the notebook whose name ends in ``stem``, e.g. ``'annual-review'``.

    Raises
    ------
    WorkspaceError
        If it is neither in the checkout nor in the installation.
    """
    found = [path for place in PLACES for path in sorted(place.glob(f"*{stem}.ipynb"))]
    if not found:
        raise WorkspaceError(
            "A notebook is missing.",
            found=stem,
            allowed="a file in notebooks/ of the checkout or the installation",
            remedy="Install the project again.",
        )
    return found[0]


def declared_parameters(notebook: Path) -> dict[str, dict[str, Any]]:
    """Return parameter name to what its cell says of it: name, default (as written), type and help."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    tagged = (cell for cell in cells if TAG in cell["metadata"].get("tags", []))
    source = "".join(next(tagged, {"source": ""})["source"])
    comments = dict(_comments(source))
    return {
        name: {"name": name, "inferred_type_name": kind, "default": default, "help": told}
        for name, kind, default, told in _assigned(source, comments)
    }


def refuse_undeclared(notebook: Path, parameters: Mapping[str, object]) -> None:
    """Refuse parameters that the notebook does not declare; papermill alone would run without a word.

    Raises
    ------
    ParameterError
        With the nearest right name; or if a value is not of the type declared.
    """
    declared = declared_parameters(notebook)
    for name, value in parameters.items():
        if name not in declared:
            raise ParameterError(
                "The notebook has no such parameter.",
                where=notebook.name,
                found=name,
                allowed=", ".join(declared),
                remedy=did_you_mean(name, declared),
            )
        _refuse_type(notebook, declared[name], value)


def parsed_parameters(notebook: Path, given: Mapping[str, str]) -> dict[str, Any]:
    """Return parameters that were typed as text, as the types that the notebook declares.

    Raises
    ------
    ParameterError
        If a name is unknown or a text cannot be read as the type.
    """
    declared = declared_parameters(notebook)
    refuse_undeclared(notebook, {name: _default(declared.get(name)) for name in given})
    return {name: _parsed(notebook, declared[name], text) for name, text in given.items()}


def _default(declared: Mapping[str, Any] | None) -> object:
    return ast.literal_eval(declared["default"]) if declared else None


def _parsed(notebook: Path, declared: Mapping[str, Any], text: str) -> Any:
    kind = KINDS.get(declared["inferred_type_name"], str)
    try:
        return WORDS[text.lower()] if kind is bool else kind(text)
    except (KeyError, ValueError) as error:
        raise _wrong_type(notebook, declared, text) from error


def _refuse_type(notebook: Path, declared: Mapping[str, Any], value: object) -> None:
    kind = KINDS.get(declared["inferred_type_name"])
    fits = kind is None or type(value) is kind or (kind is float and type(value) is int)
    if not fits:
        raise _wrong_type(notebook, declared, value)


def _wrong_type(notebook: Path, declared: Mapping[str, Any], value: object) -> ParameterError:
    return ParameterError(
        "A parameter has a value of another type.",
        where=f"{notebook.name}, {declared['name']} ({declared['help']})",
        found=repr(value),
        allowed=declared["inferred_type_name"],
    )


def _comments(source: str) -> Iterator[tuple[int, str]]:
    """Yield line number and comment."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _assigned(source: str, comments: Mapping[int, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, type, default and help of each assignment."""
    for line in ast.parse(source).body:
        if isinstance(line, ast.Assign | ast.AnnAssign) and line.value is not None:
            target = line.targets[0] if isinstance(line, ast.Assign) else line.target
            typed = TYPED.match(comments.get(line.end_lineno or line.lineno, ""))
            hint = ast.unparse(line.annotation) if isinstance(line, ast.AnnAssign) else "None"
            default = ast.get_source_segment(source, line.value) or ""
            kind, told = (typed["kind"], typed["help"]) if typed else (hint, "")
            yield ast.unparse(target), kind, default, told
