"""What may leave the room, and how it looks: the release plan, figures, tables, the page. Computes no statistic."""
