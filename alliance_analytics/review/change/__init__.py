"""What changed from wave to wave, and what of it may be called a change."""
