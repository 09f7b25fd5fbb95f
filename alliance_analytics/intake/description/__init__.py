"""What any survey export holds, told without a workspace and without an instrument of ours."""
