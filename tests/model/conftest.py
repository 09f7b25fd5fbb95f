"""Files of the model as an organisation might change them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from alliance_analytics.model.loading import packaged, read_yaml

Alter = Callable[[str, Callable[[Any], object]], Path]


@pytest.fixture
def altered(tmp_path: Path) -> Alter:
    """Return a function that writes a copy of a shipped file, after one change to its content."""

    def write(name: str, change: Callable[[Any], object]) -> Path:
        content = read_yaml(packaged(name))
        change(content)
        path = tmp_path / name
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return path

    return write
