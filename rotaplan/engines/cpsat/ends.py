"""Stretches of duties once they are over: how much they are worth, what may follow how soon."""

from __future__ import annotations

from rotaplan.engines.cpsat.cells import Cells, Truth, negated
from rotaplan.engines.cpsat.program import Linear
from rotaplan.model.requirements import OFF, Join, StretchEnds


def encode_ends(cells: Cells, one: StretchEnds, must: bool) -> Linear:
    """Write one requirement; return its price (empty where it must hold).

    The running sum and where it is set back are exact: a sum that is too small costs, one that
    is too great may too.
    """
    price = Linear()
    held = Linear(constant=one.base)
    for day, worth in enumerate(one.values):
        works = negated(cells.member(one.person, day, one.idle | {OFF}))
        if works is False:
            continue
        ties = [_tied(cells, one, day, join) for join in one.joins.get(day, ())]
        fresh = cells.all_of([works, *(negated(tie) for tie in ties)])
        near = cells.any_of(_tied(cells, one, day, join) for join in one.near.get(day, ()))
        soon = cells.all_of([fresh, near])
        _lack(cells, one, held, fresh, must, price)
        _follow(cells, one, held, soon, must, price)
        weight = Linear()
        cells.weigh(weight, one.person, day, worth)
        held = _running(cells, held, weight, fresh)
    end = len(one.values)
    ties = [_tied(cells, one, end, join) for join in one.joins.get(end, ())]
    _lack(cells, one, held, cells.all_of(negated(tie) for tie in ties), must, price)
    return price


def _tied(cells: Cells, one: StretchEnds, day: int, join: Join) -> Truth:
    """Return whether a join holds; the day after the last one has a duty of any kind."""
    begins = day - join.gap
    truths: list[Truth] = [
        cells.member(one.person, begins, join.first),
        *(
            cells.member(one.person, between, one.idle | {OFF})
            for between in range(begins + 1, day)
        ),
    ]
    if day < len(one.values):
        truths.append(cells.member(one.person, day, join.then))
    return cells.all_of(truths)


def _running(cells: Cells, held: Linear, weight: Linear, fresh: Truth) -> Linear:
    """Return the sum of the stretch under way, a day's duty included."""
    program = cells.program
    before = program.reach(held)[1]
    if fresh is True or before <= 0:
        return weight
    total = Linear()
    total.add_all(held, 1)
    total.add_all(weight, 1)
    if fresh is False:
        return total
    value = program.value_of(weight if program.hinted(fresh) else total)
    sum_ = program.new(0, program.reach(total)[1], value)
    # Between the weight alone and all of it: at one end where a stretch begins, else at the other.
    for linear, low, high in ((total, -before, 0), (weight, 0, before)):
        row = Linear([sum_], [1])
        row.add_all(linear, -1)
        program.between(row, low, high)
    begins = Linear([sum_], [1])
    begins.add_all(weight, -1)
    begins.add(fresh, before)
    program.between(begins, None, before)
    goes_on = Linear([sum_], [1])
    goes_on.add_all(total, -1)
    goes_on.add(fresh, before)
    program.between(goes_on, 0, None)
    return Linear([sum_], [1])


def _lack(
    cells: Cells, one: StretchEnds, held: Linear, over: Truth, must: bool, price: Linear
) -> None:
    """Ask that a stretch that is over is worth enough."""
    program = cells.program
    short = one.least - program.reach(held)[0]
    if over is False or short <= 0:
        return
    row = Linear()
    row.add_all(held, 1)
    if over is not True:
        row.add(negated(over), short)
    if not must:
        missing = max(0, one.least - program.value_of(row))
        lack = program.new(0, short, missing)
        row.add(lack, 1)
        price.add(lack, 1)
    program.between(row, one.least, None)


def _follow(
    cells: Cells, one: StretchEnds, held: Linear, soon: Truth, must: bool, price: Linear
) -> None:
    """Ask that a stretch that is worth much is not followed too soon."""
    program = cells.program
    beyond = program.reach(held)[1] - one.most
    if soon is False or beyond <= 0:
        return
    row = Linear()
    row.add_all(held, 1)
    if soon is not True:
        row.add(negated(soon), -beyond)
    if not must:
        broken = program.literal(program.value_of(row) > one.most)
        row.add(broken, -beyond)
        price.add(broken, 1)
    program.between(row, None, one.most)
