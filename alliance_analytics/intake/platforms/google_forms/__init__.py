"""Google Forms: one header record, opened by a time stamp."""
