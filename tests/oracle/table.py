"""Shifts hard enough for the oracles: breaks, long nights, a whole day, parts, odd starts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from rotaplan.domain.work import Family, Shift, Span
from tests.agreement.contents import shifts_of


def shift(code: str, family: Family, *spans: tuple[int, int], unpaid: int = 0) -> Shift:
    """Return a shift of work from its spans in minutes."""
    made = tuple(Span(start=start, end=end) for start, end in spans)
    return Shift(code=code, family=family, spans=made, unpaid_break_minutes=unpaid)


SHIFTS = (
    *shifts_of(D={"unpaid_break_minutes": 45}, E={"unpaid_break_minutes": 20}),
    shift("J", Family.DAY, (420, 1140), unpaid=60),  # 7:00-19:00
    shift("K", Family.NIGHT, (1140, 1860)),  # 19:00-7:00
    shift("G", Family.ON_SITE_CALL, (480, 1920)),  # 24 hours
    shift("C", Family.ON_CALL, (1080, 1920)),  # at home from 18:00 to 8:00
    shift("P", Family.SPLIT, (330, 540), (960, 1170)),  # 5:30-9:00, 16:00-19:30
    shift("Q", Family.MORNING, (150, 600)),  # from 2:30, which spring skips and autumn repeats
    shift("R", Family.SPLIT, (360, 600), (630, 840), (871, 1050)),  # pauses of 30 and 31 minutes
)
LICENSED = tuple(
    replace(one, skills=frozenset({"LIC"})) if one.code in "NKJ" else one for one in SHIFTS
)
ALPHABETS = ["EDLNS", "N", "DN", "SN", "JK", "EDLNSJKGPQR", "GNE", "PQRS", "ELNQ", "KD"]
STARTS = [
    date(2027, 3, 22),
    date(2027, 3, 25),
    date(2027, 10, 27),
    date(2026, 12, 24),
    date(2027, 2, 1),
    date(2027, 2, 7),
]


def rosters(name: str, count: int, codes: str = "") -> list[tuple[str, date]]:
    """Return random drawings of one person with their first dates, now slack, now crowded."""
    rng = Random(name)
    found = []
    for _ in range(count):
        density = rng.choice([0.15, 0.3, 0.6, 0.8, 0.9, 1.0])
        chosen = codes or rng.choice(ALPHABETS)
        history, days = rng.choice([0, 3, 9, 14]), rng.choice([5, 14, 20])
        cells = [
            rng.choice(chosen) if rng.random() < density else "." for _ in range(history + days)
        ]
        front, plan = " ".join(cells[:history]), " ".join(cells[history:])
        found.append((f"{front} | {plan}" if history else plan, rng.choice(STARTS)))
    return found
