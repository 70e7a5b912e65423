"""The duties of the network: hours, lines, and which of them run on which kind of day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

TRAM_LINES = ("T1", "T2")
BUS_LINES = ("L1", "L2", "L3", "L4", "L5", "L6")
NORTH = frozenset({"T1", "T2", "L1", "L2", "L3"})
"""Lines that start from depot DN; the others start from DS."""

# Two pieces of work are separated by "/". Hours after midnight belong to the day before.
_HOURS = {
    "T1": "04:40-12:00 05:00-12:20 05:25-12:45 06:05-13:25 06:30-09:40/15:45-19:25 "
    "06:50-10:00/16:00-19:45 11:50-19:10 12:10-19:30 12:35-19:55 16:40-00:00 17:05-00:25 "
    "17:40-01:00",
    "T2": "04:45-12:05 05:20-12:40 06:10-13:30 06:40-09:50/15:50-19:30 11:55-19:15 12:30-19:50 "
    "16:50-00:10 17:30-00:50",
    "L1": "04:55-12:15 05:15-12:35 05:40-13:00 06:15-13:35 06:30-09:30/15:45-19:20 "
    "07:00-10:00/16:10-19:45 12:05-19:25 12:25-19:45 12:50-20:10 16:55-00:15",
    "L2": "05:00-12:20 05:30-12:50 06:10-13:30 06:45-09:45/15:50-19:30 11:55-19:15 12:20-19:40 "
    "12:55-20:15 17:00-00:20",
    "L3": "05:05-12:25 05:35-12:55 06:20-13:40 06:55-09:55/16:00-19:40 12:00-19:20 12:30-19:50 "
    "13:00-20:20 17:10-00:30",
    "L4": "05:20-12:40 06:05-13:25 07:00-10:05/16:00-19:45 12:10-19:30 12:45-20:05 14:20-21:40",
    "L5": "05:25-12:45 06:15-13:35 07:05-09:55/15:55-19:35 12:15-19:35 12:50-20:10 14:30-21:50",
    "L6": "06:00-13:20 06:50-09:10/15:30-19:10 12:40-20:00 09:00-16:20",
}
# By line, the numbers of the duties. Split duties do not run on Saturdays either.
_NOT_ON_SATURDAY = {
    "T1": (9,),
    "T2": (6,),
    "L1": (4, 9),
    "L2": (3, 7),
    "L3": (3, 7),
    "L4": (5,),
    "L5": (5,),
    "L6": (),
}
_ON_SUNDAY = {
    "T1": (1, 2, 7, 8, 10, 12),
    "T2": (1, 2, 5, 7),
    "L1": (1, 2, 7, 10),
    "L2": (1, 2, 5, 8),
    "L3": (1, 5, 8),
    "L4": (1, 4, 6),
    "L5": (1, 4),
    "L6": (),
}
_RESERVES = {"RM": "04:30-11:30", "RJ": "09:30-16:30", "RS": "16:30-23:30"}
RESERVE_HEADS = {
    "weekday": {"RM": 3, "RJ": 2, "RS": 3},
    "saturday": {"RM": 2, "RJ": 1, "RS": 2},
    "sunday": {"RM": 2, "RS": 2},
}
"""People in reserve by kind of day; one of them on RM and on RS is qualified for the tram."""
HOLIDAYS = frozenset({dt.date(2026, 12, 25), dt.date(2027, 1, 1), dt.date(2027, 3, 29)})


@dataclass(frozen=True)
class Duty:
    """A day's work: its pieces in minutes after midnight, and what the driver must hold."""

    code: str
    line: str
    number: int
    pieces: tuple[tuple[int, int], ...]
    skills: tuple[str, ...]

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    @property
    def minutes(self) -> int:
        return sum(end - start for start, end in self.pieces)

    @property
    def kind(self) -> str:
        """Its nature, in the words of the sheet Postes.

        A duty that ends after midnight is a night, one that ends after 22:00 an evening.
        """
        if not self.line:
            return "réserve"
        if len(self.pieces) == 2:
            return "coupé"
        if self.end > 24 * 60:
            return "nuit"
        if self.end > 22 * 60:
            return "soir"
        if self.start < 9 * 60:
            return "matin"
        return "jour" if self.start < 11 * 60 else "après-midi"

    @property
    def late(self) -> bool:
        """Whether it ends after 22:00."""
        return self.end > 22 * 60


def _piece(text: str) -> tuple[int, int]:
    start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in text.split("-"))
    return start, end if end > start else end + 24 * 60


def _duty(line: str, number: int, hours: str) -> Duty:
    tram = line in TRAM_LINES
    return Duty(
        code=f"{line}-{number:02d}",
        line=line,
        number=number,
        pieces=tuple(_piece(piece) for piece in hours.split("/")),
        skills=("HAB:TRAM", f"LIGNE:{line}") if tram else ("LIC:D", "FCO", f"LIGNE:{line}"),
    )


DUTIES = tuple(
    _duty(line, number, hours)
    for line, text in _HOURS.items()
    for number, hours in enumerate(text.split(), start=1)
)
RESERVES = tuple(Duty(code, "", 0, (_piece(hours),), ()) for code, hours in _RESERVES.items())


def runs(duty: Duty, service: str) -> bool:
    """Whether a duty runs on a kind of day (``weekday``, ``saturday``, ``sunday``)."""
    if service == "weekday":
        return True
    if service == "saturday":
        return len(duty.pieces) == 1 and duty.number not in _NOT_ON_SATURDAY[duty.line]
    return duty.number in _ON_SUNDAY[duty.line]


def service_of(day: dt.date) -> str:
    """Return the kind of day; public holidays have the Sunday service."""
    if day in HOLIDAYS or day.weekday() == 6:
        return "sunday"
    return "saturday" if day.weekday() == 5 else "weekday"
