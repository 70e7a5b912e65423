"""A first roster: one person after the other, each solved exactly against what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from rotaplan.domain.published import Post
from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import Answer, Goal, Limits, Part, PersonDay, Roster
from rotaplan.model.build import Model
from rotaplan.model.measure import amount
from rotaplan.model.requirements import OFF, Requirement
from rotaplan.strategies.incumbent import between_people, nothing

_AT_ONCE_EFFORT, _PERSON_EFFORT, _WINDOW_EFFORT = 0.1, 0.2, 0.02
_LONG, _WINDOW = 56, 28
"""Open days beyond which a person is solved window by window, and those of a window."""
_NO_CLOCK = 1e6
_SCARCITY = 12


Softened = Callable[[Requirement], bool]
"""Says of a must whether it is priced instead."""


class Impossible(Exception):
    """One person's own musts cannot hold together, whatever the others do."""

    def __init__(self, person: int) -> None:
        super().__init__(person)
        self.person = person


def construct(
    model: Model, levels: tuple[int, ...], seed: int, watch: Watch
) -> dict[PersonDay, int] | None:
    """Return a first roster in which every must of one person alone holds.

    Musts between people (no more than a maximum) are kept wherever a person's own musts allow
    it and left to repair elsewhere. People with little choice come first; duties that few can
    take are preferred, so that the last ones do not stay open. Over a long horizon everybody
    first has days that keep the musts, at no price: they stand for whoever is not reached.

    Parameters
    ----------
    model
        The model.
    levels
        The repair level and the priced levels, in order.
    seed
        Of the solver.
    watch
        Stops the search; the answer is then None unless every person has days.

    Raises
    ------
    Impossible
        Where one person's own musts contradict each other.
    """
    long = model.frame.scenario.horizon.days > _LONG
    begun = _begun(model, seed, watch) if long else {}
    if begun is None:
        return None
    roster = _decided(model)
    nudges, one_by_one = _scarcity(model), _placer(model, roster, seed, watch)
    # Where musts bind people to each other, days found before the others' may fit them no more.
    alone = each_alone(model)
    for person in _order(model):
        goal = Goal(levels=levels, nudges=nudges.get(person, {}))
        known = begun.get(person) if alone else None
        answer = one_by_one(person, goal).place(known)
        if answer.status == "infeasible":
            raise Impossible(person)
        if not answer.changes and person not in begun:
            return None
        roster.update(answer.changes or begun[person])
    return roster


def each_alone(model: Model) -> bool:
    """Whether no must binds people to each other."""
    return not any(between_people(one) and one.grade.must for one in model.requirements)


def _decided(model: Model) -> dict[PersonDay, int]:
    """Return the cells that leave no choice, and are no days off."""
    return {
        cell: options[0]
        for cell, options in model.domains.items()
        if len(options) == 1 and options[0] != OFF
    }


def begin(model: Model, seed: int, watch: Watch) -> dict[PersonDay, int] | None:
    """Return days for everybody that keep the musts, at whatever price.

    Parameters and errors are those of :func:`construct`; None where it was stopped.
    """
    roster = _decided(model)
    begun = _begun(model, seed, watch)
    if begun is None:
        return None
    for days in begun.values():
        roster.update(days)
    return roster


def _begun(model: Model, seed: int, watch: Watch) -> dict[int, Roster] | None:
    """Return days for everybody that keep the musts, whatever they cost; None where stopped."""
    roster = _decided(model)
    one_by_one = _placer(model, roster, seed, watch)
    begun: dict[int, Roster] = {}
    for person in _order(model):
        answer, _ = one_by_one(person, Goal()).begin()
        if answer.status == "infeasible":
            raise Impossible(person)
        if not answer.changes:
            return None
        begun[person] = answer.changes
        roster.update(answer.changes)
    return begun


def resume(
    model: Model, known: Roster, levels: tuple[int, ...], seed: int, watch: Watch
) -> dict[PersonDay, int] | None:
    """Return a first roster from one that is known, as much of it as the musts allow.

    People whose days are open to their cells and keep every must of their own stay as they
    are; the others are solved again, one after the other, and last those of whom no cell is
    known. Parameters and errors are as of :func:`construct`.
    """
    roster = {cell: known.get(cell, OFF) for cell in model.domains}
    named = {person for person, _ in known}
    strangers = [person for person in _order(model) if person not in named]
    again = [person for person in sorted(named) if not _keeps(model, roster, person)]
    for person in (*again, *strangers):
        for cell in _cells(model, person):
            roster.pop(cell)
    nudges = _scarcity(model) if strangers else {}
    one_by_one = _placer(model, roster, seed, watch)
    for person in (*again, *strangers):
        own = {} if person in named else nudges.get(person, {})
        answer = one_by_one(person, Goal(levels=levels, nudges=own)).place()
        if answer.status == "infeasible":
            raise Impossible(person)
        if not answer.changes:
            return None
        roster.update(answer.changes)
    return roster


def fill(
    model: Model, roster: dict[PersonDay, int], levels: tuple[int, ...], seed: int, watch: Watch
) -> None:
    """Solve again, one after the other, whoever could hold a post that is still open.

    For a roster that was made without a look at the needs: one that follows cycles, say.

    Parameters
    ----------
    model, levels, seed, watch
        As of :func:`construct`.
    roster
        The roster, changed in place; it keeps every must of one person alone.
    """
    nudges, one_by_one = _scarcity(model), _placer(model, roster, seed, watch)
    for person in _order(model):
        wanted = _open_posts(model, roster)
        if not wanted or watch.stopped:
            return
        cells = _cells(model, person)
        if any((day, one) in wanted for _, day in cells for one in model.domains[person, day]):
            own = nudges.get(person, {})
            roster.update(one_by_one(person, Goal(levels=levels, nudges=own)).place().changes)


def _open_posts(model: Model, roster: Roster) -> frozenset[tuple[int, int]]:
    """Return day and option of the posts that lack people."""
    held = Counter((day, option) for (_, day), option in roster.items())
    numbered = model.frame.option_by_post
    return frozenset(
        (day, option)
        for day, needs in model.frame.scenario.needs.items()
        for need in needs
        if (option := numbered.get(Post(shift=need.shift, skill=need.skill))) is not None
        and held[day, option] < need.minimum
    )


def _cells(model: Model, person: int) -> frozenset[PersonDay]:
    planned = ((person, day) for day in model.frame.scenario.horizon.planned)
    return frozenset(cell for cell in planned if cell in model.domains)


def _keeps(model: Model, roster: Roster, person: int) -> bool:
    """Whether somebody's days are open to their cells and keep every must of their own."""

    def value(who: int, day: int) -> int:
        return model.frame.past(who, day) if day < 0 else roster.get((who, day), OFF)

    return all(roster[cell] in model.domains[cell] for cell in _cells(model, person)) and not any(
        amount(one, value, model.frame) > model.conceded.get(index, 0)
        for index, _, _ in model.by_person.get(person, ())
        if (one := model.requirements[index]).grade.must
    )


def _placer(
    model: Model, roster: Roster, seed: int, watch: Watch
) -> Callable[[int, Goal], _Person]:
    """Return what sets one person against the roster as it is by then."""

    def one(person: int, goal: Goal) -> _Person:
        cells = _cells(model, person)
        return _Person(model=model, roster=roster, cells=cells, goal=goal, seed=seed, watch=watch)

    return one


@dataclass(frozen=True, kw_only=True)
class _Person:
    """One person to be solved, all others being as they are in the roster."""

    model: Model
    roster: Roster
    cells: frozenset[PersonDay]
    goal: Goal
    seed: int
    watch: Watch

    def place(self, known: Roster | None = None) -> Answer:
        """Solve the person, with the musts between people; without them where that cannot be.

        ``known`` are days that keep all musts, to start from.
        """
        if len(self._open_days) > _LONG:
            return self._by_windows(known)
        answer = self._attempt(nothing)
        if answer.status == "infeasible":
            answer = self._attempt(between_people)
        if answer.status == "unknown" and not self.watch.stopped:
            answer = self._by_windows(known)
        return answer

    def begin(self) -> tuple[Answer, Softened]:
        """Find any days that keep the musts; return them with the musts that do not bind."""
        for softened in (nothing, between_people):
            part = self._part(self.roster, self.cells, Goal(), softened, hinted=False)
            answer = self._solve(part, _AT_ONCE_EFFORT, at_once=True)
            if answer.status == "unknown" and not self.watch.stopped:
                answer = self._solve(part, None)
            if answer.status != "infeasible":
                break
        return answer, softened

    @property
    def _open_days(self) -> list[int]:
        domains = self.model.domains
        return sorted(day for person, day in self.cells if len(domains[person, day]) > 1)

    def _attempt(self, softened: Softened) -> Answer:
        part = self._part(self.roster, self.cells, self.goal, softened, hinted=False)
        return self._solve(part, _PERSON_EFFORT)

    def _by_windows(self, known: Roster | None) -> Answer:
        """Find any roster that keeps the musts, then the best of each window in turn.

        A year solved at once takes the solver a hundred times longer than its windows do.
        """
        softened: Softened = nothing
        answer = Answer(status="feasible", changes=known or {})
        if known is None:
            answer, softened = self.begin()
        if not answer.changes:
            return answer
        changes = dict(answer.changes)
        person, days = next(iter(self.cells))[0], self._open_days
        for first in range(0, len(days), _WINDOW):
            free = frozenset((person, day) for day in days[first : first + _WINDOW])
            roster = {**self.roster, **changes}
            part = self._part(roster, free, self.goal, softened, hinted=True)
            changes.update(self._solve(part, _WINDOW_EFFORT).changes)
        return replace(answer, changes=changes)

    def _part(
        self,
        roster: Roster,
        free: frozenset[PersonDay],
        goal: Goal,
        softened: Softened,
        hinted: bool,
    ) -> Part:
        return Part(
            model=self.model,
            roster=roster,
            free=free,
            goal=goal,
            softened=softened,
            hinted=hinted,
        )

    def _solve(self, part: Part, effort: float | None, at_once: bool = False) -> Answer:
        limits = Limits(seconds=_NO_CLOCK, effort=effort, seed=self.seed, at_once=at_once)
        return solve_part(part, limits, self.watch)


def _order(model: Model) -> list[int]:
    """Return the people, those with the fewest options first."""
    choices = dict.fromkeys(range(len(model.frame.scenario.people)), 0)
    for (person, _), options in model.domains.items():
        choices[person] += len(options)
    return sorted(choices, key=lambda person: (choices[person], person))


def _scarcity(model: Model) -> dict[int, dict[tuple[int, int, int], int]]:
    """Return for each person a premium on duties that few people can take."""
    takers: dict[tuple[int, int], int] = {}
    for (_, day), options in model.domains.items():
        for option in options:
            takers[day, option] = takers.get((day, option), 0) + 1
    found: dict[int, dict[tuple[int, int, int], int]] = {}
    most = max(takers.values(), default=1)
    for (person, day), options in model.domains.items():
        for option in options:
            if option != OFF:
                premium = _SCARCITY * (most - takers[day, option]) // most
                if premium:
                    found.setdefault(person, {})[person, day, option] = -premium
    return found
