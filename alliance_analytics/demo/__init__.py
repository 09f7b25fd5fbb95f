"""Synthetic alliances with a known answer, for an example, for tests and for measuring. No person is real."""
