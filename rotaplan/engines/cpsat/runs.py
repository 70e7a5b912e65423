"""Runs of work, of rest, of one shift: window rows and clauses, or work blocks."""

from __future__ import annotations

from rotaplan.engines.cpsat.cells import Cells, Truth, negated
from rotaplan.engines.cpsat.program import Linear
from rotaplan.model.requirements import GroupRuns, Runs


def encode_runs(cells: Cells, one: Runs, must: bool) -> Linear:
    """Write one requirement on runs; return its price (empty where it must hold)."""
    days = cells.horizon_days
    members = [cells.member(one.person, day, one.options) for day in range(days)]
    return _bounded(cells, one, members, must)


def encode_group_runs(cells: Cells, one: GroupRuns, must: bool) -> Linear:
    """Write one requirement on runs of groups; return its price (empty where it must hold)."""
    members: list[Truth] = []
    for group in one.groups:
        truth = cells.any_of([cells.member(one.person, day, one.options) for day in group])
        members.append(negated(truth) if one.empty else truth)
    return _bounded(cells, one, members, must)


def _bounded(cells: Cells, one: Runs | GroupRuns, members: list[Truth], must: bool) -> Linear:
    price = Linear()
    if one.most is not None:
        _longest(cells, one, members, must, price)
    if one.least > 1:
        _shortest(cells, one, members, must, price)
    return Linear() if must else price


def _longest(
    cells: Cells, one: Runs | GroupRuns, members: list[Truth], must: bool, price: Linear
) -> None:
    """Price, or forbid, each stretch of ``most + 1`` member days that reaches the plan."""
    program, most = cells.program, one.most or 0
    first = -min(one.before, most)
    for start in range(first, len(members) - most):
        window = members[max(start, 0) : start + most + 1]
        if any(truth is False for truth in window):
            continue
        literals = [truth for truth in window if truth is not True]
        if must:
            linear = Linear()
            for literal in literals:
                linear.add(literal, 1)
            if literals:
                program.between(linear, None, len(literals) - 1)
            else:
                program.clause([])
        elif not literals:
            price.constant += 1
        else:
            full = program.literal(all(program.hinted(literal) for literal in literals))
            program.clause([full, *(-literal - 1 for literal in literals)])
            price.add(full, 1)


def _shortest(
    cells: Cells, one: Runs | GroupRuns, members: list[Truth], must: bool, price: Linear
) -> None:
    """Price, or forbid, each run that ends before it is ``least`` days long."""
    for start in range(len(members)):
        before = one.before if start == 0 else 0
        if start == 0 and one.before_open:
            continue
        opening: list[Truth] = [] if start == 0 else [negated(members[start - 1])]
        for length in range(one.least - before):
            end = start + length
            last = end == len(members) and one.closed
            if (end >= len(members) and not last) or (before == 0 and length == 0):
                continue
            ending: list[Truth] = [] if last else [negated(members[end])]
            pattern = [*opening, *members[start:end], *ending]
            _charge(cells, pattern, one.least - before - length, must, price)


def _charge(cells: Cells, pattern: list[Truth], amount: int, must: bool, price: Linear) -> None:
    """Charge an amount where every truth of a pattern holds, or forbid that they do."""
    if any(truth is False for truth in pattern):
        return
    program = cells.program
    literals = [truth for truth in pattern if truth is not True]
    if must:
        program.clause([-literal - 1 for literal in literals])
    elif not literals:
        price.constant += amount
    else:
        holds = program.literal(all(program.hinted(literal) for literal in literals))
        program.clause([holds, *(-literal - 1 for literal in literals)])
        price.add(holds, amount)


def encode_blocks(cells: Cells, work: Runs, rest: Runs | None) -> None:
    """Write strict bounds on runs of work, and the least run of rest, as work blocks.

    A block is a maximal run, by first day and length. Every member day lies in exactly one
    block; a block and the least rest after it exclude each other's days. The linear relaxation
    of these interval rows is exact for the bounds, which clauses are not.
    """
    program, days = cells.program, cells.horizon_days
    least_rest = rest.least if rest is not None else 1
    members = [cells.member(work.person, day, work.options) for day in range(days)]
    blocks = _blocks(cells, work, members)
    covering: list[list[int]] = [[] for _ in range(days)]
    claiming: list[list[int]] = [[] for _ in range(days)]
    for (first, length), literal in blocks.items():
        for day in range(first, first + length):
            covering[day].append(literal)
        for day in range(first, min(first + length + max(least_rest, 1), days)):
            claiming[day].append(literal)
    if 0 < work.before < work.least and not work.before_open and members[0] is not True:
        program.clause([] if members[0] is False else [members[0]])
    for day, truth in enumerate(members):
        if truth is True:
            program.exactly_one(covering[day])
        elif truth is False:
            for literal in covering[day]:
                program.clause([-literal - 1])
        else:
            program.exactly_one([*covering[day], -truth - 1])
        program.at_most_one(claiming[day])


def _blocks(cells: Cells, work: Runs, members: list[Truth]) -> dict[tuple[int, int], int]:
    """Return a literal for every maximal run (first day, length) that may still come about."""
    program, days = cells.program, len(members)
    hinted = [
        truth if isinstance(truth, bool) else bool(program.hinted(truth)) for truth in members
    ]
    most = work.most if work.most is not None else days
    found: dict[tuple[int, int], int] = {}
    for first in range(days):
        before = work.before if first == 0 else 0
        exempt = first == 0 and work.before_open
        if first > 0 and members[first - 1] is True:
            continue
        for length in range(1, days - first + 1):
            end = first + length
            if members[end - 1] is False or length + before > max(most, before):
                break
            ends = end < days or work.closed
            short = length + before < work.least and not exempt and ends
            if short or (end < days and members[end] is True):
                continue
            here = (
                all(hinted[first:end])
                and (first == 0 or not hinted[first - 1])
                and (end == days or not hinted[end])
            )
            found[first, length] = program.literal(here)
    return found
