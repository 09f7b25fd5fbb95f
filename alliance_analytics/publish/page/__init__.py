"""One self-contained HTML file from the exhibits of a notebook."""
