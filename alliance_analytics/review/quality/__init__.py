"""How good the data are, and what each doubt would do to the scores."""
