"""The command line: one module a group of commands, each importing what it needs when it runs."""

from alliance_analytics.cli.app import app
from alliance_analytics.cli.auditing import audit
from alliance_analytics.cli.forgetting import forget
from alliance_analytics.cli.formation import formation
from alliance_analytics.cli.guide import guide
from alliance_analytics.cli.intake import intake
from alliance_analytics.cli.lab import lab
from alliance_analytics.cli.portfolio import portfolio
from alliance_analytics.cli.questionnaire import questionnaire
from alliance_analytics.cli.reviewing import review, scores
from alliance_analytics.cli.sample import sample
from alliance_analytics.cli.serve import serve
from alliance_analytics.cli.stages import stages
from alliance_analytics.cli.starting import demo, init
from alliance_analytics.cli.themes import themes
from alliance_analytics.cli.workspaces import check

__all__ = [
    "app",
    "audit",
    "check",
    "demo",
    "forget",
    "formation",
    "guide",
    "init",
    "intake",
    "lab",
    "main",
    "portfolio",
    "questionnaire",
    "review",
    "sample",
    "scores",
    "serve",
    "stages",
    "themes",
]

IN_ORDER_OF_USE = (
    *(demo, init, intake, check, review, scores, portfolio, guide, stages, themes, sample),
    *(formation, questionnaire, lab, serve, audit, forget),
)
app.registered_commands.sort(key=lambda command: IN_ORDER_OF_USE.index(command.callback))


def main() -> None:
    """Run the command line."""
    app()
