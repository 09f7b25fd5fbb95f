"""One alliance in one wave: every number behind the annual review, and one exhibit a question."""
