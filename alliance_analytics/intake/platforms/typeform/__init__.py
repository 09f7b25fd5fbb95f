"""Typeform: a hash for an id, and a column for every option of a question with several answers."""
