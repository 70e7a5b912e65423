"""Cells decided by hand that break a must: the roster is made around them, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

import pytest

from rotaplan.api import Settings, solve
from rotaplan.domain.calendar import Days
from rotaplan.domain.people import HeldSkill, People, Person
from rotaplan.domain.published import Post, Published
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Absence, Demand, Pin, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Shifts
from rotaplan.engines.cpsat import Watch
from rotaplan.errors import Disagreement
from rotaplan.judge import judge
from rotaplan.model.build import build
from rotaplan.result import Result
from rotaplan.rules.base import RuleBase, rule_class
from rotaplan.strategies.concede import concede
from rotaplan.write.sentences import told_of
from tests.solve.small import EARLY, LATE, row, scenario

SAME = Settings(reproducible=True, seconds=5)
REST = row("rest_between", minimum=660)
NEEDS = {"E": 1, "L": 1}


def pins(person: str, line: str) -> tuple[Pin, ...]:
    """Return the imposed days of one person: a code, ``.`` for rest, ``-`` for an open day."""
    return tuple(
        Pin(person=person, day=day, shift=None if code == "." else code)
        for day, code in enumerate(line.split())
        if code != "-"
    )


def breaches(result: Result) -> list[tuple[str, str, tuple[int, ...]]]:
    """Return rule, person and decided days of each breach, once the pins are seen to be kept."""
    assert result.schedule is not None
    assert result.report is not None
    for pin in result.scenario.pins:
        assert result.schedule.code(pin.person, pin.day) == (pin.shift or "")
    return [(v.rule, v.person, tuple(day for _, day in v.locked)) for v in result.report.broken]


def test_an_imposed_day_of_leave() -> None:
    """Work imposed on a day of leave stays; the others cover the rest as ever."""
    away = (Absence(person="A", first=1, last=2, code="CA"),)
    told = solve(scenario(3, 4, NEEDS, [REST], pins=pins("A", "- E"), absences=away), SAME)
    assert told.status == "optimal"
    assert breaches(told) == [("availability", "A", (1,))]
    assert list(told.schedule.uncovered()) == []  # type: ignore[union-attr]
    (facts,) = (one for one in told.to_json()["violations"] if one["strict"])
    assert facts["locked"] is True


def test_too_short_a_rest_between_two_imposed_days() -> None:
    """Late, then early: the same breach and no more, though a third day could add another."""
    told = solve(scenario(3, 5, NEEDS, [REST], pins=pins("A", "L E")), SAME)
    assert breaches(told) == [("rest_between", "A", (0, 1))]
    # Who is not bound by hand keeps the rule, though breaking it would cover more.
    alone = scenario(1, 4, NEEDS, [REST], pins=pins("A", "L E - -"))
    assert breaches(solve(alone, SAME)) == [("rest_between", "A", (0, 1))]


def test_more_imposed_hours_than_a_week_may_have() -> None:
    """Four imposed days of 8 h where 24 h are allowed: nothing is added to the 8 h too many."""
    hours = row("minutes_period", maximum=24 * 60, period="week")
    told = solve(scenario(2, 7, NEEDS, [hours], pins=pins("A", "E E E E")), SAME)
    assert breaches(told) == [("minutes_period", "A", (0, 1, 2, 3))]
    (breach,) = told.report.broken  # type: ignore[union-attr]
    assert (breach.measured, breach.limit) == (32 * 60, 24 * 60)


def test_imposed_rest_against_a_minimum_of_days() -> None:
    """Two days may still be worked where four are asked for: both are, and two are missing."""
    days = row("days_period", minimum=4, period="horizon")
    told = solve(scenario(1, 5, {"E": 1}, [days], pins=pins("A", ". . .")), SAME)
    assert [(v.measured, v.limit) for v in told.report.broken] == [(2, 4)]  # type: ignore[union-attr]
    assert breaches(told) == [("days_period", "A", (0, 1, 2))]


def test_two_people_imposed_together_who_are_to_be_apart() -> None:
    """A, B and C never on the same day; A and B are imposed on the first: C stays away."""
    apart = row("apart", who=People(ids=frozenset("ABC")), together=True)
    both = (*pins("A", "L"), *pins("B", "E"))
    told = solve(scenario(4, 2, {"E": 2, "L": 2}, [apart], pins=both), SAME)
    assert told.report is not None
    assert told.schedule is not None
    assert [(v.rule, v.locked) for v in told.report.broken] == [("apart", (("A", 0), ("B", 0)))]
    assert told.schedule.code("C", 0) == ""


def test_an_imposed_post_without_the_skill() -> None:
    """A holds nothing: the post stays, as somebody without the function, in one function."""
    people = (Person(id="A"), Person(id="B", skills=(HeldSkill(skill="IDE"),)))
    asked = tuple(Demand(shift="E", skill=skill, minimum=1) for skill in ("AS", "IDE"))
    one = replace(scenario(2, 2, {}, pins=pins("A", "E")), people=people, demand=asked)
    told = solve(one, SAME)
    assert breaches(told) == [("required_skill", "A", (0,))]


def test_two_people_imposed_over_a_strict_maximum() -> None:
    """One on the late shift at most, and two are imposed: nobody joins them, nobody leaves."""
    both = (*pins("A", "L"), *pins("B", "L -"))
    told = solve(scenario(3, 2, {"E": 1, "L": 1}, pins=both), SAME)
    assert [rule for rule, _, _ in breaches(told)] == ["cover_maximum"]
    (breach,) = told.report.broken  # type: ignore[union-attr]
    assert (breach.measured, breach.limit, breach.days) == (2, 1, (0,))
    assert breach.locked == (("A", 0), ("B", 0))


def test_a_closed_shift() -> None:
    """A pin opens a closed shift to its person alone; that is no breach."""
    monday = (Demand(shift="E", days=Days(weekdays=frozenset({0})), minimum=1),)
    told = solve(scenario(2, 3, {}, demand=monday, pins=pins("A", "- E")), SAME)
    assert breaches(told) == []
    assert told.schedule is not None
    assert [told.schedule.code("B", day) for day in (1, 2)] == ["", ""]


def frozen(now: int, **given: Any) -> Scenario:
    """Return five published days of A (late, early, off, early, early), seen at a minute."""
    one = scenario(3, 5, NEEDS, [REST])
    cells = {("A", day): Post(shift=code) for day, code in ((0, "L"), (1, "E"), (3, "E"), (4, "E"))}
    at = one.horizon.instant(0, now)
    return replace(one, published=Published(now=at, cells=cells, stands=cells), **given)


@pytest.mark.parametrize(
    ("now", "french", "english"),
    [
        # Tuesday 07:00: the late of Monday is worked, the early of Tuesday under way.
        (1440 + 420, "déjà travaillé : lun. 1 mars, mar. 2 mars.", "worked already: "),
        # Monday 07:00: both begin within the two days in which nothing changes.
        (420, "trop proche pour être changé : lun. 1 mars", "too near to be changed: "),
    ],
)
def test_what_a_published_schedule_has_decided(now: int, french: str, english: str) -> None:
    """Cells that nobody has fixed by hand, frozen by time: they stay, and the breach says why."""
    asked = frozen(now)
    told = solve(asked, SAME)
    assert told.status == "optimal"
    assert breaches(told) == [("rest_between", "A", (0, 1))]
    assert told.schedule is not None
    assert [told.schedule.code("A", day) for day in range(2)] == ["L", "E"]
    (breach,) = told.report.broken  # type: ignore[union-attr]
    assert french in told_of(breach, asked, "fr")
    assert english in told_of(breach, asked, "en")
    assert "à la main" not in told_of(breach, asked, "fr")
    (facts,) = (v for v in told.to_json()["violations"] if v["strict"])
    assert facts["locked"] is True


def test_days_off_that_time_and_publication_have_decided() -> None:
    """Six days asked for: Wednesday's rest is over, Friday was announced off, Sunday is closed."""
    days = row("days_period", minimum=6, period="horizon")
    cells = {("A", day): Post(shift="E") for day in (0, 1, 3, 5)}
    one = scenario(1, 7, {"E": 1}, [days])
    now = one.horizon.instant(3, 300)
    asked = replace(one, published=Published(now=now, cells=cells, stands=cells, last_day=5))
    told = solve(asked, SAME)
    assert told.schedule is not None
    assert [day for day in range(7) if told.schedule.code("A", day)] == [0, 1, 3, 5]
    (breach,) = told.report.broken  # type: ignore[union-attr]
    assert (breach.rule, breach.measured, breach.limit) == ("days_period", 4, 6)
    sentence = told_of(breach, asked, "fr")
    for part in (
        "Imposé par un repos déjà passé : mer. 3 mars.",
        "Imposé par un repos annoncé : ven. 5 mars.",
        "Imposé par ce qui suit le dernier jour ouvert aux changements : dim. 7 mars.",
    ):
        assert part in sentence


def test_rules_that_contradict_each_other_stay_impossible() -> None:
    """Nobody may work less than three days nor more than two: no pin makes that acceptable."""
    rules = [row("days_period", minimum=3, period="horizon"), row("work_run", maximum=1)]
    both = [*rules, row("off_run", minimum=2)]
    for given in ((), pins("A", "E E"), pins("B", "E")):
        told = solve(scenario(2, 4, NEEDS, both, pins=given), SAME)
        assert (told.status, told.schedule) == ("infeasible", None)
        assert told.impossible == (given[0].person if given else "A")


def test_who_breaks_nothing_in_a_known_roster_is_not_looked_at() -> None:
    """With a roster to start from, nothing is conceded to those who keep every rule in it."""
    model = build(scenario(2, 3, NEEDS, [REST], pins=(*pins("A", "L E"), *pins("B", "E"))))
    roster = {(0, 0): 2, (0, 1): 1, (1, 0): 1}
    assert sum(concede(model, 0, Watch(), roster).conceded.values()) == 3
    assert concede(model, 0, Watch(), roster) == concede(model, 0, Watch())
    free = build(scenario(2, 3, NEEDS, [REST]))
    assert concede(free, 0, Watch()) is free


def test_a_breach_beyond_what_is_forced_is_a_disagreement(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more breach of the same row and person than was conceded: nothing is handed out."""
    one = scenario(2, 5, NEEDS, [REST], pins=pins("A", "L E"))
    cls = rule_class("rest_between")
    plain = cls.check

    def finds(more: Violation) -> None:
        def check(self: RuleBase, asked: Scenario, made: Schedule) -> Iterator[Violation]:
            yield from plain(self, asked, made)
            yield replace(more, row=self.row)

        monkeypatch.setattr(cls, "check", check)

    for person in "AB":
        finds(Violation(rule="rest_between", row="", person=person, days=(3, 4), must=True))
        with pytest.raises(Disagreement):
            solve(one, SAME)


def drawn(rng: Random) -> Scenario:
    """Return two people over four days with strict rules and a few imposed days."""
    pool: list[RuleBase] = [
        REST,
        row("work_run", maximum=rng.randint(1, 2)),
        row("days_period", minimum=2, maximum=3, period="horizon"),
        row("shifts_period", shifts=Shifts(codes=frozenset("L")), maximum=1, period="horizon"),
        row("off_run", maximum=2),
    ]
    cells = rng.sample([(person, day) for person in "AB" for day in range(4)], 4)
    imposed = tuple(
        Pin(person=person, day=day, shift=rng.choice((None, "E", "L", "L")))
        for person, day in cells
    )
    return scenario(2, 4, NEEDS, rng.sample(pool, 3), pins=imposed, shifts=(EARLY, LATE))


def rosters(one: Scenario) -> Iterator[Schedule]:
    """Yield every roster that keeps the imposed days."""
    fixed = {(pin.person, pin.day): pin.shift or "" for pin in one.pins}
    cells = [(person.id, day) for person in one.people for day in one.horizon.planned]
    for codes in product(*((fixed[c],) if c in fixed else ("", "E", "L") for c in cells)):
        yield Schedule.of(
            one,
            (
                Assignment(person=person, day=day, shift=code)
                for (person, day), code in zip(cells, codes, strict=True)
                if code
            ),
        )


@pytest.mark.parametrize("seed", range(12))
def test_the_breach_is_the_least_of_all(seed: int) -> None:
    """Every roster with these imposed days is judged: none breaks its musts by less."""
    one = drawn(Random(seed))
    least = min(sum(v.amount for v in judge(one, each).broken) for each in rosters(one))
    told = solve(one, SAME)
    assert told.report is not None
    assert sum(v.amount for v in told.report.broken) == least
    assert all(v.locked for v in told.report.broken)
