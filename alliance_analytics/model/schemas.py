"""The shape of every file of the model, as JSON Schema, for editors and for whoever writes their own file.

The classes are the truth and the schemas are made from them; a test keeps the two in step. What a schema
cannot say, such as which ids belong together, the loaders check.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from alliance_analytics.errors import ModelError, did_you_mean
from alliance_analytics.model.answer_scales import AnswerScales
from alliance_analytics.model.building_blocks import BuildingBlocks
from alliance_analytics.model.codebook import CodebookFile, CueText
from alliance_analytics.model.dimensions import Dimensions
from alliance_analytics.model.formation import Formation
from alliance_analytics.model.front_door import FrontDoor
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.label_families import LabelFamilies
from alliance_analytics.model.loading import packaged
from alliance_analytics.model.platform_headings import PlatformHeadings
from alliance_analytics.model.questionnaire import QuestionnaireTexts
from alliance_analytics.model.release_rule import ReleaseRule
from alliance_analytics.model.stages import StageModel
from alliance_analytics.model.themes import Themes

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: dict[str, type[BaseModel]] = {
    "answer_scales": AnswerScales,
    "building_blocks": BuildingBlocks,
    "codebook": CodebookFile,
    "dimensions": Dimensions,
    "ecosystem": StageModel,
    "formation": Formation,
    "front_door": FrontDoor,
    "instrument": Instrument,
    "label_families": LabelFamilies,
    "platform_headings": PlatformHeadings,
    "questionnaire": QuestionnaireTexts,
    "release_rule": ReleaseRule,
    "stages": StageModel,
    "themes": Themes,
}
"""Name of a kind of file to the class it is read into."""

SHORTHANDS: dict[type[BaseModel], JsonSchemaValue] = {CueText: {"type": "string"}}
"""Class of an entry to a shorter way in which it may be written, too."""


class _WithShorthands(GenerateJsonSchema):
    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a class, or of its shorthand."""
        whole = super().model_schema(schema)
        short = SHORTHANDS.get(schema["cls"])
        return {"anyOf": [short, whole]} if short else whole


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file.

    Parameters
    ----------
    name : str
        A key of ``KINDS``, e.g. ``'themes'``.

    Raises
    ------
    ModelError
        If there is no such kind of file.
    """
    if name not in KINDS:
        raise ModelError("There is no such kind of model file.", found=name, remedy=did_you_mean(name, KINDS))
    return {"$schema": DIALECT, **KINDS[name].model_json_schema(schema_generator=_WithShorthands)}


def schema_text(name: str) -> str:
    """Return the JSON Schema of a kind of file as it is written, with a line break at its end."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def schema_path(name: str, folder: Path | None = None) -> Path:
    """Return where the schema of a kind of file stands: in ``folder``, or shipped with the package."""
    return (folder or packaged("schemas")) / f"{name}.schema.json"


def write_schemas(folder: Path | None = None) -> tuple[Path, ...]:
    """Write all schemas, and return where.

    Parameters
    ----------
    folder : Path, optional
        An existing folder; without it the one shipped with the package, for whoever changes a class.
    """
    paths = tuple(schema_path(name, folder) for name in KINDS)
    for name, path in zip(KINDS, paths, strict=True):
        path.write_text(schema_text(name), encoding="utf-8")
    return paths
