"""Re-planning after an incident: three graded plans, with what each changes and for whom."""

from rotaplan.replanning.before import dated, told_before
from rotaplan.replanning.plans import Question, replanned
from rotaplan.replanning.values import (
    PLANS,
    Alternative,
    Figures,
    Modification,
    Recall,
    Replanning,
)

__all__ = [
    "PLANS",
    "Alternative",
    "Figures",
    "Modification",
    "Question",
    "Recall",
    "Replanning",
    "dated",
    "replanned",
    "told_before",
]
