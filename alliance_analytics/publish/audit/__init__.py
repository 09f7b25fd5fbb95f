"""What is to be shared, opened to the innermost layer and looked through; nothing is known of workspaces."""
