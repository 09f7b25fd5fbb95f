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
    assert list(read_markdown(NOTES).blocks) == [
        Block("The key list was written again."),
        Block("fewer keys", listed=True),
        Block("one list", listed=True),
        Block("We would do it again.", listed=True),
        Block("1"),
        Block("The van is shared."),
    ]
