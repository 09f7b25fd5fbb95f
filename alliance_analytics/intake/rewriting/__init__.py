"""The same file again with cells changed or records gone: text, workbooks, SPSS and Stata files."""
