"""Papermill over many alliances and waves. Knows nothing of what a report says."""
