"""ODK Central: one header record of names, opened by the date of submission and closed by the key."""
