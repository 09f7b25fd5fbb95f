"""Is an alliance the right form, and how far is its formation: what several raters' answers mean."""

from alliance_analytics.interpret.formation.arguments import arguments
from alliance_analytics.interpret.formation.fitting import Fit, called_for, fit_of_each_rater, fitting_form
from alliance_analytics.interpret.formation.judging import agreement_of_raters, judged
from alliance_analytics.interpret.formation.pivots import pivots
from alliance_analytics.interpret.formation.steps import formation_steps

__all__ = [
    "Fit",
    "agreement_of_raters",
    "arguments",
    "called_for",
    "fit_of_each_rater",
    "fitting_form",
    "formation_steps",
    "judged",
    "pivots",
]
