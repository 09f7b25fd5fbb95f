"""Known answers written in every layout, damaged in every way, and read back."""
