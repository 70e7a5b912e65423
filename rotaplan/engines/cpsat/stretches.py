"""Work added up over duties that belong together: a running sum that a long rest sets back."""

from __future__ import annotations

from rotaplan.engines.cpsat.cells import Cells, Truth, negated
from rotaplan.engines.cpsat.program import Linear
from rotaplan.model.requirements import OFF, Stretches


def encode_stretches(cells: Cells, one: Stretches, must: bool) -> Linear:
    """Write one requirement; return its price (empty where it must hold).

    The running sum may be set back only by a duty that no join ties to the one before it. That
    it is set back there is left to the solver: not doing so never helps, as the sum is only
    bounded from above.
    """
    price = Linear()
    held = Linear(constant=min(one.base, one.most))
    charged = Linear()
    early: dict[tuple[int, int], Truth] = {span: span[0] > 0 for span in one.excused}
    for day, worth in enumerate(one.values):
        works = negated(cells.member(one.person, day, one.idle | {OFF}))
        if works is False:
            continue
        fresh = _fresh(cells, one, day, works)
        weight = Linear()
        cells.weigh(weight, one.person, day, worth)
        held = _running(cells, held, weight, fresh)
        spans = [span for span in one.excused if span[0] <= day]
        early |= {span: cells.all_of([early[span], negated(fresh)]) for span in spans}
        loose = [negated(works), *(negated(early[span]) for span in spans if day <= span[1])]
        if must:
            _bound(cells, one, held, loose)
        else:
            charged = _charge(cells, one, held, loose, fresh, charged, price)
    return price


def _fresh(cells: Cells, one: Stretches, day: int, works: Truth) -> Truth:
    """Return what can hold only where a day's duty begins a stretch."""
    program = cells.program
    tied: list[list[int]] = []
    for join in one.joins.get(day, ()):
        begins = day - join.gap
        truths = [
            cells.member(one.person, begins, join.first),
            *(
                cells.member(one.person, between, one.idle | {OFF})
                for between in range(begins + 1, day)
            ),
            cells.member(one.person, day, join.then),
        ]
        if any(truth is False for truth in truths):
            continue
        tied.append([truth for truth in truths if truth is not True])
        if not tied[-1]:
            return False
    if not tied:
        return works
    hinted = works is True or program.hinted(works)
    fresh = program.literal(
        bool(hinted) and not any(all(map(program.hinted, literals)) for literals in tied)
    )
    if works is not True:
        program.implies(fresh, [works])
    for literals in tied:
        program.clause([-fresh - 1, *(-literal - 1 for literal in literals)])
    return fresh


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
    for least, slack in ((total, before), (weight, 0)):
        row = Linear([sum_], [1])
        row.add_all(least, -1)
        row.add(fresh, slack)
        program.between(row, 0, None)
    return Linear([sum_], [1])


def _loosened(cells: Cells, one: Stretches, held: Linear, loose: list[Truth]) -> Linear | None:
    """Return a sum to keep at ``most``, free where anything of ``loose`` holds; None for free."""
    most = cells.program.reach(held)[1] - one.most
    if most <= 0 or any(truth is True for truth in loose):
        return None
    row = Linear()
    row.add_all(held, 1)
    for truth in loose:
        if truth is not False:
            row.add(truth, -most)
    return row


def _bound(cells: Cells, one: Stretches, held: Linear, loose: list[Truth]) -> None:
    row = _loosened(cells, one, held, loose)
    if row is not None:
        cells.program.between(row, None, one.most)


def _charge(
    cells: Cells,
    one: Stretches,
    held: Linear,
    loose: list[Truth],
    fresh: Truth,
    charged: Linear,
    price: Linear,
) -> Linear:
    """Price what a day's duty adds to the excess of its stretch; return that excess."""
    program = cells.program
    row = _loosened(cells, one, held, loose)
    begins = bool(fresh if isinstance(fresh, bool) else program.hinted(fresh))
    if row is None:
        return Linear() if fresh is True else charged
    before = 0 if begins else program.value_of(charged)
    most = -((one.most - program.reach(held)[1]) // one.unit)
    value = max(before, -((one.most - program.value_of(row)) // one.unit))
    excess = program.new(0, most, value)
    row.add(excess, -one.unit)
    program.between(row, None, one.most)
    if fresh is True or program.reach(charged)[1] <= 0:
        price.add(excess, 1)
        return Linear([excess], [1])
    more = program.new(0, most, value - before)
    step = Linear([more, excess], [1, -1])
    step.add_all(charged, 1)
    program.between(step, 0, None)
    if fresh is not False:
        whole = Linear([more, excess], [1, -1])
        whole.add(negated(fresh), most)
        program.between(whole, 0, None)
    price.add(more, 1)
    return Linear([excess], [1])
