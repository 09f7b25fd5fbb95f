"""Figures from released numbers only, drawn on given axes by small functions that compute nothing."""
