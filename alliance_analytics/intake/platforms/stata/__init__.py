"""Stata: codes with value labels, and letters for what is missing."""
