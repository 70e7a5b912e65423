"""How far the greatest of some sums is above the least: what equal shares make small."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

from rotaplan.engines.cpsat.program import Linear, Program


def spread(program: Program, sums: Sequence[Linear]) -> Linear:
    """Return the greatest of some sums less the least, or a little more: the solver lowers it.

    Greatest and least are counted in the greatest common divisor of all that is added up, and
    lie on either side of the mean: this is what lets a gap that cannot be zero be proven.

    Parameters
    ----------
    program
        Where the sums live.
    sums
        One at least.
    """
    parts = [number for one in sums for number in (*one.coefficients, one.constant)]
    unit = gcd(*parts) or 1
    reaches = [program.reach(one) for one in sums]
    low = min(least for least, _ in reaches) // unit
    high = -(-max(most for _, most in reaches) // unit)
    values = [program.value_of(one) // unit for one in sums]
    top = program.new(low, high, max(values))
    bottom = program.new(low, high, min(values))
    mean = Linear()
    for one in sums:
        _above(program, top, one, unit)
        _above(program, bottom, one, unit, below=True)
        mean.add_all(one, 1)
    _above(program, top, mean, unit * len(sums))
    _above(program, bottom, mean, unit * len(sums), below=True)
    gap = Linear()
    gap.add(top, unit)
    gap.add(bottom, -unit)
    return gap


def _above(
    program: Program, variable: int, linear: Linear, factor: int, *, below: bool = False
) -> None:
    """Keep ``factor`` times a variable on one side of a sum."""
    row = Linear()
    row.add(variable, factor)
    row.add_all(linear, -1)
    program.between(row, None if below else 0, 0 if below else None)
