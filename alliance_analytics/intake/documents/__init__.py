"""Reports to passages: one small reader a format, and one way to cut text into sentences."""
