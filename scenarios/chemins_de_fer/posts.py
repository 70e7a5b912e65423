"""The posts of the sector: hours, what they ask for, how many people on which days, the cycles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

START = dt.date(2027, 3, 22)
DAYS = 70
END = START + dt.timedelta(days=DAYS - 1)
HISTORY_DAYS = 28
PAST = START - dt.timedelta(days=HISTORY_DAYS)
"""First day of the history, a Monday like the first day of the plan."""
HOLIDAYS = {
    dt.date(2027, 3, 29): "Lundi de Pâques",
    dt.date(2027, 5, 1): "Fête du travail",
    dt.date(2027, 5, 6): "Ascension",
    dt.date(2027, 5, 8): "Victoire 1945",
    dt.date(2027, 5, 17): "Lundi de Pentecôte",
}
BOXES = ("P1", "P2", "P3")
TRACK, CATENARY, STATION = "COMP:VOIE", "COMP:CAT", "COMP:GARE"
LEADER, WATCH, POWER, MEDICAL = "HAB:RPTX", "HAB:ASP", "HAB:ELEC", "APT:SEC"


@dataclass(frozen=True)
class Post:
    """A code of the roster: hours in minutes after midnight, and what everybody on it holds."""

    code: str
    label: str
    start: int
    end: int
    kind: str
    skills: tuple[str, ...] = ()
    pause: int = 0
    tags: str = ""

    @property
    def minutes(self) -> int:
        """Minutes of work by the clock."""
        return self.end - self.start - self.pause


def _post(code: str, label: str, hours: str, kind: str, *skills: str, pause: int = 0) -> Post:
    opens, closes = (int(one[:2]) * 60 + int(one[3:]) for one in hours.split("-"))
    end = closes if closes > opens else closes + 24 * 60
    tags = "astreinte" if code in ("JA", "JCA") else "travaux" if code in _WORKS else ""
    return Post(code, label, opens, end, kind, skills, pause, tags)


_WORKS = ("NT", "NF", "K1", "K2", "K3", "K4")
_TURNS = (("M", "06:00-14:00", "matin"), ("S", "14:00-22:00", "soir"), ("N", "22:00-06:00", "nuit"))
POSTS = (
    *(
        _post(f"{box}{turn}", f"Poste {box}, {kind}", hours, kind, f"HAB:CIRC-{box}", MEDICAL)
        for box in BOXES
        for turn, hours, kind in _TURNS
    ),
    _post("E1", "Bureau de gare, matin", "05:30-13:30", "matin", STATION),
    _post("E2", "Bureau de gare, soir", "13:15-21:15", "soir", STATION),
    _post("RES", "Réserve", "08:00-15:45", "réserve", "COMP:RESERVE"),
    _post("J", "Brigade de voie, journée", "07:30-16:00", "jour", TRACK, pause=45),
    _post("JA", "Brigade, journée puis astreinte", "07:30-16:00", "jour", TRACK, pause=45),
    _post("JC", "Caténaire, journée", "07:30-16:00", "jour", CATENARY, pause=45),
    _post("JCA", "Caténaire, journée puis astreinte", "07:30-16:00", "jour", POWER, pause=45),
    _post("NT", "Travaux de nuit", "22:30-05:30", "nuit", MEDICAL),
    _post("NF", "Travaux de nuit, longue", "22:45-06:15", "nuit", MEDICAL),
    _post("K1", "Chantier, relève du samedi soir", "21:30-05:15", "nuit", MEDICAL),
    _post("K2", "Chantier, relève du matin", "05:15-13:00", "matin", MEDICAL),
    _post("K3", "Chantier, relève de l'après-midi", "13:00-20:45", "après-midi", MEDICAL),
    _post("K4", "Chantier, relève de nuit", "20:45-04:30", "nuit", MEDICAL),
)
BY_CODE = {post.code: post for post in POSTS}
NIGHT_WORKS = ("NT", "NF")


@dataclass(frozen=True)
class Asked:
    """People on a post: in the function named, on the dates or else the kind of day named."""

    code: str
    heads: int
    skill: str = ""
    when: str = "lu-di; férié"
    dates: tuple[dt.date, ...] = ()
    wished: bool = False

    def on(self, date: dt.date) -> bool:
        """Whether they are asked for on a date."""
        if self.dates:
            return date in self.dates
        return self.when != "lu-ve" or (date.weekday() < 5 and date not in HOLIDAYS)


PW1 = tuple(dt.date(2027, 4, day) for day in (5, 6, 7, 8, 12, 13, 14, 15))
SATURDAY, SUNDAY = dt.date(2027, 4, 24), dt.date(2027, 4, 25)
PW3 = dt.date(2027, 5, 14)


def _gang(code: str, dates: tuple[dt.date, ...], track: int) -> tuple[Asked, ...]:
    return (
        Asked(code, 1, LEADER, dates=dates),
        Asked(code, 1, WATCH, dates=dates),
        Asked(code, track, TRACK, dates=dates),
    )


ASKED = (
    *(Asked(f"{box}{turn}", 1) for box in BOXES for turn in "MSN"),
    Asked("E1", 1),
    Asked("E2", 1),
    Asked("RES", 2, when="lu-ve", wished=True),
    Asked("J", 1, TRACK, when="lu-ve"),
    Asked("JA", 1, LEADER, when="lu-ve"),
    Asked("JA", 2, TRACK, when="lu-ve"),
    Asked("JC", 1, when="lu-ve"),
    Asked("JCA", 1, when="lu-ve"),
    *_gang("NT", PW1, 4),
    Asked("NT", 1, POWER, dates=tuple(date for date in PW1 if date.weekday() in (1, 3))),
    Asked("NT", 0, POWER, dates=tuple(date for date in PW1 if date.weekday() in (0, 2))),
    *(
        one
        for code, date in (("K1", SATURDAY), ("K2", SUNDAY), ("K3", SUNDAY), ("K4", SUNDAY))
        for one in (*_gang(code, (date,), 2), Asked(code, 2, POWER, dates=(date,)))
    ),
    *_gang("NF", (PW3,), 4),
    Asked("NF", 1, POWER, dates=(PW3,)),
)
OPEN_ENDED = ("J", "JC")
"""More people than asked for may work by day."""

_BOX_CYCLE = ("NNRRRMM", "SRRSSSS", "RRNNNRR", "RMMMMRR", "MSSRRNN")
_STATION_CYCLE = ("1122RRR", "RR11222", "RRRR111", "22RRRRR")


def _brigade(
    weeks: int, on_call: tuple[int, ...], day: str, call: str
) -> tuple[tuple[str, ...], ...]:
    """Return a cycle of Mondays to Fridays, some weeks of which are followed by standby."""
    return tuple((*[call if week in on_call else day] * 5, "", "") for week in range(1, weeks + 1))


CYCLES: dict[str, tuple[tuple[str, ...], ...]] = {
    **{
        box: tuple(tuple("" if one == "R" else box + one for one in week) for week in _BOX_CYCLE)
        for box in BOXES
    },
    "GARE": tuple(
        tuple("" if one == "R" else f"E{one}" for one in week) for week in _STATION_CYCLE
    ),
    "RPTX": _brigade(4, (1,), "J", "JA"),
    "VOIE": _brigade(10, (1, 6), "J", "JA"),
    "CAT": _brigade(6, (1,), "JC", "JCA"),
}
"""By name, a week a line; everybody goes one line further each Monday."""
