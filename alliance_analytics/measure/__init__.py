"""Frames and arrays to estimates that carry their uncertainty. No files, no drawing, no settings."""
