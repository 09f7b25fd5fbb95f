"""Whether services come as agreed, decisions fall in time, and meetings decide: by the quarter."""

from alliance_analytics.interpret.governance.decisions import decision_delays, delay_trend
from alliance_analytics.interpret.governance.meetings import meeting_kinds, meeting_trend
from alliance_analytics.interpret.governance.quarters import quarter_of, quarters
from alliance_analytics.interpret.governance.services import service_gaps, service_trend

__all__ = [
    "decision_delays",
    "delay_trend",
    "meeting_kinds",
    "meeting_trend",
    "quarter_of",
    "quarters",
    "service_gaps",
    "service_trend",
]
