"""``python -m alliance_analytics`` is the command ``alliance``."""

from alliance_analytics.cli import main

main()
