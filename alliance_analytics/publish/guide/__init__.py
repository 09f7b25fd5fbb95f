"""The conference guide: topics with findings, questions and building blocks, as page, Word or text."""
