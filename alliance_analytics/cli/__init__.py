"""The command line: one module a group of commands, each importing what it needs when it runs."""

from alliance_analytics.cli.app import app
from alliance_analytics.cli.forgetting import forget
from alliance_analytics.cli.intake import intake
from alliance_analytics.cli.questionnaire import questionnaire
from alliance_analytics.cli.reviewing import review, scores
from alliance_analytics.cli.starting import demo, init
from alliance_analytics.cli.workspaces import check

__all__ = ["app", "check", "demo", "forget", "init", "intake", "main", "questionnaire", "review", "scores"]


def main() -> None:
    """Run the command line."""
    app()
