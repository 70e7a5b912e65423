"""What programs over rosters of single people have in common: the rows of cover, and prices."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from rotaplan.engines.columns.master import Master
from rotaplan.engines.solver import cp_model


class Priced:
    """A program whose prices add up.

    Attributes
    ----------
    model
        The program.
    """

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self._costs: list[cp_model.IntVar] = []
        self._prices: list[int] = []

    @property
    def cost(self) -> cp_model.LinearExprT:
        """What all that has a price costs together."""
        return cp_model.LinearExpr.weighted_sum(self._costs, self._prices)

    def pay(self, variable: cp_model.IntVar, price: float) -> None:
        """Let each unit of a variable cost something."""
        if price:
            self._costs.append(variable)
            self._prices.append(round(price))

    def slack(self, most: int, price: float) -> cp_model.IntVar:
        """Return a variable each unit of which costs something."""
        variable = self.model.new_int_var(0, most, "")
        self.pay(variable, price)
        return variable

    def cover(self, master: Master, counted: Callable[[int], Sequence[cp_model.IntVar]]) -> None:
        """Write the rows of cover.

        Parameters
        ----------
        master
            Whose rows, beside those who are not free.
        counted
            Returns the literals that count in a row.
        """
        rows = master.rows
        for number in range(len(rows)):
            count = cp_model.LinearExpr.sum(counted(number))
            below, above = rows.never[number]
            for bound, price, sign, never in (
                (rows.low[number] - master.filled[number], rows.under[number], 1, below),
                (rows.high[number] - master.filled[number], rows.over[number], -1, above),
            ):
                if math.isfinite(bound) and never:
                    self.model.add(sign * count >= sign * int(bound))
                elif math.isfinite(bound) and price:
                    slack = self.slack(len(master.free) + abs(int(bound)), price)
                    self.model.add(sign * count + slack >= sign * int(bound))
