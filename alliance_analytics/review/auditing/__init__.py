"""What is to be shared, held against the workspace that it was made from."""
