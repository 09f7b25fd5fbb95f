"""What the alliance agreed, planned and believed, and what to talk about next."""
