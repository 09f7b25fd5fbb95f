"""A notebook as layers: every cell, every output in every format, and the state of widgets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from alliance_analytics.publish.audit.layer import Carried, Layer, Piece, Place, beneath

VIEW = "application/vnd.jupyter.widget-view+json"
REFERENCE = "IPY_MODEL_"
"""Before the name of a widget that another one refers to."""
MARKUP = ("text/html", "image/svg+xml")


def is_notebook(content: Any) -> bool:
    """Return whether what was read as JSON is a notebook."""
    return isinstance(content, dict) and isinstance(content.get("cells"), list)


def read_notebook(inside: str, notebook: dict[str, Any]) -> Layer:
    """Return the layer of a notebook; its outputs of HTML and SVG are carried documents."""
    layer = Layer()
    notebook = _without(_widgets(notebook), notebook)
    for number, cell in enumerate(notebook["cells"], 1):
        where = beneath(inside, f"cell {number}")
        rest = {name: part for name, part in cell.items() if name not in ("source", "outputs")}
        _take(layer, where, joined(cell.get("source", "")), "prose")
        _take(layer, beneath(where, "metadata"), rest, "metadata")
        for output in cell.get("outputs", []):
            _output(layer, beneath(where, "output"), output)
    _take(layer, beneath(inside, "metadata"), notebook.get("metadata", {}), "metadata")
    return layer


def _widgets(notebook: dict[str, Any]) -> frozenset[str]:
    """Return the names of a notebook's widgets: drawn by chance, so that some look like a bank account."""
    kept = notebook.get("metadata", {}).get("widgets", {}).values()
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    shown = [output.get("data", {}).get(VIEW, {}).get("model_id", "") for output in outputs]
    return frozenset(chain(shown, *(each.get("state", {}) for each in kept))) - {""}


def _without(names: frozenset[str], content: Any) -> Any:
    """Return a notebook with its widgets numbered instead of named."""
    numbers = {name: str(number) for number, name in enumerate(sorted(names))}

    def numbered(part: Any) -> Any:
        if isinstance(part, dict):
            return {numbered(name): numbered(each) for name, each in part.items()}
        if isinstance(part, list):
            return [numbered(each) for each in part]
        return numbers.get(part.removeprefix(REFERENCE), part) if isinstance(part, str) else part

    return numbered(content)


def read_json(inside: str, content: Any) -> Layer:
    """Return the layer of any JSON: its texts and the names of its parts, and what looks like markup."""
    layer = Layer()
    _take(layer, inside, content, "text")
    return layer


def joined(text: Any) -> str:
    """Return the text of a cell or an output, which a notebook may keep as a list of lines."""
    return "".join(map(str, text)) if isinstance(text, list) else str(text)


def _output(layer: Layer, where: str, output: dict[str, Any]) -> None:
    for kind, value in output.get("data", {}).items():
        place = beneath(where, kind)
        if kind in MARKUP:
            layer.carried.append(Carried(place, kind, joined(value).encode()))
        elif kind.startswith("text/"):
            layer.pieces.append(Piece(place, "prose", joined(value)))
        else:
            _take(layer, place, value, "text")
    rest = {name: part for name, part in output.items() if name != "data"}
    if "text" in rest:
        rest["text"] = joined(rest["text"])
    _take(layer, where, rest, "prose")


def _take(layer: Layer, where: str, content: Any, place: Place) -> None:
    """Keep every text of something that was JSON; what looks like markup is a document of its own."""
    for text in _texts(content):
        if text.lstrip()[:1] == "<" and ">" in text:
            layer.carried.append(Carried(where, "text/html", text.encode()))
        else:
            layer.pieces.append(Piece(where, place, text))


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        for name, part in content.items():
            yield str(name)
            yield from _texts(part)
    elif isinstance(content, list):
        if content and all(isinstance(part, int | float | None) for part in content):
            yield json.dumps(content)
        else:
            for part in content:
                yield from _texts(part)
    elif isinstance(content, str):
        yield content
    elif content is not None:
        yield str(content)
