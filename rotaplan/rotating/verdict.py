"""What the judge says of a grid, on people who walk through it."""

from __future__ import annotations

from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.errors import Disagreement
from rotaplan.judge import judge


def broken_rows(question: RotationQuestion, rotation: Rotation) -> frozenset[str]:
    """Return the rows of rules that a grid breaks on its walk."""
    roster = question.walked(rotation)
    return frozenset(one.row for one in judge(roster.scenario, roster).broken)


def disagreement(question: RotationQuestion, rotation: Rotation) -> Disagreement:
    """Return the fault that a search and the judge do not see a grid alike."""
    roster = question.walked(rotation)
    report = judge(roster.scenario, roster)
    found = report.broken or report.soft
    told = ", ".join(sorted({one.row for one in found}))
    return Disagreement(f"the judge rejects a rotation: {told}", roster, report)
