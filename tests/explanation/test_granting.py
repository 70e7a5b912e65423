"""What granting a wish costs: the change that is told, made by hand, costs exactly that."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import openpyxl
import pytest

from rotaplan.api import check, reasons, write
from rotaplan.domain.report import new_breaches, price_change
from rotaplan.domain.scenario import Demand, Scenario, Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.engines.cpsat import Watch
from rotaplan.explanation.granting import Granter
from rotaplan.explanation.weighing import Change, price_rank
from rotaplan.explanation.wishes import Refusal
from rotaplan.result import Result
from rotaplan.trial import Bench
from rotaplan.write.refusals import reason_text, reasons_json
from tests.solve.small import row, scenario

WISHES = (Wish(person="A", day=0), Wish(person="C", day=1, on=True))


def asked(people: int) -> Scenario:
    """Some people, two days, two wanted early on each; A wishes Monday off, C to work Tuesday."""
    rules = [
        row("days_period", maximum=1, period="horizon"),
        row("requests", must=False, level=6, weight=1),
    ]
    return replace(
        scenario(people, 2, {}, rules),
        demand=(Demand(shift="E", minimum=0, target=2, maximum=2),),
        wishes=WISHES,
    )


def roster(question: Scenario, *cells: tuple[str, int]) -> Result:
    """A roster of early shifts."""
    return check(question, [Assignment(person=who, day=day, shift="E") for who, day in cells])


def best_granting(question: Scenario, before: Result, wish: Wish) -> tuple[int, ...]:
    """The least price of granting a wish, over all rosters."""
    assert before.report is not None
    cells = list(product((one.id for one in question.people), range(2)))
    found = []
    for works in product((False, True), repeat=len(cells)):
        chosen = [cell for cell, here in zip(cells, works, strict=True) if here]
        one = roster(question, *chosen)
        assert one.report is not None
        if one.report.clean and ((wish.person, wish.day) in chosen) == wish.on:
            change = price_change(before.report.violations, one.report.violations)
            found.append(price_rank(change))
    return min(found)


@pytest.mark.parametrize(
    ("people", "cells"),
    [
        (3, [("A", 0), ("B", 1), ("C", 0)]),
        (3, [("A", 0), ("B", 1)]),
    ],
)
@pytest.mark.parametrize("wish", WISHES)
def test_the_price_is_the_least_of_all_rosters(
    people: int, cells: list[tuple[str, int]], wish: Wish
) -> None:
    """Proven, it never rises an earlier level than the best does, nor that level by more."""
    question = asked(people)
    before = roster(question, *cells)
    assert before.schedule is not None
    assert before.report is not None
    bench = Bench.of(question, before.schedule)
    found = Granter(bench=bench, watch=Watch()).grant(wish)
    assert found is not None
    assert found.proven
    after = check(
        question, before.schedule.changed(found.change.removed, found.change.added).assignments
    )
    assert after.report is not None
    assert not new_breaches(before.report.violations, after.report.violations)
    told = price_rank(found.change.prices)
    assert price_rank(price_change(before.report.violations, after.report.violations)) == told
    best = best_granting(question, before, wish)
    rising = next((level for level, price in enumerate(told) if price > 0), None)
    if rising is not None:
        assert max(best[:rising], default=0) > 0 or best[rising] >= told[rising]


def test_every_refused_wish_has_a_way_or_a_rule() -> None:
    """All of them are told, and the same twice."""
    question = asked(3)
    before = roster(question, ("A", 0), ("B", 1), ("C", 0))
    told = reasons(before)
    assert [one.wish for one in told.refusals] == list(WISHES)
    assert all((one.change is None) == (one.breach is not None) for one in told.refusals)
    assert reasons(before).refusals == told.refusals


def test_beyond_the_time_the_rule_is_told_alone() -> None:
    """Nothing is searched where no time is left."""
    question = asked(3)
    before = roster(question, ("A", 0), ("B", 1), ("C", 0))
    told = reasons(before, seconds=0)
    assert not told.complete


def test_the_workbook_and_the_json_tell_why(tmp_path: Path) -> None:
    """Beside each refused wish stands its reason, and what granting it would cost."""
    question = asked(3)
    before = roster(question, ("A", 0), ("B", 1), ("C", 0))
    told = reasons(before)
    write(before, tmp_path / "a.xlsx", explanation=told)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    head, *rows = book["Souhaits"].iter_rows(values_only=True)
    assert head[-2:] == ("Pourquoi", "Ce qu'il en coûterait")
    assert len(rows) == len(WISHES)
    assert all(one[-2] for one in rows)
    text = " ".join(str(one[0]) for one in book["Explications"].iter_rows(values_only=True))
    assert "sur 3 agents" in text
    found = reasons_json(told, "en")
    assert len(found["refused_wishes"]) == len(WISHES)
    for post in found["open_posts"]:
        assert sum(map(len, post["staff"].values())) == 3


@pytest.mark.parametrize(
    ("prices", "told"),
    [({}, "À prix égal"), ({6: -5}, "Trouvé après coup"), ({4: -1, 6: 5}, "L'accorder coûterait")],
)
def test_only_a_better_roster_is_one_that_the_search_has_missed(
    prices: dict[int, int], told: str
) -> None:
    """At an equal price something else gives way, in a roster proven best too."""
    one = Refusal(wish=Wish(person="A", day=0), change=Change(prices=prices))
    assert reason_text(one, scenario(1, 1, {}), "fr").startswith(told)
