"""Colours of the answer: codes carry the meaning, colour only helps."""

from __future__ import annotations

from rotaplan.domain.scenario import Scenario
from rotaplan.domain.work import Family, Shift

WEEKEND_HEADER, WEEKEND_BAND = "#DBEAFE", "#F1F6FE"
HOLIDAY_HEADER, HOLIDAY_BAND = "#DCFCE7", "#F1FDF5"
HEADER = "#E7E6E6"
GRID = "#BFBFBF"
STRICT, SOFT = "#C00000", "#BF8F00"
CHANGED = "#0070C0"
UNDER, OVER = "#F8CBAD", "#BDD7EE"
REST_TEXT = "#808080"
LEAVE, ABSENCE = "#E2EFDA", "#D9D9D9"
OUTSIDE = "#A6A6A6"
NOTE_TEXT = "#595959"

MASKED = "ABS"
"""What stands on a posted roster for an absence whose reason is private."""
LEAVE_CODES = frozenset({"CA", "RTT", "JRTT", "CET", "HS", "REC", "RC"})
"""Codes of leave where the shifts sheet does not tell; every other absence stays private grey."""

_FILLS = {
    Family.MORNING: "#FFF2CC",
    Family.AFTERNOON: "#FCE4D6",
    Family.EVENING: "#FCE4D6",
    Family.DAY: "#DDEBF7",
    Family.SPLIT: "#DDEBF7",
    Family.REMOTE: "#DDEBF7",
    Family.NIGHT: "#1F3864",
    Family.ON_CALL: "#E4DFEC",
    Family.ON_SITE_CALL: "#E4DFEC",
    Family.RESERVE: "#E4DFEC",
    Family.TRAINING: "#D0F0EE",
    Family.REST: "",
    Family.LEAVE: LEAVE,
    Family.ABSENCE: ABSENCE,
}


def fill_of(shift: Shift) -> str:
    """Return the fill of a shift, the planner's own where there is one; empty for none."""
    return shift.colour or _FILLS[shift.family]


def shown_absence(scenario: Scenario, code: str) -> str:
    """Return what a posted roster shows of an absence: its code for leave, no reason otherwise.

    Colleagues may see that somebody is away, not why: sickness, strike or union time stay in
    the sheet of absences.
    """
    return code if absence_fill(scenario, code) != ABSENCE else MASKED


def absence_fill(scenario: Scenario, code: str) -> str:
    """Return the fill of an absence: leave shows, every other reason is the same grey."""
    shift = scenario.shift.get(code)
    if shift is not None:
        return fill_of(shift) if shift.family is Family.LEAVE else ABSENCE
    return LEAVE if code.upper() in LEAVE_CODES else ABSENCE


def _luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` (WCAG 2.1, 0 black to 1 white)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_on(fill: str) -> str:
    """Return black or white, whichever stands out better on a fill (WCAG contrast)."""
    if not fill:
        return "#000000"
    light = _luminance(fill) + 0.05
    return "#000000" if light / 0.05 >= 1.05 / light else "#FFFFFF"
