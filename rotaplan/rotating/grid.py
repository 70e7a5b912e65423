"""What a grid is worth to those who will live by it: weekends, waits, changes, rests, hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rotaplan.domain.rotation import WEEK, Rotation
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.work import Family
from rotaplan.rotating.departures import departures_of, prices_of

_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class GridFigures:
    """Figures of a cycle, counted on the grid alone.

    Attributes
    ----------
    full_weekends
        Lines on which no duty starts on Saturday or Sunday.
    longest_wait
        Weeks from one full weekend off to the next, at worst; 0 where there is none.
    free_sundays
        Lines without a duty that starts on Sunday.
    changes
        Duties that are of another shift than the duty before them, over rests too.
    rests
        Runs of days off.
    mean_rest_minutes, shortest_rest_minutes
        From the end of a duty to the next start, over a day off at least; 0 without rests.
    weekly_minutes
        Mean of a week.
    missing
        Posts of a week that the targets ask for and no line holds; where people keep their
        line, of all weeks after which the lines begin anew.
    prices
        What departures cost in all weeks, by each level at which rules have a price.
    hours_gap, nights_gap, sundays_gap, weekends_gap
        Minutes, nights, Sundays and full weekends off between the line that has most and the
        one that has least, over all weeks of a line; 0 where lines rotate, as all have the same.
    """

    full_weekends: int
    longest_wait: int
    free_sundays: int
    changes: int
    rests: int
    mean_rest_minutes: int
    shortest_rest_minutes: int
    weekly_minutes: int
    missing: int
    hours_gap: int = 0
    nights_gap: int = 0
    sundays_gap: int = 0
    weekends_gap: int = 0
    prices: tuple[tuple[int, int], ...] = ()

    def of(self, goal: str) -> int:
        """Return the figure of a goal: a field, or ``price_`` with the number of a level."""
        if goal.startswith(PRICE):
            return dict(self.prices)[int(goal.removeprefix(PRICE))]
        found: int = getattr(self, goal)
        return found


PRICE = "price_"
"""With the number of a level: the goal of departing little from rules with a price at it."""


def figures_of(question: RotationQuestion, rotation: Rotation) -> GridFigures:
    """Return the figures of a grid; of lines that do not rotate, those of all of them."""
    if question.weeks:
        found = _together(question, rotation.parted(question.weeks))
    else:
        found = _walk_figures(question, rotation)
    if not question.levels:
        return found
    return replace(found, prices=prices_of(question, departures_of(question, rotation)))


def _together(question: RotationQuestion, lines: Sequence[Rotation]) -> GridFigures:
    """Return the figures of lines each of which is a walk of its own."""
    each = [_walk_figures(question, line) for line in lines]
    rests = [rest for line in lines for rest in rest_minutes(question, line)]
    nights = [one.code for one in question.shifts if one.family is Family.NIGHT]
    return GridFigures(
        full_weekends=sum(one.full_weekends for one in each),
        longest_wait=max(one.longest_wait for one in each),
        free_sundays=sum(one.free_sundays for one in each),
        changes=sum(one.changes for one in each),
        rests=len(rests),
        mean_rest_minutes=sum(rests) // max(len(rests), 1),
        shortest_rest_minutes=min(rests, default=0),
        weekly_minutes=sum(one.weekly_minutes for one in each) // len(each),
        missing=sum(
            _missing(question, week) for week in zip(*(one.lines for one in lines), strict=True)
        ),
        hours_gap=_gap(_minutes(question, one) for one in lines),
        nights_gap=_gap(sum(one.days.count(code) for code in nights) for one in lines),
        sundays_gap=_gap(one.free_sundays for one in each),
        weekends_gap=_gap(one.full_weekends for one in each),
    )


def _gap(counts: Iterable[int]) -> int:
    found = list(counts)
    return max(found) - min(found)


def _missing(question: RotationQuestion, lines: Sequence[Sequence[str]]) -> int:
    """Return the posts of a week that targets ask for and none of some lines holds."""
    return sum(
        max(0, one.target - sum(line[one.weekday] == one.shift for line in lines))
        for one in question.needs
    )


def _minutes(question: RotationQuestion, rotation: Rotation) -> int:
    length = {
        one.code: sum(span.end - span.start for span in one.spans) - one.unpaid_break_minutes
        for one in question.shifts
    }
    return sum(length[code] for code in rotation.days if code)


def _walk_figures(question: RotationQuestion, rotation: Rotation) -> GridFigures:
    full = [index for index, line in enumerate(rotation.lines) if not any(line[_SATURDAY:])]
    rests = list(rest_minutes(question, rotation))
    worked = [code for code in rotation.days if code]
    return GridFigures(
        full_weekends=len(full),
        longest_wait=longest_wait(full, len(rotation.lines)),
        free_sundays=sum(not line[_SUNDAY] for line in rotation.lines),
        changes=sum(code != worked[index - 1] for index, code in enumerate(worked)),
        rests=len(rests),
        mean_rest_minutes=sum(rests) // max(len(rests), 1),
        shortest_rest_minutes=min(rests, default=0),
        weekly_minutes=_minutes(question, rotation) // len(rotation.lines),
        missing=_missing(question, rotation.lines),
    )


def longest_wait(full: list[int], lines: int) -> int:
    """Return the most weeks from one full weekend to the next, round the cycle."""
    following = [*full[1:], *(one + lines for one in full[:1])]
    return max((then - one for one, then in zip(full, following, strict=True)), default=0)


def rest_minutes(question: RotationQuestion, rotation: Rotation) -> Iterator[int]:
    """Yield how long each rest over at least one day off lasts, round the cycle."""
    shift = {one.code: one for one in question.shifts}
    duties = [(day, shift[code]) for day, code in enumerate(rotation.days) if code]
    if not duties:
        return
    first = duties[0]
    again = (first[0] + WEEK * len(rotation.lines), first[1])
    for (day, one), (then, other) in zip(duties, [*duties[1:], again], strict=True):
        if then - day > 1:
            yield (then - day) * 24 * 60 + other.start - one.end
