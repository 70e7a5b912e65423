"""What decided cells force to be broken: found before the search, and allowed to nothing else.

Cells that somebody has decided (the sheet Fixes) stay as they are, even where they break a rule
that must hold. The roster is made around them: each must that they force to be broken is allowed
the least amount by which it has to be, and every other must holds as ever. Rules that contradict
each other without any decided cell are conceded nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rotaplan.engines.cpsat import Watch, solve_part
from rotaplan.engines.part import REPAIR_LEVEL, Answer, Goal, Limits, Part, PersonDay, Roster
from rotaplan.model.build import Model
from rotaplan.model.least import least_amount
from rotaplan.model.measure import amount
from rotaplan.model.requirements import OFF, Cover, Joint, Pool

_NO_CLOCK = 1e6


def concede(model: Model, seed: int, watch: Watch, roster: Roster | None = None) -> Model:
    """Return the model with what its decided cells force to be broken.

    Of one person, the musts are weighed together: where they cannot all hold, the sum of what
    they find amiss is made as small as it can be, each in its own unit. Of several people, each
    must is weighed alone.

    Parameters
    ----------
    model
        The model; it is returned as it is where no cell is decided.
    seed
        Of the solver.
    watch
        Stops the search; who is not done by then is conceded nothing.
    roster
        A roster to start from, where there is one: whoever breaks nothing in it needs nothing.
    """
    if not model.undecided:
        return model
    conceded = _between_people(model)
    for person in sorted({person for person, _ in model.undecided}):
        if roster is None or not _keeps(model, person, roster):
            conceded |= _alone(model, person, seed, watch)
    return replace(model, conceded=dict(sorted(conceded.items())))


def concede_between(model: Model) -> Model:
    """Return the model with what its decided cells force of the musts between people alone.

    It takes no solver: for what is counted before any search.
    """
    if not model.undecided:
        return model
    return replace(model, conceded=dict(sorted(_between_people(model).items())))


def _keeps(model: Model, person: int, roster: Roster) -> bool:
    """Whether a roster keeps every must of one person alone, and every decision."""

    def value(who: int, day: int) -> int:
        return model.frame.past(who, day) if day < 0 else roster.get((who, day), OFF)

    return all(value(*cell) in model.domains[cell] for cell in _cells(model, person)) and not any(
        amount(model.requirements[index], value, model.frame) for index in _musts(model, person)
    )


def _alone(model: Model, person: int, seed: int, watch: Watch) -> dict[int, int]:
    """Return what one person's decided cells force to be broken of that person's own musts."""
    musts = _musts(model, person)
    cells = _cells(model, person)
    own = replace(
        model,
        requirements=tuple(model.requirements[index] for index in musts),
        domains={cell: model.domains[cell] for cell in sorted(cells)},
        conceded={},
    )
    if _solve(own, cells, seed, watch).status != "infeasible":
        return {}
    free = {cell: model.undecided.get(cell, model.domains[cell]) for cell in sorted(cells)}
    if _solve(replace(own, domains=free), cells, seed, watch).status == "infeasible":
        return {}  # the rules contradict each other, whatever is decided
    answer = _solve(own, cells, seed, watch, softened=True)
    if answer.status != "optimal":
        return {}

    def value(who: int, day: int) -> int:
        return model.frame.past(who, day) if day < 0 else answer.changes.get((who, day), OFF)

    found = {index: amount(model.requirements[index], value, model.frame) for index in musts}
    return {index: least for index, least in found.items() if least}


def _solve(
    own: Model, cells: Collection[PersonDay], seed: int, watch: Watch, softened: bool = False
) -> Answer:
    """Solve the musts of one person; ``softened`` makes what they find amiss the goal."""
    part = Part(
        model=own,
        roster={},
        free=frozenset(cells),
        goal=Goal(levels=(REPAIR_LEVEL,) if softened else ()),
        softened=lambda _: softened,
        hinted=False,
    )
    return solve_part(part, Limits(seconds=_NO_CLOCK, seed=seed), watch)


def _musts(model: Model, person: int) -> list[int]:
    """Return the musts on one person alone, by index."""
    own = (index for index, _, _ in model.by_person.get(person, ()))
    return [index for index in own if model.requirements[index].grade.must]


def _cells(model: Model, person: int) -> list[PersonDay]:
    return [(person, day) for day in model.frame.scenario.horizon.planned]


def _between_people(model: Model) -> dict[int, int]:
    """Return what decided cells alone force to be broken of the musts between people."""

    def offered(person: int, day: int) -> Collection[int]:
        if day < 0:
            return (model.frame.past(person, day),)
        return model.domains.get((person, day), ())

    def otherwise(person: int, day: int) -> Collection[int]:
        return model.undecided.get((person, day)) or offered(person, day)

    found: dict[int, int] = {}
    for index, one in enumerate(model.requirements):
        if not isinstance(one, Cover | Pool | Joint) or not one.grade.must:
            continue
        if model.decided_in(one):
            least = least_amount(one, offered)
            if least and not least_amount(one, otherwise):
                found[index] = least
    return found
