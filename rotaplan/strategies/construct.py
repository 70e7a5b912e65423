"""A first roster: one person after the other, each solved exactly against what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from rotaplan.domain.published import Post
from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import Answer, Goal, Limits, Part, PersonDay, Roster
from rotaplan.model.build import Model
from rotaplan.model.measure import amount
from rotaplan.model.requirements import OFF, Requirement
from rotaplan.strategies.incumbent import between_people, nothing

_PERSON_EFFORT = 0.2
_NO_CLOCK = 1e6
_SCARCITY = 12


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
    take are preferred, so that the last ones do not stay open.

    Parameters
    ----------
    model
        The model.
    levels
        The repair level and the priced levels, in order.
    seed
        Of the solver.
    watch
        Stops the search; the answer is then None unless every person was done.

    Raises
    ------
    Impossible
        Where one person's own musts contradict each other.
    """
    roster = {
        cell: options[0]
        for cell, options in model.domains.items()
        if len(options) == 1 and options[0] != OFF
    }
    nudges = _scarcity(model)
    for person in _order(model):
        own = nudges.get(person, {})
        answer = _place(model, roster, _cells(model, person), levels, own, seed, watch)
        if answer.status == "infeasible":
            raise Impossible(person)
        if not answer.changes:
            return None
        roster.update(answer.changes)
    return roster


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
    for person in (*again, *strangers):
        own = {} if person in named else nudges.get(person, {})
        answer = _place(model, roster, _cells(model, person), levels, own, seed, watch)
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
    nudges = _scarcity(model)
    for person in _order(model):
        wanted = _open_posts(model, roster)
        if not wanted or watch.stopped:
            return
        cells = _cells(model, person)
        if any((day, one) in wanted for _, day in cells for one in model.domains[person, day]):
            own = nudges.get(person, {})
            roster.update(_place(model, roster, cells, levels, own, seed, watch).changes)


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
    return frozenset(cell for cell in model.domains if cell[0] == person)


def _keeps(model: Model, roster: Roster, person: int) -> bool:
    """Whether somebody's days are open to their cells and keep every must of their own."""

    def value(who: int, day: int) -> int:
        return model.frame.past(who, day) if day < 0 else roster.get((who, day), OFF)

    return all(roster[cell] in model.domains[cell] for cell in _cells(model, person)) and not any(
        amount(one, value, model.frame) > model.conceded.get(index, 0)
        for index, _, _ in model.by_person.get(person, ())
        if (one := model.requirements[index]).grade.must
    )


def _place(
    model: Model,
    roster: dict[PersonDay, int],
    cells: frozenset[PersonDay],
    levels: tuple[int, ...],
    nudges: Mapping[tuple[int, int, int], int],
    seed: int,
    watch: Watch,
) -> Answer:
    """Solve one person, with the musts between people; without them where that cannot be.

    Where the first limit was too short for any answer, the search goes on without one.
    """

    def attempt(softened: Callable[[Requirement], bool], effort: float | None) -> Answer:
        goal = Goal(levels=levels, nudges=nudges)
        part = Part(
            model=model, roster=roster, free=cells, goal=goal, softened=softened, hinted=False
        )
        return solve_part(part, Limits(seconds=_NO_CLOCK, effort=effort, seed=seed), watch)

    answer = attempt(nothing, _PERSON_EFFORT)
    if answer.status == "infeasible":
        answer = attempt(between_people, _PERSON_EFFORT)
    if answer.status == "unknown" and not watch.stopped:
        answer = attempt(between_people, None)
    return answer


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
