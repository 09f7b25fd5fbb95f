"""KoboToolbox: one header record of labels or names, and the platform's own columns at the end."""
