"""A folder by convention: drop the files in, and everything above can ask it for frames."""

from alliance_analytics.workspace.folder import Workspace, open_workspace

__all__ = ["Workspace", "open_workspace"]
