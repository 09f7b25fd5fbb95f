"""One survey platform a folder: its reader, and the writer of the same layout beside it."""
