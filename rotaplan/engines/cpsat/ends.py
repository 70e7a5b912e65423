"""Stretches of duties once they are over: how much they are worth, what may follow how soon."""

from __future__ import annotations

from rotaplan.engines.cpsat.cells import Cells, Truth, negated
from rotaplan.engines.cpsat.program import Linear
from rotaplan.model.requirements import OFF, Join, StretchEnds, StretchPairs


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


def _tied(cells: Cells, one: StretchEnds | StretchPairs, day: int, join: Join) -> Truth:
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


def encode_pairs(cells: Cells, one: StretchPairs, must: bool) -> Linear:
    """Write one requirement; return its price (empty where it must hold)."""
    price = Linear()
    held = Linear(constant=-1 if one.base is None else one.base)
    before: Truth = one.before
    planned: Truth = False
    for day, worth in enumerate(one.values):
        works = negated(cells.member(one.person, day, one.idle | {OFF}))
        if works is False:
            continue
        ties = [_tied(cells, one, day, join) for join in one.joins.get(day, ())]
        fresh = cells.all_of([works, *(negated(tie) for tie in ties)])
        counts = cells.all_of([fresh, _not_negative(cells, held)])
        _forbid(cells, cells.all_of([planned, counts, before]), must, price)
        before = cells.any_of([counts, cells.all_of([negated(fresh), before])])
        weight = Linear()
        cells.weigh(weight, one.person, day, worth)
        held = _running(cells, held, weight, fresh)
        planned = cells.any_of([planned, works])
    last = cells.all_of([planned, _not_negative(cells, held), before])
    _forbid(cells, last, must, price)
    return price


def _not_negative(cells: Cells, sum_: Linear) -> Truth:
    """Return whether a sum is 0 or more, as one literal where that is open."""
    program = cells.program
    low, high = program.reach(sum_)
    if low >= 0 or high < 0:
        return low >= 0
    truth = program.literal(program.value_of(sum_) >= 0)
    above = Linear()
    above.add_all(sum_, 1)
    above.add(truth, low)
    program.between(above, low, None)
    below = Linear()
    below.add_all(sum_, 1)
    below.add(truth, -high - 1)
    program.between(below, None, -1)
    return truth


def _forbid(cells: Cells, truth: Truth, must: bool, price: Linear) -> None:
    """Ask that something does not hold, or price that it does."""
    if isinstance(truth, bool):
        if truth and must:
            cells.program.clause([])
        elif truth:
            price.constant += 1
    elif must:
        cells.program.clause([-truth - 1])
    else:
        price.add(truth, 1)


def _running(cells: Cells, held: Linear, weight: Linear, fresh: Truth) -> Linear:
    """Return the sum of the stretch under way, a day's duty included."""
    program = cells.program
    least, most = program.reach(held)
    if fresh is True or (least, most) == (0, 0):
        return weight
    total = Linear()
    total.add_all(held, 1)
    total.add_all(weight, 1)
    if fresh is False:
        return total
    value = program.value_of(weight if program.hinted(fresh) else total)
    reach = [program.reach(one) for one in (weight, total)]
    sum_ = program.new(min(low for low, _ in reach), max(high for _, high in reach), value)
    # Where a stretch begins, the sum is the weight; else it is the weight and what was held.
    for linear, other, low, high in (
        (weight, negated(fresh), least, most),
        (total, fresh, -most, -least),
    ):
        for bound, (lowest, highest) in ((low, (0, None)), (high, (None, 0))):
            row = Linear([sum_], [1])
            row.add_all(linear, -1)
            row.add(other, -bound)
            program.between(row, lowest, highest)
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
