"""Qualtrics: CSV with three header records, or two in the legacy layout."""
