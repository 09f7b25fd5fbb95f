"""Hold every statistic against answers computed elsewhere: ``make reference REFERENCE=folder``."""
