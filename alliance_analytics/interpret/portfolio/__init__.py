"""Many alliances side by side: where each stands, which needs attention first, and how sure that is."""
