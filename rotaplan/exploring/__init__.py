"""What notebooks call: questions that are edited, answers that show and compare themselves."""

from rotaplan.exploring.answer import Answer
from rotaplan.exploring.calls import check, load, replan, robustness, solve, tradeoff
from rotaplan.exploring.comparison import Comparison
from rotaplan.exploring.plans import Plans
from rotaplan.exploring.study import Study
from rotaplan.exploring.sweeps import sweep, variants

__all__ = [
    "Answer",
    "Comparison",
    "Plans",
    "Study",
    "check",
    "load",
    "replan",
    "robustness",
    "solve",
    "sweep",
    "tradeoff",
    "variants",
]
