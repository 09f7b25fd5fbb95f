"""Find out, honestly and early, whether organisations that work together work together."""
