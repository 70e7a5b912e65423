"""Disruptions made in Python are rows that the reader takes for the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rotaplan.api import write_plan
from rotaplan.domain.calendar import Days
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.people import HeldSkill, People
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.replanning import Question, replanned
from rotaplan.sheets import Reading, read_incident
from rotaplan.sheets.headings import meaning
from rotaplan.text import LANGUAGES, say
from rotaplan.write.disruption_rows import row_of
from tests.replanning.test_plans import HOUR, find, service

BUS = Shift(
    code="BUS",
    label="Bus",
    site="Nord",
    spans=(Span(start=6 * HOUR, end=9 * HOUR), Span(start=16 * HOUR, end=19 * HOUR)),
    skills=frozenset({"LIC"}),
)


def asked() -> tuple[Scenario, Schedule]:
    """Return the work of three people, who hold a licence; E and L are at site Nord."""
    scenario, schedule = service("E E . E\nL L . L\n. . E .", E=1, L=1)
    people = tuple(replace(one, skills=(HeldSkill(skill="LIC"),)) for one in scenario.people)
    shifts = tuple(
        replace(one, site="Nord") if one.code in ("E", "L") else one for one in scenario.shifts
    )
    scenario = replace(scenario, people=people, shifts=shifts)
    return scenario, Schedule.of(scenario, schedule.assignments)


def at(effect: Effect, **given: Any) -> Disruption:
    scenario, _ = asked()
    start, end = scenario.horizon.instant(1, 10 * HOUR), scenario.horizon.instant(2, 4 * HOUR)
    return Disruption(effect=effect, **{"start": start, "end": end, **given})


SOMEBODY = People(ids=frozenset({"A", "C"}))
EARLY = Shifts(codes=frozenset({"E"}))
FOUND = (
    at(Effect.ABSENT, people=SOMEBODY, name="i-1", estimated=True),
    at(Effect.ABSENT, people=SOMEBODY, start=asked()[0].horizon.instant(1)),
    at(Effect.VOLUNTEER, people=People(ids=frozenset({"B"}))),
    at(Effect.LATE, people=SOMEBODY, minute=375),
    at(Effect.LATE, people=SOMEBODY, minute=375, shifts=Shifts(sites=frozenset({"Nord"}))),
    at(Effect.SKILL_LOST, people=SOMEBODY, skill="LIC", end=None),
    at(Effect.CLOSED, shifts=EARLY, end=None),
    at(Effect.CLOSED, shifts=Shifts(sites=frozenset({"Nord"})), known=0),
    at(Effect.CANCELLED, shifts=EARLY),
    at(Effect.CHANGED, shifts=EARLY, made=Shift(code="", spans=BUS.spans)),
    at(Effect.ADDED, made=BUS, count=2, priority=1, end=None),
    at(Effect.ADDED, shifts=EARLY, count=2, priority=1),
    at(Effect.DEMAND, shifts=EARLY, count=-1),
    at(Effect.DEMAND, shifts=EARLY, factor=Fraction(3, 2)),
    at(Effect.SERVICE, like=Days(weekdays=frozenset({6}), text="dimanche")),
)


def facts(one: Disruption, scenario: Scenario) -> dict[str, Any]:
    """Return what a disruption does, whatever words it was told in."""
    made: Any = one.made and (one.made.code, one.made.label, one.made.spans, one.made.skills)
    shifts = [s.code for s in scenario.shifts if not made and one.shifts.has(s)]
    if one.made and one.made.code in scenario.shift:  # more people on it, said in another way
        made, shifts = None, [one.made.code]
    return {
        "effect": one.effect,
        "when": (one.start, one.end, one.estimated),
        "name": one.name,
        "people": [p.id for p in scenario.people if one.people.has(p)],
        "shifts": shifts,
        "amount": (one.skill, one.minute, one.count, one.factor, one.priority, one.like.weekdays),
        "made": made,
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", FOUND, ids=lambda one: f"{one.effect}-{FOUND.index(one)}")
def test_a_row_is_read_as_the_disruption_that_it_was(
    one: Disruption, language: str, tmp_path: Path
) -> None:
    scenario, schedule = asked()
    question = Question(
        scenario=scenario,
        assignments=schedule.assignments,
        new=(one,),
        now=scenario.horizon.instant(0),
    )
    path = tmp_path / "plan.xlsx"
    found = replanned(question, find, ["fewest"])
    write_plan(found, "fewest", path, language=language)  # type: ignore[arg-type]
    reading = Reading(
        scenario=scenario, undisturbed=scenario, planning=(), problems=(), language="fr"
    )
    rows, problems = read_incident(path, reading)
    assert [problem.code for problem in problems if problem.severity != "notice"] == []
    (row,) = rows
    assert facts(row, scenario) == facts(one, scenario)


def test_what_no_row_can_say_is_refused() -> None:
    scenario, _ = asked()
    for one in (
        at(Effect.DEMAND, shifts=EARLY, factor=Fraction(1, 3)),
        at(Effect.LATE, people=SOMEBODY, minute=375, shifts=EARLY),
        at(Effect.SERVICE, like=Days(weekdays=frozenset({6}))),
    ):
        with pytest.raises(ValueError, match=r"row|decimals|words"):
            row_of(one, scenario, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("effect", Effect)
def test_types_are_words_that_the_reader_knows(effect: Effect, language: str) -> None:
    word = say(language, f"out-disruption-type-{effect.value.replace('_', '-')}")
    assert meaning("disruption", word) == effect.value
    assert meaning("certainty", say(language, "out-disruption-estimated")) == "estimated"
