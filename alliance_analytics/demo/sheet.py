"""Records of an export with what stands in them, while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from alliance_analytics.intake.platforms.answers_to_write import Record


@dataclass(frozen=True)
class Sheet:
    """Row *i* of each frame belongs to record *i*.

    ``answers`` (float, as answered) and ``missing_kinds`` (str) have one column a scored item, ``comments``
    (str) one an open question.
    """

    records: tuple[Record, ...]
    answers: pd.DataFrame
    missing_kinds: pd.DataFrame
    comments: pd.DataFrame

    def rows(self, places: list[int]) -> Sheet:
        """Return some rows, in the order given."""
        return Sheet(
            tuple(self.records[place] for place in places),
            self.answers.iloc[places].reset_index(drop=True),
            self.missing_kinds.iloc[places].reset_index(drop=True),
            self.comments.iloc[places].reset_index(drop=True),
        )

    def joined(self, *others: Sheet) -> Sheet:
        """Return the rows of this sheet and then those of others."""
        sheets = (self, *others)
        return Sheet(
            tuple(record for sheet in sheets for record in sheet.records),
            pd.concat([sheet.answers for sheet in sheets], ignore_index=True),
            pd.concat([sheet.missing_kinds for sheet in sheets], ignore_index=True),
            pd.concat([sheet.comments for sheet in sheets], ignore_index=True),
        )

    def in_order_of_time(self) -> Sheet:
        """Return the rows as a platform lists them: by the moment of sending."""
        return self.rows(sorted(range(len(self.records)), key=lambda row: self.records[row].submitted))

    def without_answers(self, items: list[str]) -> Sheet:
        """Return the sheet with some items, and all comments, left blank."""
        answers, missing_kinds = self.answers.copy(), self.missing_kinds.copy()
        answers[items], missing_kinds[items] = float("nan"), "blank"
        return Sheet(self.records, answers, missing_kinds, self.comments.map(lambda _: ""))
