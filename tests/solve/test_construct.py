"""A first roster: of a long horizon window by window, and never more written than is asked."""

from __future__ import annotations

import pytest

from rotaplan.engines.cpsat import Watch, engine, solve_part
from rotaplan.engines.cpsat.encode import Encoder
from rotaplan.engines.cpsat.program import Linear
from rotaplan.engines.part import Answer, Goal, Limits, Part, Roster
from rotaplan.model.build import Model, build
from rotaplan.model.measure import amount
from rotaplan.model.requirements import Requirement
from rotaplan.strategies import construct as module
from rotaplan.strategies.incumbent import Incumbent
from tests.solve.small import row, scenario

WEEKS = 12


def quarter() -> Model:
    """Return five people over twelve weeks on two shifts, five days of work at most in a row."""
    rules = [
        row("rest_between", minimum=660),
        row("work_run", maximum=5),
        row("weekends_max", maximum=1, must=False, level=5),
        row("off_run", minimum=2, must=False, level=6),
    ]
    return build(scenario(5, 7 * WEEKS, {"E": 1, "L": 1}, rules))


def test_a_long_horizon_is_priced_window_by_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """No part with a price frees more than four weeks of somebody; every must of one holds."""
    freed = []

    def heard(part: Part, limits: Limits, watch: Watch) -> Answer:
        if part.goal.levels:
            freed.append(len(part.free))
        return solve_part(part, limits, watch)

    monkeypatch.setattr(module, "solve_part", heard)
    model = quarter()
    levels = Incumbent(model, {}).levels
    roster = module.construct(model, levels, 1, Watch())
    assert roster is not None
    assert len(freed) == 5 * WEEKS // 4
    assert max(freed) == 28
    found = Incumbent(model, roster)
    assert found.costs[0] == 0
    assert not any(amount for index, amount in found.amounts.items() if _asks_cover(model, index))


def _asks_cover(model: Model, index: int) -> bool:
    return model.requirements[index].grade.level < 5


def test_levels_that_a_goal_leaves_out_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for one level, a part is written with the musts and that level alone."""
    written = set[int]()
    encode = Encoder.encode

    def heard(self: Encoder, requirement: Requirement, must: bool) -> Linear:
        if not requirement.grade.must:
            written.add(requirement.grade.level)
        return encode(self, requirement, must)

    monkeypatch.setattr(Encoder, "encode", heard)
    model = quarter()
    free = frozenset(cell for cell in model.domains if cell[1] < 7)
    part = Part(model=model, roster={}, free=free, goal=Goal(levels=(5,)))
    assert solve_part(part, Limits(seconds=60, effort=1.0, seed=1)).status == "optimal"
    assert written == {5}


def test_whoever_is_not_reached_keeps_the_musts_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Stopped at the first price, the search has days for everybody, which break no must."""
    watch, written = Watch(), 0
    write = engine._program

    def heard(part: Part, limits: Limits, inner: Watch) -> Answer:
        if part.goal.levels:
            watch.stop()
        return solve_part(part, limits, inner)

    def counted(part: Part) -> object:
        nonlocal written
        written += 1
        return write(part)

    monkeypatch.setattr(module, "solve_part", heard)
    monkeypatch.setattr(engine, "_program", counted)
    model = quarter()
    roster = module.construct(model, Incumbent(model, {}).levels, 1, watch)
    assert roster is not None
    assert written == 5 + 1, "days for everybody, and for the first one against the others"
    assert roster.keys() == model.domains.keys()
    assert Incumbent(model, roster).costs[0] == 0
    assert not any(broken(model, roster))


def broken(model: Model, roster: Roster) -> list[int]:
    """Return by how much each must is missed."""

    def value(person: int, day: int) -> int:
        return model.frame.past(person, day) if day < 0 else roster[person, day]

    return [amount(one, value, model.frame) for one in model.requirements if one.grade.must]


def test_days_are_found_where_none_are_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a look at the part first, a search may end with nothing: it is then made anew."""
    asked: list[bool] = []

    def heard(part: Part, limits: Limits, watch: Watch) -> Answer:
        if not part.goal.levels:
            asked.append(limits.at_once)
        return Answer(status="unknown") if limits.at_once else solve_part(part, limits, watch)

    monkeypatch.setattr(module, "solve_part", heard)
    model = quarter()
    roster = module.construct(model, Incumbent(model, {}).levels, 1, Watch())
    assert roster is not None
    # For everybody, and again against the others, whom a maximum of a post binds to them.
    assert asked == [True, False] * (5 + 5)
    assert not any(broken(model, roster))
