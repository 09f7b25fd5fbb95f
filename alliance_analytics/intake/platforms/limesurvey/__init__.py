"""LimeSurvey: one header record of codes, texts or both."""
