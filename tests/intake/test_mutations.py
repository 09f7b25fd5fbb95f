"""Whatever happens to an export, its answers come back as they were written, or a message says why."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.mutations.layouts import LAYOUTS
from benchmarks.mutations.mutations import MUTATIONS
from benchmarks.mutations.running import FAULTS
from benchmarks.mutations.trying import trial

DAMAGED = [(layout, damage) for layout in LAYOUTS for damage in MUTATIONS if damage.fits(layout)]


@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(damaged=st.sampled_from(DAMAGED), seed=st.integers(0, 2**32 - 1))
def test_a_damaged_export_gives_the_answers_written_or_says_what_is_the_matter(damaged, seed):
    layout, damage = damaged
    with tempfile.TemporaryDirectory() as folder:
        verdict = trial(layout, [damage], seed, Path(folder))
    assert verdict.outcome not in FAULTS, f"{layout.name}, {damage.name}: {verdict.reason}"
