"""What the literature says about alliances, held as data with its sources. Nothing here computes."""
