"""A mark about which nothing is asked is named, whatever blocks or reports could say of others."""

from alliance_analytics.interpret.stages.unmeasured import unmeasured_marks
from alliance_analytics.model.identified import ids
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.stages import stage_model


def test_the_shipped_questionnaire_leaves_two_marks_without_evidence():
    assert ids(unmeasured_marks(stage_model(), default_instrument())) == (
        "opportunism.ad-hoc",
        "culturally-sensitive.survival",
    )


def test_a_mark_with_a_block_can_always_be_had():
    nothing = default_instrument().model_copy(update={"items": ()})
    missing = ids(unmeasured_marks(stage_model(), nothing))
    assert "procedure-oriented.stable" not in missing
    assert "opportunism.individuals" in missing
