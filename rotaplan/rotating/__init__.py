"""The design of cyclic rotations: question, arithmetic, search, judged grids with their figures."""

from rotaplan.rotating.arithmetic import impossible
from rotaplan.rotating.design import design, with_fewest
from rotaplan.rotating.grid import GridFigures, figures_of
from rotaplan.rotating.question import question_of
from rotaplan.rotating.search import Clock
from rotaplan.rotating.values import (
    FIXED_GOALS,
    GAPS,
    GOALS,
    FewestLines,
    GoalReached,
    Grid,
    RotationResult,
)

__all__ = [
    "FIXED_GOALS",
    "GAPS",
    "GOALS",
    "Clock",
    "FewestLines",
    "GoalReached",
    "Grid",
    "GridFigures",
    "RotationResult",
    "design",
    "figures_of",
    "impossible",
    "question_of",
    "with_fewest",
]
