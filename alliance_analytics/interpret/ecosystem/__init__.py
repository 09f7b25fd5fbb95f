"""Who is tied to whom across alliances, and how the work itself runs from hand to hand."""

from alliance_analytics.interpret.ecosystem.friction import friction
from alliance_analytics.interpret.ecosystem.interconnectivity import interconnectivity
from alliance_analytics.interpret.ecosystem.network import ALLIANCE, PARTY, network, parties
from alliance_analytics.interpret.ecosystem.process import first_circle, hand_overs, placed_steps

__all__ = [
    "ALLIANCE",
    "PARTY",
    "first_circle",
    "friction",
    "hand_overs",
    "interconnectivity",
    "network",
    "parties",
    "placed_steps",
]
