"""Sums that cannot come out: found where planted, never where a roster holds them all."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from rotaplan.api import foresee, read
from rotaplan.cli import main
from rotaplan.domain.calendar import Days
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.explanation.arithmetic import Shortage, shortages
from rotaplan.judge import judge
from rotaplan.model.build import build
from rotaplan.rules.base import RuleBase
from rotaplan.strategies.concede import concede_between
from tests.explanation.planted import CASES, planted
from tests.sheets.books import write_xlsx
from tests.solve.small import row, scenario

COVER = row("cover_minimum", must=True)
SMALL = [case for case in CASES if case[2] == 12]
SEEN = {
    "holders_on_leave": ("day", 1, 0),
    "days_against_leave": ("person", 4, 2),
    "hours_against_leave": ("person", 32 * 60, 24 * 60),
    "forbidden_twice": ("person", 2, 0),
    "run_for_one": ("posts", 7, 6),
    "too_few_present": ("day", 2, 1),
    "more_than_hold": ("day", 4, 3),
}
"""What counting alone sees of what is planted: kind, asked for, possible."""


def counted(one: Scenario) -> tuple[Shortage, ...]:
    return shortages(concede_between(build(one)))


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case[0])
def test_what_was_planted_is_seen_where_counting_can_see_it(
    tmp_path: Path, case: tuple[str, int, int, int]
) -> None:
    """The planted row is named, with its figures; what counting cannot see is left alone."""
    made = planted(*case)
    asked = read(write_xlsx(tmp_path / "planted.xlsx", made.book)).scenario
    assert asked is not None
    found = counted(asked)
    if case[0] not in SEEN:
        assert not found
        return
    first = found[0]
    assert (first.kind, first.needed, first.available) == SEEN[case[0]]
    told = {(cell.sheet, cell.row) for cell in first.cells}
    told |= {(one.origin.sheet, one.origin.row) for one in first.rules if one.origin}  # type: ignore[attr-defined]
    assert told & made.culprits


def drawn(rng: Random) -> tuple[Scenario, Schedule]:
    """Return a question made so that a random roster just keeps all of its strict rows."""
    people = tuple(
        Person(id=name, skills=(HeldSkill(skill="IDE"),) if rng.random() < 0.4 else ())
        for name in "ABCDEFG"[: rng.randint(2, 7)]
    )
    days = rng.choice((7, 10, 14))
    bare = replace(scenario(1, days, {}), people=people)
    duties, absences = [], []
    for person in people:
        for day in range(days):
            if rng.random() < 0.6:
                skill = "IDE" if person.skills and rng.random() < 0.5 else ""
                shift = rng.choice("ELN")
                duties.append(Assignment(person=person.id, day=day, shift=shift, skill=skill))
            elif rng.random() < 0.2:
                absences.append(Absence(person=person.id, first=day, last=day))
    # A line without a function counts everybody on the shift.
    asked = Counter((one.day, one.shift, "") for one in duties)
    asked.update((one.day, one.shift, one.skill) for one in duties if one.skill)
    dates = {day: bare.horizon.date(day) for day in range(days)}
    demand = tuple(
        Demand(
            shift=shift, skill=skill, days=Days(spans=((dates[day],) * 2,)), minimum=n, maximum=n
        )
        for (day, shift, skill), n in sorted(asked.items())
    )
    made = replace(bare, demand=demand, absences=tuple(absences))
    schedule = Schedule.of(made, duties)
    return replace(made, rules=(COVER, *tight(rng, made, schedule), *made.rules)), schedule


def tight(rng: Random, one: Scenario, schedule: Schedule) -> list[RuleBase]:
    """Return limits that a roster just keeps: of duties and of hours, least and most."""
    rules = []
    for period in rng.sample(("week", "horizon"), 1):
        for key, worth in (("days_period", lambda duty: 1), ("minutes_period", _minutes)):
            sums = [
                sum(worth(duty) for duty in schedule.timeline(person) if duty.day in span.days)
                for person in one.people
                for span in one.horizon.periods(period)
            ]
            whole = all(span.complete for span in one.horizon.periods(period))
            least = min(sums) if whole else None
            rules.append(row(key, must=True, minimum=least, maximum=max(sums), period=period))
    return rules


def _minutes(duty: object) -> int:
    return sum(span.end - span.start for span in duty.shift.spans)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(200), ids=str)
def test_nothing_is_told_where_a_roster_keeps_everything(seed: int) -> None:
    """Limits as tight as a roster allows, cover to the last person: no sum fails."""
    one, schedule = drawn(Random(f"sound-{seed}"))
    assert not judge(one, schedule).broken
    assert counted(one) == ()


def test_one_person_more_than_there_are_is_told() -> None:
    """The draws above are at their limit: where everybody works, one post more is one too many."""
    one = scenario(3, 7, {"E": 2, "L": 1}, [COVER])
    assert counted(one) == ()
    more = counted(replace(one, demand=(*one.demand, Demand(shift="N", minimum=1))))
    assert [(each.kind, each.needed, each.available) for each in more] == [("day", 4, 3)] * 7


def test_posts_that_few_can_hold_are_told_apart_from_the_others() -> None:
    """Two functions, one holder of both: the rows named are those two, not the third."""
    people = (
        Person(id="A", skills=(HeldSkill(skill="X"), HeldSkill(skill="Y"))),
        *(Person(id=name) for name in "BCD"),
    )
    demand = tuple(
        Demand(shift=shift, skill=skill, minimum=1)
        for shift, skill in (("E", "X"), ("L", "Y"), ("N", ""))
    )
    (found,) = counted(replace(scenario(1, 1, {}, [COVER]), people=people, demand=demand))
    assert found.posts == (("E", "X"), ("L", "Y"))
    assert found.people == ("A",)
    assert found.missing == 1


def test_hours_of_a_week_against_its_posts() -> None:
    """Two people at 35 h cannot hold ten posts of eight hours: 80 h asked, 70 h possible."""
    rules = [COVER, row("minutes_period", must=True, maximum=35 * 60, period="week")]
    weekdays = Demand(shift="E", days=Days(weekdays=frozenset(range(5))), minimum=2)
    (found,) = counted(replace(scenario(2, 7, {}, rules), demand=(weekdays,)))
    assert (found.kind, found.needed, found.available) == ("worth", 80 * 60, 70 * 60)
    assert found.people == ("A", "B")


def test_hours_owed_against_posts_that_are_capped() -> None:
    """Three people owe 24 h each, and five posts of eight hours are all there may be."""
    rules = [
        row("cover_maximum", must=True),
        row("minutes_period", must=True, minimum=24 * 60, period="week"),
    ]
    weekdays = Demand(shift="E", days=Days(weekdays=frozenset(range(5))), minimum=0, maximum=1)
    one = replace(scenario(3, 7, {}, rules), demand=(weekdays,))
    (found,) = counted(one)
    assert (found.kind, found.needed, found.available) == ("owed", 72 * 60, 40 * 60)
    assert counted(replace(one, people=one.people[:1])) == ()


def test_posts_that_may_stay_open_are_no_obstacle() -> None:
    assert not foresee(scenario(1, 7, {"E": 2})).impossible


@pytest.mark.parametrize(
    ("language", "sum_"),
    [("fr", "4 personnes demandées, 3 seulement"), ("en", "4 people asked for, only 3")],
)
def test_solve_says_the_sum_and_the_rows_before_any_search(
    tmp_path: Path, language: str, sum_: str
) -> None:
    made = planted("more_than_hold", 0, 12, 14)
    book = write_xlsx(tmp_path / "planted.xlsx", made.book)
    words = ["solve", str(book), "--lang", language, "--time-limit", "60"]
    told = CliRunner().invoke(main, [*words, "--json", str(tmp_path / "answer.json")])
    assert told.exit_code == 1
    assert sum_ in told.output
    assert "Besoins!A5, Règles!A6" in told.output
    answer = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    assert answer["status"] == "infeasible"
    (one,) = answer["shortages"]
    assert (one["needed"], one["available"], one["rows"]) == (4, 3, ["Règles!A6"])
    assert answer["conflicts"]
