"""The strict rules taken to pieces, so that any part of them can be asked for alone.

A *clause* is the least that a planner could let go of: what one row asks of one person, or of one
post on one day, or one absence, one imposed day, one line of needs. Whatever is asked for less
than everything is a relaxation: where a part of the clauses cannot hold, the whole cannot.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from rotaplan.domain.scenario import Availability, Rule, Scenario
from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import Goal, Limits, Part, PersonDay
from rotaplan.model.build import Model, Poster, closes, span_of, unruled
from rotaplan.model.requirements import (
    OFF,
    Allowed,
    Cover,
    Groups,
    Joint,
    Pool,
    Requirement,
    Runs,
    Total,
)
from rotaplan.problem import Cell

_NARROWED = (Groups, Runs, Total)
"""Requirements that can be asked of some of their days alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What can be let go of at once.

    Attributes
    ----------
    rule
        Index of the row that asks for it.
    cells
        Rows of other sheets that it stands on: an absence, an imposed day, a line of needs, a
        skill that is not valid.
    person
        Who is bound, as a number; None where several people are bound together.
    day
        Of a post; None where no single day is meant.
    """

    rule: int
    cells: tuple[Cell, ...] = ()
    person: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One requirement of a clause.

    Attributes
    ----------
    clause
        What it belongs to.
    asks
        What it asks for.
    first, last
        Days that it speaks of, both inclusive.
    decides
        Whether it is a decision of somebody, which stays whatever else is asked.
    conceded
        By how much decided cells may break it.
    """

    clause: Clause
    asks: Requirement
    first: int
    last: int
    decides: bool = False
    conceded: int = 0


@dataclass(frozen=True, kw_only=True)
class Clauses:
    """All strict clauses of a model.

    Attributes
    ----------
    model
        The whole model, with what is conceded to its decided cells.
    pieces
        In the order in which the rules ask.
    """

    model: Model
    pieces: tuple[Piece, ...]

    @staticmethod
    def of(model: Model) -> Clauses:
        """Return the clauses of a model."""
        return Clauses(model=model, pieces=tuple(_pieces(model)))

    @property
    def scenario(self) -> Scenario:
        """The question."""
        return self.model.frame.scenario

    def of_person(self, person: int) -> tuple[Piece, ...]:
        """Return the pieces that bind one person alone."""
        return self._by_person.get(person, ())

    @cached_property
    def _by_person(self) -> Mapping[int, tuple[Piece, ...]]:
        found: dict[int, list[Piece]] = {}
        for piece in self.pieces:
            if piece.clause.person is not None:
                found.setdefault(piece.clause.person, []).append(piece)
        return {person: tuple(pieces) for person, pieces in found.items()}

    def within(self, first: int, last: int) -> tuple[Piece, ...]:
        """Return what the clauses ask of some days alone, whatever the others hold."""
        if first <= 0 and last >= self.scenario.horizon.days - 1:
            return self.pieces
        inside = [
            piece
            for day in range(first, last + 1)
            for piece in self._by_first_day.get(day, ())
            if piece.last <= last
        ]
        weaker = (_narrowed(p, first, last) for p in self._long if not _is_in(p, first, last))
        return (*inside, *(piece for piece in weaker if piece is not None))

    @cached_property
    def _by_first_day(self) -> Mapping[int, tuple[Piece, ...]]:
        found: dict[int, list[Piece]] = {}
        for piece in self.pieces:
            found.setdefault(piece.first, []).append(piece)
        return {day: tuple(pieces) for day, pieces in found.items()}

    @cached_property
    def _long(self) -> tuple[Piece, ...]:
        """Pieces that can be narrowed to some of their days."""
        return tuple(piece for piece in self.pieces if isinstance(piece.asks, _NARROWED))

    def holds(self, pieces: Sequence[Piece], limits: Limits, watch: Watch) -> bool | None:
        """Return whether some pieces can hold together; None where that stays unknown."""
        cells = frozenset(cell for piece in pieces for cell in cells_of(piece))
        domains = self._domains(pieces, cells)
        if any(not options for options in domains.values()):
            return False
        asked = [piece for piece in pieces if not _folds(piece.asks)]
        model = replace(
            self.model,
            requirements=tuple(piece.asks for piece in asked),
            domains=domains,
            undecided={},
            conceded={i: piece.conceded for i, piece in enumerate(asked) if piece.conceded},
        )
        part = Part(model=model, roster={}, free=cells, goal=Goal(), hinted=False)
        status = solve_part(part, limits, watch).status
        return None if status == "unknown" else status != "infeasible"

    def _domains(
        self, pieces: Iterable[Piece], cells: Iterable[PersonDay]
    ) -> dict[PersonDay, tuple[int, ...]]:
        """Return the options that some pieces leave to some cells; decisions win."""
        base = self._base
        ruled = {cell: base[cell] for cell in sorted(cells) if cell in base}
        decided: dict[PersonDay, frozenset[int]] = {}
        for piece in pieces:
            one = piece.asks
            if isinstance(one, Allowed):
                cell = (one.person, one.day)
                if piece.decides:
                    decided[cell] = decided.get(cell, one.options) & one.options
                else:
                    ruled[cell] &= one.options
            elif isinstance(one, Cover) and closes(one):
                for person in one.people:
                    ruled[person, one.day] -= one.options
        for cell, options in decided.items():
            ruled[cell] = ruled[cell] & options or options
        return {cell: tuple(sorted(options)) for cell, options in ruled.items()}

    @cached_property
    def _base(self) -> Mapping[PersonDay, frozenset[int]]:
        return unruled(self.model.frame)


def _folds(one: Requirement) -> bool:
    """Whether a requirement is about single cells, and so in their options already."""
    return isinstance(one, Allowed) or closes(one)


def _pieces(model: Model) -> Iterator[Piece]:
    frame = model.frame
    scenario, days = frame.scenario, frame.scenario.horizon.days
    origins, number = _Origins(scenario), 0
    for index, rule in enumerate(model.rules):
        poster = cast(Poster, rule)
        for one in poster.post(frame, index):
            folds = one.grade.must and _folds(one)
            conceded = 0 if folds else model.conceded.get(number, 0)
            number += not folds
            if not one.grade.must:
                continue
            first, last = _days(one, days, frame.longest_reach + 1)
            yield Piece(
                clause=_clause(scenario, origins, rule, index, one, _post_of(model, one)),
                asks=one,
                first=max(first, 0),
                last=min(last, days - 1),
                decides=folds and poster.decides and isinstance(one, Allowed),
                conceded=conceded,
            )


def _post_of(model: Model, one: Requirement) -> tuple[str, str] | None:
    """Return code and function of the post that a need speaks of; None for anything else."""
    if not isinstance(one, Cover):
        return None
    posts = [model.frame.options[option] for option in sorted(one.options) if option != OFF]
    codes = {post.shift.code for post in posts if post is not None}
    skills = {post.skill for post in posts if post is not None}
    if len(codes) != 1:
        return None
    return next(iter(codes)), next(iter(skills)) if len(skills) == 1 else ""


def _days(one: Requirement, days: int, reach: int) -> tuple[int, int]:
    match one:
        case Cover(day=day):
            return day, day
        case Joint(cells=cells):
            listed = [day for _, day in cells]
        case Pool(members=members):
            listed = [day for member in members for day in member.days]
        case _:
            return span_of(one, days, reach)
    return min(listed, default=0), max(listed, default=0)


class _Origins:
    """Rows of the sheets by what they speak of."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._pins: dict[tuple[str, int], list[Cell]] = {}
        for pin in scenario.pins:
            if pin.origin is not None:
                self._pins.setdefault((pin.person, pin.day), []).append(pin.origin)
        self._hours: dict[str, list[Availability]] = {}
        for hours in scenario.availability:
            self._hours.setdefault(hours.person, []).append(hours)
        self._needs = {
            (need.day, need.shift, need.skill): need.origin
            for needs in scenario.needs.values()
            for need in needs
        }

    def pins(self, person: str, day: int) -> tuple[Cell, ...]:
        """Return the rows that impose a day."""
        return tuple(self._pins.get((person, day), ()))

    def need(self, day: int, post: tuple[str, str]) -> tuple[Cell, ...]:
        """Return the line of needs of a post on a day."""
        found = self._needs.get((day, *post)) or self._needs.get((day, post[0], ""))
        return () if found is None else (found,)

    def lapsed(self, person: str, day: int) -> tuple[Cell, ...]:
        """Return the rows of skills that somebody has, but not on a day or the morning after."""
        date = self._scenario.horizon.date(day)
        dates = (date, date + dt.timedelta(days=1))
        held = self._scenario.person[person].skills
        found = (one.origin for one in held if not all(map(one.holds, dates)))
        return tuple(sorted({cell for cell in found if cell is not None}))

    def absences(self, person: str, day: int) -> tuple[Cell, ...]:
        """Return what keeps somebody away on a day: absences, hours given, a fixed day off."""
        scenario = self._scenario
        date = scenario.horizon.date(day)
        found = [one.origin for one in scenario.absent.get((person, day), ())]
        # A night may meet the absence, or the hours, of the next morning.
        found += [
            one.origin
            for one in scenario.absent.get((person, day + 1), ())
            if one.part != "all" and not found
        ]
        found += [
            one.origin
            for one in self._hours.get(person, ())
            if one.days.has(date, scenario.calendar)
        ]
        who = scenario.person[person]
        if date.weekday() in who.fixed_days_off:
            found.append(who.origin)
        return tuple(sorted({cell for cell in found if cell is not None}))


def _clause(
    scenario: Scenario,
    origins: _Origins,
    rule: Rule,
    index: int,
    one: Requirement,
    post: tuple[str, str] | None,
) -> Clause:
    """Return the clause that a requirement belongs to."""
    if isinstance(one, Cover):
        named = rule.key.startswith("cover_") and post is not None and not closes(one)
        cells = origins.need(one.day, post) if named and post is not None else ()
        return Clause(rule=index, cells=cells, day=one.day)
    if isinstance(one, Joint | Pool):
        return Clause(rule=index, day=_days(one, scenario.horizon.days, 0)[0])
    person = scenario.people[one.person].id
    cells = ()
    if isinstance(one, Allowed) and rule.key == "availability":
        cells = origins.absences(person, one.day)
    elif isinstance(one, Allowed) and rule.key == "fixed":
        cells = origins.pins(person, one.day)
    elif isinstance(one, Allowed) and rule.key == "required_skill":
        cells = origins.lapsed(person, one.day)
    return Clause(rule=index, cells=cells, person=one.person)


def cells_of(piece: Piece) -> Iterator[PersonDay]:
    """Yield the planned cells that a piece speaks of; a bound on nobody borrows one."""
    one = piece.asks
    match one:
        case Cover(people=people, day=day):
            yield from ((person, day) for person in people or (0,))
        case Joint(cells=cells):
            yield from (cell for cell in cells if cell[1] >= 0)
        case Pool(members=members):
            for member in members:
                yield from ((member.person, day) for day in member.days if day >= 0)
        case Total(person=person, days=listed):
            inside = range(piece.first, piece.last + 1)
            yield from ((person, day) for day in listed if day in inside)
        case _:
            yield from ((one.person, day) for day in range(piece.first, piece.last + 1))


def _is_in(piece: Piece, first: int, last: int) -> bool:
    return first <= piece.first and piece.last <= last


def _narrowed(piece: Piece, first: int, last: int) -> Piece | None:
    """Return what a piece asks of some days where all others are off; None where nothing.

    Only what is weaker than the piece itself is asked: with the other days off, a limit on runs
    of work, or on a sum to which rest adds least, is as easy to keep as it can be.
    """
    if piece.last < first or last < piece.first:
        return None
    one = piece.asks
    match one:
        case Runs(most=int(most), options=options) if OFF not in options:
            if last - first < most and not (first == 0 and one.before):
                return None
            weaker: Requirement = replace(one, least=0)
        case Total(most=int(), least=None) if all(
            worth.get(OFF, 0) <= min(0, *worth.values()) for worth in one.values
        ):
            weaker = one
        case Groups(most=int(most), least=None) if _is_easiest_off(one):
            groups = tuple(_inside(group, first, last) for group in one.groups)
            weaker = replace(one, groups=tuple(group for group in groups if group))
            if one.base + len(weaker.groups) <= most:
                return None
        case _:
            return None
    return replace(piece, asks=weaker, first=max(first, piece.first), last=min(last, piece.last))


def _is_easiest_off(one: Groups) -> bool:
    """Whether a day off never makes a group count."""
    return not any(OFF in options for options in (one.options, *one.instead.values()))


def _inside(days: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    """Return those of some days that are asked of; the past goes with the first day."""
    return tuple(day for day in days if (first if first > 0 else day) <= day <= last)
