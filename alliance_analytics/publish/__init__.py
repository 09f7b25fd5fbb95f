"""What may leave the room, and how it looks: release plan, figures, tables, page. Computes no statistic."""
