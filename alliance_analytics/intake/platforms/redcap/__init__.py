"""REDCap: codes with a data dictionary beside them, or labels; a row a person, event and repetition."""
