"""Passages to success themes: cues found, codes given, and how they move over the waves."""
