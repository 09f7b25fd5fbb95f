"""What goes out beside the page: an archive of tables, and a text for a mail; both from exhibits alone."""
