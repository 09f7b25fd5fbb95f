"""The development stage, what speaks for it, and the building blocks."""
