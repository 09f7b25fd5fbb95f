"""All alliances of a workspace side by side, and how they are looked after."""
