"""How far a run is and how long it will take still: one line a review, for a terminal, a log, a notebook."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from alliance_analytics.batch.jobs import Outcome

LOG = "run.log"
MINUTE = 60


@dataclass
class Progress:
    """Counts the reviews that have ended; ``at_once`` run side by side."""

    total: int
    log: Path | None = None
    ended: int = 0
    _start: float = field(default_factory=time.monotonic)

    def line(self, outcome: Outcome) -> str:
        """Count a review, write it to the log, and return what is told of it."""
        self.ended += 1
        said = f"{self.ended}/{self.total} {outcome.alliance} {outcome.label}: {outcome.status}"
        cost = f" ({outcome.seconds} s)" + (f", {self.left()} left" if self.ended < self.total else "")
        if self.log is not None:
            with self.log.open("a", encoding="utf-8") as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {said}{cost}\n")
        return said + cost

    def left(self) -> str:
        """Return how long it will take still, from how long it took so far."""
        seconds = (time.monotonic() - self._start) / max(1, self.ended) * (self.total - self.ended)
        return f"about {seconds:.0f} s" if seconds < MINUTE else f"about {seconds / MINUTE:.0f} min"
