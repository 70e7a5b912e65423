"""On which days a cycle binds somebody, and to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleDay:
    """What a cycle gives somebody on a planned day.

    Attributes
    ----------
    day
        The day.
    code
        The shift; empty for a day of rest.
    holiday
        Whether it is a public holiday, on which rest is no departure from the cycle.
    """

    day: int
    code: str
    holiday: bool


def cycle_days(scenario: Scenario, person: Person) -> Iterator[CycleDay]:
    """Yield the planned days on which somebody could follow their cycle.

    Left out are days of firm absence, whole or half, days outside the contract and weekdays that
    the person never works.
    """
    for day in scenario.horizon.planned:
        code = scenario.cycle_code(person, day)
        if code is None:
            return
        date = scenario.horizon.date(day)
        absent = (person.id, day) in scenario.absent
        never = date.weekday() in person.fixed_days_off
        if person.under_contract(date) and not absent and not never:
            yield CycleDay(day=day, code=code, holiday=scenario.calendar.is_holiday(date))
