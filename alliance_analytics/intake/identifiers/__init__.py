"""What tells who somebody is: found by what the platform says, by a column's name, and by its content."""
