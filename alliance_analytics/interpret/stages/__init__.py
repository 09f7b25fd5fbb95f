"""Where an alliance stands in its development: the share of draws in each stage, given a file of conventions.

Two doubts enter every draw: who answered (the interval of each mean) and where the cut-offs lie (they
move). A full response takes away the first, never the second, so a share of 1 says "under every cut-off
tried", not "certain".
"""

from alliance_analytics.interpret.stages.evidence import missing_evidence, stage_evidence
from alliance_analytics.interpret.stages.groups import stage_shares_by
from alliance_analytics.interpret.stages.other_evidence import (
    block_evidence,
    gap_evidence,
    passage_evidence,
)
from alliance_analytics.interpret.stages.placement import most_likely_stage, stage_shares
from alliance_analytics.interpret.stages.sensitivity import convention_sensitivity
from alliance_analytics.interpret.stages.standing import missing_for_next, stage_marks
from alliance_analytics.interpret.stages.unmeasured import unmeasured_marks

__all__ = [
    "block_evidence",
    "convention_sensitivity",
    "gap_evidence",
    "missing_evidence",
    "missing_for_next",
    "most_likely_stage",
    "passage_evidence",
    "stage_evidence",
    "stage_marks",
    "stage_shares",
    "stage_shares_by",
    "unmeasured_marks",
]
