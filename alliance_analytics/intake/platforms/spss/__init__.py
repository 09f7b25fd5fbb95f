"""SPSS: codes with value labels."""
