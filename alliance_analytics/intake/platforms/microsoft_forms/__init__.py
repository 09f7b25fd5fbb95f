"""Microsoft Forms: a workbook with one header record."""
