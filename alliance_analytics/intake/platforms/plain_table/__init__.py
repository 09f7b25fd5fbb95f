"""A plain table: one header record, one record a respondent, from no platform in particular."""
