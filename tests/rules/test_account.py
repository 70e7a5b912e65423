"""The account of hours by hand: what is due, what leave does to it, either end of the plan."""

from __future__ import annotations

import datetime as dt

from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Absence
from rotaplan.domain.time import Cycle
from rotaplan.rules.account import BalanceAccount
from tests.rules.verdicts import found

HOUR = 60
FULL = (Person(id="A", weekly_minutes=35 * HOUR),)


def balances(roster: str, rule: BalanceAccount, **more: object) -> list[tuple[int, int, int]]:
    """Return day, balance and amount of each breach."""
    given = {"people": FULL, **more}
    return [(v.days[0], v.measured, v.amount) for v in found(roster, rule, **given)]


def test_the_balance_goes_on_from_week_to_week() -> None:
    """40 h, 40 h, 24 h against 35 h a week: 5 h, 10 h and -1 h."""
    roster = "D D D D D . . D D D D D . . D D D . . . ."
    assert balances(roster, BalanceAccount(minimum=0, maximum=6 * HOUR)) == [
        (13, 10 * HOUR, 4),
        (20, -HOUR, 1),
    ]


def test_only_the_ends_of_periods_are_judged() -> None:
    """Ten hours ahead after two weeks matter to nobody who counts by three."""
    roster = "D D D D D . . D D D D D . . D D D . . . ."
    by_cycle = BalanceAccount(maximum=6 * HOUR, period=Cycle(weeks=3))
    assert not balances(roster, by_cycle)
    assert balances(roster, BalanceAccount(minimum=0, period=Cycle(weeks=3))) == [(20, -HOUR, 1)]


def test_what_was_brought_forward_counts_and_the_history_does_not() -> None:
    person = Person(id="A", weekly_minutes=35 * HOUR, opening={"hours": -3 * HOUR, "ancien": 0})
    rule = BalanceAccount(target=0)
    assert balances("N N | D D D D D . .", rule, people=(person,)) == [(6, 2 * HOUR, 2)]
    other = BalanceAccount(target=0, counter="Ancien")
    assert balances("N N | D D D D D . .", other, people=(person,)) == [(6, 5 * HOUR, 5)]


def test_leave_and_days_outside_the_contract_are_not_due() -> None:
    """Five days present of seven are 25 h, whether two are leave or before the contract."""
    rule = BalanceAccount(target=0)
    away = (Absence(person="A", first=0, last=1),)
    assert balances(". . D D D . .", rule, absences=away) == [(6, -HOUR, 1)]
    late = (Person(id="A", weekly_minutes=35 * HOUR, contract_from=dt.date(2027, 2, 3)),)
    assert balances(". . D D D . .", rule, people=late) == [(6, -HOUR, 1)]
    asked = (Absence(person="A", first=0, last=1, firm=False),)
    assert balances(". . D D D . .", rule, absences=asked) == [(6, -11 * HOUR, 11)]


def test_hours_given_for_the_whole_plan_are_spread_over_it() -> None:
    """56 h in two weeks: 28 h are due after the first."""
    person = (Person(id="A", weekly_minutes=35 * HOUR, target_minutes=56 * HOUR),)
    roster = "D D D D . . . D D D . . . ."
    assert balances(roster, BalanceAccount(maximum=0), people=person) == [(6, 4 * HOUR, 4)]
    assert not balances(roster, BalanceAccount(target=0), people=person)


def test_nobody_is_judged_whose_contract_states_no_hours() -> None:
    assert not balances("D D D D D D D", BalanceAccount(maximum=0), people=(Person(id="A"),))
