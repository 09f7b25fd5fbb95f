"""How much alliance management a portfolio asks for, and how much there is: in ranges, never one number."""

from alliance_analytics.interpret.capacity.load import loads
from alliance_analytics.interpret.capacity.reach import reach
from alliance_analytics.interpret.capacity.scenarios import Extra, Scenario, what_if
from alliance_analytics.interpret.capacity.staffing import Staffing, assigned, needed, uncounted
from alliance_analytics.interpret.capacity.tiering import tiers, unmanaged

__all__ = [
    "Extra",
    "Scenario",
    "Staffing",
    "assigned",
    "loads",
    "needed",
    "reach",
    "tiers",
    "uncounted",
    "unmanaged",
    "what_if",
]
