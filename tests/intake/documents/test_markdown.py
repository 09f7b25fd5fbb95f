from datetime import date

from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.markdown import read_markdown

NOTES = b"""---
title: Notes
---
# The annual plan

The **key** list was
written [again](https://example.org/list).

- fewer keys
- one `list`

> We would do it again.

```
not a passage
```

| item | decision |
|---|---|
| 1 | The van is shared. |
"""


def test_paragraphs_items_quotations_and_cells_are_read() -> None:
    plan = "The annual plan"
    assert list(read_markdown(NOTES).blocks) == [
        Block("The key list was written again.", heading=plan),
        Block("fewer keys", listed=True, heading=plan),
        Block("one list", listed=True, heading=plan),
        Block("We would do it again.", listed=True, heading=plan),
        Block("1", heading=plan),
        Block("The van is shared.", heading=plan),
    ]


def test_front_matter_gives_title_and_date() -> None:
    document = read_markdown(b"---\ntitle: 'Minutes'\ndate: 2024-05-14\n---\nThe van is shared.\n")
    assert document.opening == ("Minutes", "The van is shared.")
    assert document.dated == date(2024, 5, 14)
    assert read_markdown(NOTES).dated is None
