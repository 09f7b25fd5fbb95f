"""The keys that docs/intake.md promises."""

import re
from pathlib import Path

from alliance_analytics.intake.description.as_json import as_json
from alliance_analytics.intake.description.described import DescribedColumn, Description, Problem, Scale

PAGE = Path(__file__).parents[3] / "docs" / "intake.md"
FOUND = Description(
    "qualtrics",
    "utf-8",
    ",",
    3,
    5,
    4,
    3,
    {"test": 1, "preview": 1},
    (
        DescribedColumn("Q1", "How far?", "answer", Scale(("No", "Yes"), 2, "ascending", ("9",)), "T1"),
        DescribedColumn("id", "id", "identifier"),
    ),
    (Problem(4, "Q1", "yess", "Yes", "Read as Yes."),),
)


def test_everything_stands_under_its_key():
    assert as_json(FOUND) == {
        "platform": "qualtrics",
        "encoding": "utf-8",
        "delimiter": ",",
        "header_records": 3,
        "records": 5,
        "people": 4,
        "responses": 3,
        "excluded": [{"reason": "preview", "count": 1}, {"reason": "test", "count": 1}],
        "columns": [
            {
                "name": "Q1",
                "text": "How far?",
                "role": "answer",
                "scale": {
                    "labels": ["No", "Yes"],
                    "points": 2,
                    "direction": "ascending",
                    "missing_codes": ["9"],
                },
                "item": "T1",
            },
            {"name": "id", "text": "id", "role": "identifier"},
        ],
        "problems": [{"row": 4, "column": "Q1", "found": "yess", "allowed": "Yes", "action": "Read as Yes."}],
    }


def test_the_page_names_every_key():
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    found = as_json(FOUND)
    assert found.keys() | found["columns"][0].keys() | found["problems"][0].keys() <= named
    assert found["columns"][0]["scale"].keys() <= named
