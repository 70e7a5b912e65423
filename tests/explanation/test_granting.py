"""What granting a wish costs: the change that is told, made by hand, costs exactly that."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import openpyxl
import pytest

from rotaplan.api import check, polish, reasons, write
from rotaplan.api.solving import with_schedule
from rotaplan.domain.report import new_breaches, price_change
from rotaplan.domain.scenario import Demand, Scenario, Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.engines.cpsat import Watch
from rotaplan.errors import Disagreement
from rotaplan.explanation.granting import Granter
from rotaplan.explanation.posts import Account
from rotaplan.explanation.weighing import Change, price_rank
from rotaplan.explanation.wishes import Refusal
from rotaplan.result import Result
from rotaplan.trial import Bench
from rotaplan.write.refusals import cheapest_text, is_short, reason_text, reasons_json
from rotaplan.write.whys import move_lines
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


def test_a_wish_that_costs_nothing_is_granted_before_anything_is_told() -> None:
    """B has not wished to work on Monday and could: A gets the day off, nobody pays."""
    question = replace(asked(3), demand=(Demand(shift="E", minimum=0, target=1, maximum=1),))
    before = roster(question, ("A", 0), ("C", 1))
    better, told = polish(before)
    assert better.report is not None
    assert before.report is not None
    assert [one.wish for one in reasons(before).refusals] == [WISHES[0]]
    assert told.refusals == ()
    assert told.roster == better.schedule
    assert price_change(before.report.violations, better.report.violations) == {6: -1}
    assert polish(before)[0] == better
    assert [one.cost for one in better.levels] == [0 for _ in better.levels]


def test_at_an_equal_price_the_roster_stays() -> None:
    """A and C, of two who both wish Monday off, one has to work: no reason to exchange them."""
    wishes = (Wish(person="A", day=0), Wish(person="C", day=0))
    line = Demand(shift="E", minimum=0, target=1, maximum=1)
    question = replace(asked(2), demand=(line,), wishes=wishes)
    question = replace(question, people=(question.people[0], replace(question.people[1], id="C")))
    before = roster(question, ("A", 0), ("C", 1))
    same, told = polish(before)
    assert same == before
    (one,) = told.refusals
    assert one.change is not None
    assert dict(one.change.prices) == {}
    assert reason_text(one, question, "fr").startswith("À prix égal")


def test_without_time_nothing_is_granted_and_every_refused_wish_is_named() -> None:
    question = asked(3)
    before = roster(question, ("A", 0), ("B", 1), ("C", 0))
    same, told = polish(before, seconds=0)
    assert same == before
    assert [(one.wish, one.searched) for one in told.refusals] == [(w, False) for w in WISHES]


def test_a_schedule_that_is_no_better_is_not_handed_out() -> None:
    question = asked(3)
    good, bad = roster(question, ("B", 0), ("C", 1)), roster(question, ("A", 0), ("B", 1))
    assert bad.schedule is not None
    with pytest.raises(Disagreement):
        with_schedule(good, bad.schedule)


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
    [
        ({}, "À prix égal"),
        ({6: -5}, "Trouvé après coup"),
        ({4: -1, 6: 5}, "Trouvé après coup"),
        ({4: 1, 6: -5}, "L'accorder coûterait"),
    ],
)
def test_only_a_better_roster_is_one_that_the_search_has_missed(
    prices: dict[int, int], told: str
) -> None:
    """At an equal price something else gives way, in a roster proven best too."""
    one = Refusal(wish=Wish(person="A", day=0), change=Change(prices=prices))
    assert reason_text(one, scenario(1, 1, {}), "fr").startswith(told)


def test_a_change_of_many_cells_is_told_a_line_a_day() -> None:
    question = scenario(2, 2, {"E": 1})
    change = Change(
        removed=(Assignment(person="A", day=0, shift="E"),),
        added=(
            Assignment(person="B", day=0, shift="E"),
            Assignment(person="A", day=1, shift="L"),
        ),
    )
    assert not is_short(change)
    assert move_lines(change, question, "en") == [
        "Mon 1 Mar: A E → rest, B rest → E",
        "Tue 2 Mar: A rest → L",
    ]


@pytest.mark.parametrize(("uncovered", "told"), [(0, "mais L resterait"), (-1, "Le moins cher")])
def test_who_leaves_another_post_leaves_it_open(uncovered: int, told: str) -> None:
    """Where nothing is gained by an exchange, it says which post is open in its place."""
    question = scenario(1, 1, {"E": 1, "L": 1})
    duties = [Assignment(person="A", day=0, shift=code) for code in "LE"]
    change = Change(removed=(duties[0],), added=(duties[1],), uncovered=uncovered)
    account = Account(need=question.needs[0][0], missing=1, cheapest=change)
    text = cheapest_text(account, question, "fr")
    assert told in text
    assert ("resterait" in text) == (uncovered == 0)
