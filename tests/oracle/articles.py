"""What the texts say, counted on film: each function is one article, and knows of no other.

All of them return the dates of each breach. What is over cannot be undone: a breach is told
only where work of the plan has a part in it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np

from rotaplan.domain.work import Family
from tests.oracle.film import Film, Stint

Dates = tuple[dt.date, ...]
Article = Callable[[Film], set[Dates]]
HOUR = 60


def _worked_days(film: Film) -> set[dt.date]:
    return {stint.date for stint in film.stints}


def _of_plan(film: Film, dates: Iterable[dt.date]) -> bool:
    """Whether work of the plan begins on one of these dates."""
    return any(stint.planned and stint.date in set(dates) for stint in film.stints)


def _paid(film: Film, split: bool) -> tuple[Counter[dt.date], set[dt.date]]:
    """Return minutes paid by date, and the dates on which some are of the plan.

    With ``split`` each minute belongs to the date on the wall, otherwise to the date on which
    its duty starts.
    """
    minutes: Counter[dt.date] = Counter()
    of_plan: set[dt.date] = set()
    for stint in film.stints:
        if split:
            ordinals, counts = np.unique(film.wall.dates[stint.paid], return_counts=True)
        else:
            ordinals, counts = np.array([stint.date.toordinal()]), np.array([len(stint.paid)])
        for ordinal, count in zip(ordinals, counts, strict=True):
            date = dt.date.fromordinal(int(ordinal))
            minutes[date] += int(count)
            if stint.planned and count:
                of_plan.add(date)
    return minutes, of_plan


def resting_at_home(article: Article) -> Article:
    """« La période d'astreinte est prise en compte pour le calcul des repos » (L.3121-10)."""
    return lambda film: article(
        replace(
            film,
            stints=tuple(s for s in film.stints if s.shift.family is not Family.ON_CALL),
        )
    )


def daily_rest(hours: float) -> Article:
    """« Repos quotidien de onze heures consécutives »: nothing worked in the hours before."""

    def read(film: Film) -> set[Dates]:
        found = set()
        for later in film.stints:
            begins = later.work[0]
            for other in film.stints:
                if not later.planned or other is later or other.work[-1] < begins - hours * HOUR:
                    continue
                if ((other.work >= begins - hours * HOUR) & (other.work < begins)).any():
                    found.add((other.date, later.date))
        return found

    return read


def weekly_rest(hours: float, days: int | None = None) -> Article:
    """« Repos hebdomadaire de 24 heures, auxquelles s'ajoutent les 11 heures ».

    A rest on end of so many hours; all but 11 of them in the week itself. In each civil week
    known whole, or in any run of ``days`` dates; in those over on the eve of the plan too, as
    their rest may still last.
    """
    minutes = hours * HOUR

    def rests(film: Film, stints: Iterable[Stint]) -> list[tuple[int, int]]:
        busy = np.zeros(len(film.wall.dates), bool)
        for stint in stints:
            busy[stint.work[0] : stint.work[-1] + 1] = True
        edges = np.flatnonzero(np.diff(busy.astype(int), prepend=1, append=1)).tolist()
        return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= minutes]

    def rested(film: Film, among: list[tuple[int, int]], window: Dates) -> bool:
        ordinals = (window[0].toordinal(), window[-1].toordinal() + 1)
        first, after = np.searchsorted(film.wall.dates, ordinals).tolist()
        return any(min(b, after) - max(a, first) >= minutes - 11 * HOUR for a, b in among)

    def read(film: Film) -> set[Dates]:
        windows = film.runs(days) if days else [w for w in film.weeks() if len(w) == 7]
        eve = film.start - dt.timedelta(days=1)
        whole = rests(film, film.stints)
        past = rests(film, [stint for stint in film.stints if not stint.planned])
        return {
            window
            for window in windows
            if window[-1] >= eve and not rested(film, whole, window) and rested(film, past, window)
        }

    return read


def _too_much(film: Film, windows: Iterable[Dates], most: float, split: bool) -> set[Dates]:
    minutes, of_plan = _paid(film, split)
    return {
        window
        for window in windows
        if sum(minutes[date] for date in window) > most * HOUR and of_plan & set(window)
    }


def hours_a_day(hours: float) -> Article:
    """Working time of a calendar date, from midnight to midnight."""
    return lambda film: _too_much(film, [(d,) for d in film.days if d >= film.start], hours, True)


def hours_a_week(hours: float, split: bool = True) -> Article:
    """« 48 heures au cours d'une même semaine », Monday 0 h to Sunday 24 h."""
    return lambda film: _too_much(film, film.weeks(), hours, split)


def hours_in_any(hours: float, days: int, split: bool = True) -> Article:
    """« 48 heures par période de sept jours »: any seven dates; all where fewer are known."""
    return lambda film: _too_much(film, film.runs(days) or [film.days], hours, split)


def mean_hours(hours: float, weeks: int, split: bool = True) -> Article:
    """A mean over so many consecutive civil weeks, or as many as are known whole."""

    def read(film: Film) -> set[Dates]:
        whole = [week for week in film.weeks() if len(week) == 7]
        width = min(weeks, len(whole))
        starts = range(len(whole) - width + 1 if whole else 0)
        runs = [tuple(d for week in whole[at : at + width] for d in week) for at in starts]
        return _too_much(film, runs, hours * width, split)

    return read


def overtime(hours: float) -> Article:
    """Hours of a week beyond those of the contract, duties counted where they begin."""

    def read(film: Film) -> set[Dates]:
        contract = film.person.weekly_minutes
        if contract is None:
            return set()
        return _too_much(film, film.weeks(), hours + contract / HOUR, False)

    return read


def duty_hours(hours: float, at_night: float | None = None) -> Article:
    """« Durée quotidienne de travail »: what the duties of a date bring, nights apart."""

    def read(film: Film) -> set[Dates]:
        found = set()
        for date in _worked_days(film):
            duties = [stint for stint in film.stints if stint.date == date]
            dark = at_night is not None and any(stint.night for stint in duties)
            most = at_night if dark and at_night is not None else hours
            if duties[0].planned and sum(len(stint.paid) for stint in duties) > most * HOUR:
                found.add((date,))
        return found

    return read


def amplitude(hours: float) -> Article:
    """From the first minute of a day's work to its last, pauses included."""

    def read(film: Film) -> set[Dates]:
        found = set()
        for date in _worked_days(film):
            duties = [stint for stint in film.stints if stint.date == date and stint.planned]
            if duties:
                work = np.concatenate([stint.work for stint in duties])
                if work.max() - work.min() + 1 > hours * HOUR:
                    found.add((date,))
        return found

    return read


def _stretches(stint: Stint, pause: int) -> list[tuple[int, int]]:
    """Return first and last minute of each stretch; shorter pauses do not end one."""
    work = stint.work
    ends = [*work[:-1][np.diff(work) > max(pause, 1)].tolist(), int(work[-1])]
    begins = [int(work[0]), *work[1:][np.diff(work) > max(pause, 1)].tolist()]
    return list(zip(begins, ends, strict=True))


def duty_hours_with_pauses(hours: float, counted: int) -> Article:
    """« Les coupures de trente minutes au plus sont du temps de travail »: the same, with them."""

    def read(film: Film) -> set[Dates]:
        found = set()
        for stint in film.stints:
            work = sum(b - a + 1 for a, b in _stretches(stint, counted + 1))
            if stint.planned and work - stint.shift.unpaid_break_minutes > hours * HOUR:
                found.add((stint.date,))
        return found

    return read


def pause_within(hours: float, pause: int) -> Article:
    """« Aucun temps de travail de plus de six heures sans une pause de vingt minutes »."""

    def read(film: Film) -> set[Dates]:
        found = set()
        for stint in film.stints:
            longest = max(b - a + 1 for a, b in _stretches(stint, pause))
            inside = stint.shift.unpaid_break_minutes >= pause
            if stint.planned and longest > hours * HOUR and not inside:
                found.add((stint.date,))
        return found

    return read


def vacations(parts: int, shortest: float, longest_pause: float) -> Article:
    """« Deux vacations de trois heures au moins » for duties with a pause in them."""

    def read(film: Film) -> set[Dates]:
        found = set()
        for stint in film.stints:
            pieces = _stretches(stint, 1)
            pauses = [b[0] - a[1] - 1 for a, b in pairwise(pieces)]
            if (
                stint.planned
                and pauses
                and (
                    len(pieces) > parts
                    or min(b - a + 1 for a, b in pieces) < shortest * HOUR
                    or max(pauses) > longest_pause * HOUR
                )
            ):
                found.add((stint.date,))
        return found

    return read


def _near(film: Film, ends: Iterable[Stint], hours: float, free: Callable[[Stint], bool]) -> set:
    """Return the pairs of a duty and the next one that begins within so many hours."""
    found = set()
    for one in ends:
        after = [s for s in film.stints if s.work[0] > one.work[0]]
        if after and after[0].planned and not free(after[0]):
            rest = after[0].work[0] - one.work[-1] - 1
            if rest < hours * HOUR:
                found.add((one.date, after[0].date))
    return found


def after_nights(hours: float, nights: int) -> Article:
    """So many hours of rest after the last of at least so many nights on end."""

    def read(film: Film) -> set[Dates]:
        dark = {stint.date for stint in film.stints if stint.night}
        day = dt.timedelta(days=1)
        last = [
            stint
            for stint in film.stints
            if stint.night
            and stint.date + day not in dark
            and all(stint.date - back * day in dark for back in range(nights))
        ]
        return _near(film, last, hours, lambda _: False)

    return read


def after_calls(hours: float, code: str) -> Article:
    """So many hours of rest between an on-call duty and work of another kind."""

    def read(film: Film) -> set[Dates]:
        calls = [stint for stint in film.stints if stint.shift.code == code]
        return _near(film, calls, hours, lambda stint: stint.shift.code == code)

    return read


def _periods(film: Film, rest: float) -> list[list[Stint]]:
    """Return the duties between rests of so many hours without a minute of presence."""
    busy = np.zeros(len(film.wall.dates), bool)
    for stint in film.stints:
        busy[stint.work[0] : stint.work[-1] + 1] = True
    found: list[list[Stint]] = []
    last = None
    for minute in np.flatnonzero(busy).tolist():
        if last is None or minute - last > rest * HOUR:
            found.append([])
        found[-1] += [stint for stint in film.stints if stint.work[0] == minute]
        last = minute
    return found


def _all_dates(period: list[Stint]) -> Dates:
    first, last = min(s.date for s in period), max(s.date for s in period)
    return tuple(first + dt.timedelta(days=day) for day in range((last - first).days + 1))


def hours_between_rests(hours: float, rest: float) -> Article:
    """« Grande période de travail » : the hours from one rest of so many hours to the next."""
    return lambda film: {
        _all_dates(period)
        for period in _periods(film, rest)
        if sum(len(stint.paid) for stint in period) > hours * HOUR
        and any(stint.planned for stint in period)
    }


def days_between_rests(days: int, rest: float) -> Article:
    """Days worked from one rest of so many hours to the next."""
    return lambda film: {
        _all_dates(period)
        for period in _periods(film, rest)
        if len({stint.date for stint in period}) > days and any(s.planned for s in period)
    }


def double_rest_after(days: int, rest: float, hours: float) -> Article:
    """« Un repos double après six jours de travail »: pairs of a last and a first day of work."""

    def read(film: Film) -> set[Dates]:
        found = set()
        for period, following in pairwise(_periods(film, rest)):
            last, then = max(period, key=lambda s: s.work[-1]), following[0]
            free = then.work[0] - last.work[-1] - 1
            if then.planned and len({s.date for s in period}) >= days and free < hours * HOUR:
                found.add((last.date, then.date))
        return found

    return read


def days_on_end(most: int) -> Article:
    """Days worked one after the other, at most."""

    def read(film: Film) -> set[Dates]:
        worked = _worked_days(film)
        found, run = set(), []
        for date in (*film.days, None):
            if date in worked:
                run.append(date)
                continue
            if len(run) > most and _of_plan(film, run):
                found.add(tuple(run))
            run = []
        return found

    return read


def _too_many_days(film: Film, windows: Iterable[Dates], most: int) -> set[Dates]:
    worked = _worked_days(film)
    return {w for w in windows if len(worked & set(w)) > most and _of_plan(film, w)}


def days_a_week(most: int) -> Article:
    """« Plus de six jours par semaine »: days worked in a civil week."""
    return lambda film: _too_many_days(film, film.weeks(), most)


def days_in_any(most: int, days: int) -> Article:
    """Days worked in any so many dates."""
    return lambda film: _too_many_days(film, film.runs(days) or [film.days], most)


def rest_days_in_any(least: int, days: int) -> Article:
    """« Quatre jours de repos pour deux semaines »: in any fourteen dates known whole."""
    return lambda film: _too_many_days(film, film.runs(days), days - least)


def _taken(film: Film, weekday: int) -> dict[dt.date, bool]:
    """Return the Saturdays or Sundays with a minute of work, and whether the past took them.

    Work counts up to one day after the one on which it starts.
    """
    found: dict[dt.date, bool] = {}
    for stint in film.stints:
        for ordinal in np.unique(film.wall.dates[stint.work[0] : stint.work[-1] + 1]):
            date = dt.date.fromordinal(int(ordinal))
            if date.weekday() == weekday and (date - stint.date).days <= 1:
                found[date] = found.get(date, False) or not stint.planned
    return found


def sundays_in_any(least: int, days: int) -> Article:
    """Sundays without a minute of work in any so many dates."""

    def read(film: Film) -> set[Dates]:
        taken = _taken(film, 6)
        found = set()
        for run in film.runs(days):
            sundays = [date for date in run if date.weekday() == 6]
            free = [date for date in sundays if date not in taken]
            by_plan = [date for date in sundays if taken.get(date) is False]
            if len(free) < least and by_plan:
                found.add(tuple(date for date in sundays if date in taken))
        return found

    return read


def weekends(most: int) -> Article:
    """Weekends of the plan with a minute of work begun on Friday or later."""

    def read(film: Film) -> set[Dates]:
        day = dt.timedelta(days=1)
        planned = [date for date in film.days if date >= film.start]
        saturdays = {d - (d.weekday() - 5) * day for d in planned if d.weekday() >= 5}
        worked: dict[dt.date, list[Stint]] = {}
        for stint in film.stints:
            dates = set(film.wall.dates[stint.work].tolist())
            for saturday in saturdays:
                touched = {saturday.toordinal(), (saturday + day).toordinal()} & dates
                if touched and saturday - day <= stint.date <= saturday + day:
                    worked.setdefault(saturday, []).append(stint)
        past = sum(any(not stint.planned for stint in stints) for stints in worked.values())
        if len(worked) <= max(most, past):
            return set()
        return {tuple(sorted({stint.date for stints in worked.values() for stint in stints}))}

    return read


def during_absence(spans: Iterable[tuple[dt.date, dt.date]]) -> Article:
    """Duties begun on validated absence."""
    spans = tuple(spans)
    return lambda film: {
        (stint.date,)
        for stint in film.stints
        if stint.planned and any(first <= stint.date <= last for first, last in spans)
    }


def outside_contract(film: Film) -> set[Dates]:
    """Duties begun before the contract or after it."""
    first = film.person.contract_from or dt.date.min
    last = film.person.contract_to or dt.date.max
    return {(s.date,) for s in film.stints if s.planned and not first <= s.date <= last}


def unfit_at_night(film: Film) -> set[Dates]:
    """Nights of somebody whom a doctor has kept from them."""
    nights = [s for s in film.stints if s.planned and s.night]
    return {(s.date,) for s in nights if not film.person.night_fit}


def without_licence(film: Film) -> set[Dates]:
    """Duties in whose first or last minute a skill asked for is not valid, or not held."""
    found = set()
    for stint in film.stints:
        for minute in (stint.work[0], stint.work[-1]):
            date = dt.date.fromordinal(int(film.wall.dates[minute]))
            for skill in stint.shift.skills:
                valid = any(
                    held.skill == skill
                    and (held.valid_from or date) <= date <= (held.valid_to or date)
                    for held in film.person.skills
                )
                if stint.planned and not valid:
                    found.add((stint.date,))
    return found


def in_two_places(film: Film) -> set[Dates]:
    """Duties with a minute in common, calls at home left out."""
    there = [stint for stint in film.stints if stint.shift.family is not Family.ON_CALL]
    return {
        (one.date, other.date)
        for one, other in combinations(there, 2)
        if other.planned and one.work[-1] >= other.work[0] and np.isin(one.work, other.work).any()
    }
