"""Rosters of one person that stand exactly at the limit of a rule, or just beyond it.

``rosters(rule)`` gives them by name: each is a function of ``beyond``, 0 at the limit and 1 one
unit further (a minute, where the rule measures time; else a day, a shift, a part).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence, Demand, Pin, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.time import Horizon
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.rules.base import RuleBase

MONDAY = dt.date(2027, 4, 5)
NEW_YEAR = dt.date(2027, 1, 1)
HOUR, DAY, WEEK = 60, 1440, 7
Roster = tuple[Scenario, Schedule]
Builder = Callable[[int], Roster]


@dataclass(frozen=True, kw_only=True)
class Work:
    """A duty: its day, and its pieces in minutes after that day's midnight."""

    day: int
    spans: tuple[tuple[int, int], ...]
    pause: int = 0
    family: Family = Family.DAY
    skill: str = ""


def work(day: int, start: int, minutes: int, **more: Any) -> Work:
    """Return a duty in one piece."""
    return Work(day=day, spans=((start, start + minutes),), **more)


def made(rule: RuleBase, days: int, duties: Sequence[Work], **more: Any) -> Roster:
    """Return a scenario with that rule alone, and the roster of these duties."""
    person = Person(id="A", regime=next(iter(rule.who.regimes), ""), **more.pop("person", {}))
    codes = {kind: f"P{index}" for index, kind in enumerate(dict.fromkeys(map(_kind, duties)))}
    shifts = tuple(
        Shift(
            code=code,
            spans=tuple(Span(start=start, end=end) for start, end in one.spans),
            unpaid_break_minutes=one.pause,
            family=one.family,
            skills=frozenset({one.skill} - {""}),
        )
        for one, code in codes.items()
    )
    scenario = Scenario(
        horizon=Horizon(start=more.pop("start", MONDAY), days=days),
        people=(person,),
        shifts=shifts,
        demand=tuple(Demand(shift=shift.code) for shift in shifts),
        rules=(rule,),
        **more,
    )
    roster = [Assignment(person="A", day=one.day, shift=codes[_kind(one)]) for one in duties]
    return scenario, Schedule.of(scenario, roster)


def _kind(duty: Work) -> Work:
    """Return what duties of one shift share."""
    return replace(duty, day=0)


def rosters(rule: RuleBase) -> Mapping[str, Builder]:
    """Return what stands at each limit of a rule, by name of the limit."""
    found = _BUILDERS[rule.key]
    return {name: lambda beyond, one=one: one(rule, beyond) for name, one in found(rule).items()}


Maker = Callable[[Any, int], Roster]


def _weeks(rule: Any, beyond: int, weeks: int, allowed: int) -> Roster:
    """Return weeks of six equal days with so many minutes each, the last day longer."""
    daily = allowed // 6
    duties = [work(WEEK * week + day, 8 * HOUR, daily) for week in range(weeks) for day in range(6)]
    last = duties[-1]
    duties[-1] = work(last.day, 8 * HOUR, allowed - 5 * daily + beyond)
    return made(rule, WEEK * weeks, duties)


def _year(rule: Any, beyond: int) -> Roster:
    """Return 38 weeks of six equal days with the hours of a year, the last day longer."""
    daily = rule.maximum // 228
    days = [WEEK * week + day for week in range(38) for day in range(6)]
    duties = [work(day, 8 * HOUR, daily) for day in days]
    duties[-1] = work(days[-1], 8 * HOUR, rule.maximum - 227 * daily + beyond)
    return made(rule, WEEK * 38, duties)


def _overtime(rule: Any, beyond: int) -> Roster:
    """Return weeks of six equal days, 13 h more than a contract of 35 h in all but the last."""
    contract, most = 35 * HOUR, 13 * HOUR
    weeks = -(-rule.maximum // most)
    extra = [most] * (weeks - 1) + [rule.maximum - most * (weeks - 1) + beyond]
    duties = [
        work(
            WEEK * week + day, 6 * HOUR, (contract + more) // 6 + (contract + more) % 6 * (not day)
        )
        for week, more in enumerate(extra)
        for day in range(6)
    ]
    return made(rule, WEEK * weeks, duties, person={"weekly_minutes": contract})


def _rest_between(rule: Any, beyond: int) -> Roster:
    least = rule.minimum if getattr(rule, "reduced", None) is None else rule.reduced
    opens = DAY + 8 * HOUR
    closes = opens - least + beyond
    return made(rule, 2, [work(0, closes - 6 * HOUR, 6 * HOUR), work(1, 8 * HOUR, 6 * HOUR)])


def _reduced_rests(rule: Any, beyond: int) -> Roster:
    """Return as many reduced rests in a week as may be, or one more."""
    days = range(rule.times + 1 + beyond)
    return made(rule, WEEK, [work(day, 6 * HOUR, DAY - rule.reduced) for day in days])


def _weekly_rest(rule: Any, beyond: int) -> Roster:
    days = rule.window or WEEK
    if rule.minimum > DAY:
        closes = 2 * DAY + 8 * HOUR - rule.minimum + beyond  # on the last day but one; then off
        early = [work(day, 12 * HOUR, 8 * HOUR) for day in range(days - 2)]
        last = [work(days - 2, closes - 8 * HOUR, 8 * HOUR), work(days, 8 * HOUR, 8 * HOUR)]
        return made(rule, days + 1, [*early, *last])
    early = [work(day, 6 * HOUR, 6 * HOUR + beyond * (day == 2)) for day in range(3)]
    late = [work(day, 6 * HOUR + rule.minimum - 18 * HOUR, 6 * HOUR) for day in range(3, days)]
    return made(rule, days, [*early, *late])


def _day_max(limit: str, family: Family) -> Maker:
    def build(rule: Any, beyond: int) -> Roster:
        minutes = getattr(rule, limit) + beyond
        if Family.NIGHT in rule.shifts.families:
            return made(rule, 1, [work(0, 20 * HOUR, minutes, family=Family.NIGHT)])
        begins = (20 if family is Family.NIGHT else 8) * HOUR
        return made(rule, 1, [work(0, begins, minutes, family=family)])

    return build


def _dark(rule: Any, beyond: int) -> Roster:
    """Return a duty of more than the limit of a night, as late as a duty by day may be."""
    ends = rule.start + rule.dark + beyond
    return made(rule, 1, [work(0, ends - rule.night - 10, rule.night + 10)])


def _span_max(rule: Any, beyond: int) -> Roster:
    family = Family.SPLIT if Family.SPLIT in rule.shifts.families else Family.DAY
    pieces = ((5 * HOUR, 7 * HOUR), (10 * HOUR, 5 * HOUR + rule.maximum + beyond))
    return made(rule, 1, [Work(day=0, spans=pieces, family=family)])


def _shortest_part(rule: Any, beyond: int) -> Roster:
    pieces = ((8 * HOUR, 8 * HOUR + rule.minimum - beyond), (15 * HOUR, 20 * HOUR))
    return made(rule, 1, [Work(day=0, spans=pieces, family=Family.SPLIT)])


def _parts(rule: Any, beyond: int) -> Roster:
    pieces = tuple((5 * n * HOUR, (5 * n + 4) * HOUR) for n in range(rule.parts + beyond))
    return made(rule, 1, [Work(day=0, spans=pieces, family=Family.SPLIT)])


def _stretch(rule: Any, beyond: int) -> Roster:
    return made(rule, 1, [work(0, 8 * HOUR, rule.maximum + beyond)])


def _pause(rule: Any, beyond: int) -> Roster:
    return made(rule, 1, [work(0, 8 * HOUR, rule.maximum + 60, pause=rule.pause - beyond)])


def _days(days: int) -> list[Work]:
    return [work(day, 8 * HOUR, 7 * HOUR) for day in range(days)]


def _rest_days(rule: Any, beyond: int) -> Roster:
    if rule.period == "year":
        return made(rule, 365, _days(365 - rule.minimum + beyond), start=NEW_YEAR)
    days = {"week": WEEK, "fortnight": 2 * WEEK}[rule.period]
    return made(rule, days, _days(days - rule.minimum + beyond))


def _double_rests(rule: Any, beyond: int) -> Roster:
    """Return a year of work but for so many weekends."""
    off = {WEEK * week + day for week in range(rule.minimum - beyond) for day in (1, 2)}
    duties = [one for one in _days(365) if one.day not in off]
    return made(rule, 365, duties, start=NEW_YEAR)


def _rest_days_but(at: tuple[int, ...], past: tuple[int, ...]) -> Maker:
    """Return rosters of two weeks with these days off at the limit, and those beyond it."""

    def build(rule: Any, beyond: int) -> Roster:
        off = past if beyond else at
        days = WEEK if rule.period == "week" else 2 * WEEK
        return made(rule, days, [one for one in _days(days) if one.day not in off])

    return build


def _work_period(rule: Any, beyond: int) -> Roster:
    """Return six days of the hours of a period, then a day off and a duty of the next one."""
    daily = rule.maximum // 6
    duties = [work(day, 8 * HOUR, daily) for day in range(5)]
    last = work(5, 8 * HOUR, rule.maximum - 5 * daily + beyond)
    return made(rule, 8, [*duties, last, work(7, 12 * HOUR, 6 * HOUR)])


def _period_days(rule: Any, beyond: int) -> Roster:
    duties = [work(day, 8 * HOUR, 6 * HOUR) for day in range(rule.maximum + beyond)]
    return made(rule, rule.maximum + 2, duties)


def _period_rest(worth: Callable[[Any], int]) -> Maker:
    """Return rosters of two periods with exactly the rest between them, or a minute less."""

    def build(rule: Any, beyond: int) -> Roster:
        minutes = worth(rule)
        early = [work(day, 8 * HOUR, minutes) for day in range(4)]
        opens = 3 * DAY + 8 * HOUR + minutes + rule.rest - beyond
        late = [work(day, opens % DAY, minutes) for day in range(opens // DAY, opens // DAY + 4)]
        return made(rule, 12, [*early, *late])

    return build


def _short_period(rule: Any, beyond: int) -> Roster:
    """Return a period of so few days between two longer ones, two days off on either side."""
    days = [*range(4), *range(6, 6 + rule.minimum - beyond), *range(12, 16)]
    return made(rule, 16, [work(day, 8 * HOUR, 7 * HOUR) for day in days])


def _after_period(rule: Any, beyond: int) -> Roster:
    """Return a long period and exactly the rest that it asks for, or a minute less."""
    early = [work(day, 12 * HOUR, 6 * HOUR) for day in range(rule.days)]
    opens = (rule.days - 1) * DAY + 18 * HOUR + rule.minimum - beyond
    return made(rule, rule.days + 4, [*early, work(opens // DAY, opens % DAY, 6 * HOUR)])


def _long_enough(rule: Any, beyond: int) -> Roster:
    """Return a period one day shorter than a long one, or as long, and a simple rest."""
    early = [work(day, 14 * HOUR, 6 * HOUR) for day in range(rule.days - 1 + beyond)]
    after = early[-1].day + 2
    return made(rule, after + 1, [*early, work(after, 14 * HOUR, 6 * HOUR)])


def _night_periods(rule: Any, beyond: int) -> Roster:
    """Return a period of nights, and one with fewer nights than others, or with as many."""
    dark = [work(day, 21 * HOUR, 7 * HOUR, family=Family.NIGHT) for day in (0, 1, 2, 6, 7)]
    light = [work(day, 20 * HOUR, 3 * HOUR) for day in (8, 9, *((10,) if not beyond else ()))]
    return made(rule, 12, [*dark, *light])


def _share(rule: Any, beyond: int) -> Roster:
    """Return twenty duties of which as many as may be, or one more, are of the kind."""
    if rule.period == "day":
        pieces = tuple((5 * n * HOUR, (5 * n + 4) * HOUR) for n in range(rule.parts - 1 + beyond))
        return made(rule, 1, [Work(day=0, spans=pieces, family=Family.SPLIT)])
    most = rule.maximum * 20 // 100 + beyond
    pieces = ((6 * HOUR, 9 * HOUR), (14 * HOUR, 6 * HOUR + rule.span + 1))
    long = [Work(day=day, spans=pieces, family=Family.SPLIT) for day in range(most)]
    return made(rule, 20, [*long, *(work(day, 6 * HOUR, rule.span) for day in range(most, 20))])


def _sundays(rule: Any, beyond: int) -> Roster:
    sundays = (6, 13)[: 2 - rule.minimum + beyond]
    return made(rule, 14, [work(day, 8 * HOUR, 7 * HOUR) for day in sundays])


def _periodic(name: str, off: int) -> Maker:
    def build(rule: Any, beyond: int) -> Roster:
        opens = (off + 1) * DAY + 11 * HOUR
        closes = opens - getattr(rule, name) + beyond
        duties = [work(0, closes - 6 * HOUR, 6 * HOUR), work(off + 1, 11 * HOUR, 6 * HOUR)]
        return made(rule, off + 2, duties)

    return build


def _after_night(rule: Any, beyond: int) -> Roster:
    night = work(0, 22 * HOUR, 8 * HOUR, family=Family.NIGHT)
    return made(rule, 2, [night, work(1, 6 * HOUR + rule.minimum - beyond, 3 * HOUR)])


def _one_per_day(rule: Any, beyond: int) -> Roster:
    return made(rule, 1, [work(0, 6 * HOUR, HOUR), work(0, 9 * HOUR, HOUR)][: 1 + beyond])


def _contract(rule: Any, beyond: int) -> Roster:
    return made(rule, 2, [work(beyond, 8 * HOUR, HOUR)], person={"contract_to": MONDAY})


def _absence(rule: Any, beyond: int) -> Roster:
    away = (Absence(person="A", first=1, last=1),)
    return made(rule, 2, [work(beyond, 8 * HOUR, HOUR)], absences=away)


def _licence(rule: Any, beyond: int) -> Roster:
    held = (HeldSkill(skill="LIC:D", valid_to=MONDAY),)
    duty = work(0, 22 * HOUR, 2 * HOUR + beyond, skill="LIC:D")
    return made(rule, 2, [duty], person={"skills": held})


def _fitness(rule: Any, beyond: int) -> Roster:
    shifts = Shifts(codes=frozenset({"P0" if beyond else "P9"}))
    return made(rule, 1, [work(0, 8 * HOUR, HOUR)], person={"forbidden": shifts})


def _pinned(rule: Any, beyond: int) -> Roster:
    pins = (Pin(person="A", day=0, shift=None if beyond else "P0"),)
    return made(rule, 1, [work(0, 8 * HOUR, HOUR)], pins=pins)


def _overlap(rule: Any, beyond: int) -> Roster:
    return made(rule, 2, [work(0, 22 * HOUR, 8 * HOUR), work(1, 6 * HOUR - beyond, HOUR)])


_BUILDERS: Mapping[str, Callable[[Any], Mapping[str, Maker]]] = {
    "rest_between": lambda rule: {
        "rest": _rest_between,
        **({"times": _reduced_rests} if rule.reduced is not None else {}),
    },
    "rest_away": lambda _: {"rest": _rest_between},
    "weekly_rest": lambda _: {"rest": _weekly_rest},
    "minutes_period": lambda rule: {
        "period": _year if rule.period == "year" else lambda r, b: _weeks(r, b, 1, r.maximum)
    },
    "minutes_window": lambda _: {"days": lambda r, b: _weeks(r, b, 1, r.maximum)},
    "minutes_average": lambda _: {
        "mean": lambda r, b: _weeks(r, b, -(-r.window // WEEK), r.maximum)
    },
    "overtime_cap": lambda _: {"period": _overtime},
    "day_max": lambda rule: {
        "day": _day_max("maximum", Family.DAY),
        **({"night": _day_max("night", Family.NIGHT)} if rule.night is not None else {}),
        **({"dark": _dark} if rule.dark is not None else {}),
    },
    "span_max": lambda _: {"span": _span_max},
    "split_shift": lambda rule: {
        "parts": _parts,
        **({"shortest": _shortest_part} if rule.minimum else {}),
    },
    "break_rule": lambda _: {"stretch": _stretch, "pause": _pause},
    "work_run": lambda _: {"run": lambda r, b: made(r, r.maximum + 2, _days(r.maximum + b))},
    "days_period": lambda _: {"week": lambda r, b: made(r, WEEK, _days(r.maximum + b))},
    "rest_days_window": lambda rule: {
        "days": _rest_days,
        **({"consecutive": _rest_days_but((5, 6), (4, 6))} if rule.consecutive == 2 else {}),
        **(
            {"sunday": _rest_days_but((5, 6) if rule.period == "week" else (6, 7), (4, 5))}
            if rule.sunday
            else {}
        ),
    },
    "rest_blocks": lambda _: {"blocks": _double_rests},
    "sundays": lambda _: {"fortnight": _sundays},
    "work_period": lambda _: {
        "hours": _work_period,
        "rest": _period_rest(lambda rule: rule.maximum // 6),
    },
    "work_period_days": lambda _: {"days": _period_days, "rest": _period_rest(lambda _: 6 * HOUR)},
    "work_period_least": lambda _: {"days": _short_period},
    "shift_share": lambda _: {"share": _share},
    "night_periods": lambda _: {"half": _night_periods},
    "rest_after_period": lambda _: {"rest": _after_period, "days": _long_enough},
    "rest_after_nights": lambda _: {"night": _after_night},
    "rest_hours": lambda _: {
        name: _periodic(name, off)
        for off, name in enumerate(("minimum", "double", "triple"), start=1)
    },
    "one_per_day": lambda _: {"day": _one_per_day},
    "contract_dates": lambda _: {"end": _contract},
    "availability": lambda _: {"absence": _absence},
    "required_skill": lambda _: {"expiry": _licence},
    "allowed_codes": lambda _: {"fitness": _fitness},
    "fixed": lambda _: {"pin": _pinned},
    "no_overlap": lambda _: {"minute": _overlap},
}
