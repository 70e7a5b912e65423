"""Choices of days: the dates of a stretch are those that are meant one by one."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from rotaplan.domain.calendar import Calendar, Days

START = dt.date(2027, 3, 1)
CALENDAR = Calendar(holidays={START + dt.timedelta(days=3): "fête"})


@pytest.mark.parametrize("seed", range(60), ids=str)
def test_the_dates_between_two_are_those_meant(seed: int) -> None:
    rng = Random(seed)

    def day() -> dt.date:
        return START + dt.timedelta(days=rng.randrange(-5, 20))

    spans = tuple(
        tuple(sorted((day(), rng.choice((day(), START))))) for _ in range(rng.randrange(4))
    )
    days = Days(
        spans=spans,  # type: ignore[arg-type]
        weekdays=frozenset(rng.sample(range(7), rng.choice((0, 0, 2)))),
        holidays=rng.random() < 0.3,
    )
    first, last = sorted((day(), day()))
    dates = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    assert list(days.between(first, last, CALENDAR)) == [d for d in dates if days.has(d, CALENDAR)]
