"""Measurements of the project itself: run by hand, printed as Markdown, kept in docs/."""
