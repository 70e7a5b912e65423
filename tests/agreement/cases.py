"""Random small scenarios with one rule in force, and random complete rosters for them.

``cases(rule_class, count)`` is what agreement tests of any kind iterate over. Each case is a pair
(scenario, schedule): the scenario has that rule alone, with random scope, parameters and grade;
the schedule fills every planned cell (days off are the missing assignments) with an option that
the frame offers there. The same class and number always give the same case.

Half of the cases are drawn for each verdict: a few scenarios are tried, and the first on which
``check`` says what is wanted is taken; after that whatever comes. Of the clean ones, half were
objected to at first and mended cell by cell, so that the rule has a say in them. Parameters come
half from around the samples and examples of the rule, half from their whole declared range.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import MISSING, fields
from random import Random
from typing import Any, get_args

from rotaplan.domain.calendar import EVERY_DAY
from rotaplan.domain.people import EVERYBODY, People, Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.sequences import Sequence, Step
from rotaplan.domain.time import CivilName, Cycle
from rotaplan.domain.work import ALL_WORK, Family, Shifts
from rotaplan.model.frame import Frame
from rotaplan.rules.base import Param, RuleBase, params_of
from tests.agreement.contents import EDGES, PEOPLE, SKILLS, draw_days, draw_scenario

STRUCTURAL = frozenset({"one_per_day"})
"""Rules that every model keeps by its making: two duties in a cell are no case for a model."""

_TRIES = 40
_MENDING = 40
_NUMBERS = frozenset({"count", "duration", "days", "window"})


def cases(rule_class: type[RuleBase], count: int) -> Iterator[tuple[Scenario, Schedule]]:
    """Yield ``count`` pairs of a scenario with one rule of the class, and a roster for it."""
    for index in range(count):
        rng = Random(f"{rule_class.key}-{index}")
        clean_wanted, mending = index % 2 == 0, index % 4 == 0
        for _ in range(_TRIES):
            scenario = draw_scenario(rng, draw_rule(rng, rule_class))
            schedule = draw_schedule(rng, scenario)
            violations = amiss(scenario, schedule)
            if mending and not violations:
                continue
            if mending:
                schedule, violations = _mended(rng, scenario, schedule)
            if bool(violations) != clean_wanted:
                break
        yield scenario, schedule


def amiss(scenario: Scenario, schedule: Schedule) -> list[Violation]:
    """Return what the ``check`` of the scenario's rule finds."""
    return list(scenario.rules[0].check(scenario, schedule))


def _mended(
    rng: Random, scenario: Scenario, schedule: Schedule
) -> tuple[Schedule, list[Violation]]:
    """Change cells of a roster, those objected to first, as long as that finds less amiss."""
    frame = Frame.of(scenario)
    options = [frame.options[number] for number in sorted(frame.demanded)]
    violations = amiss(scenario, schedule)
    for _ in range(_MENDING):
        if not violations:
            break
        chosen = rng.choice(violations)
        days = [day for day in chosen.days if day in scenario.horizon.planned]
        day = rng.choice(days) if days else rng.randrange(scenario.horizon.days)
        person = chosen.person or rng.choice(scenario.people).id
        line = [a for a in schedule.assignments if (a.person, a.day) != (person, day)]
        option = rng.choice([None, None, *options])
        if option is not None:
            code = option.shift.code
            line.append(Assignment(person=person, day=day, shift=code, skill=option.skill))
        other = Schedule.of(scenario, line)
        now = amiss(scenario, other)
        if sum(v.amount for v in now) <= sum(v.amount for v in violations):
            schedule, violations = other, now
    return schedule, violations


def draw_rule(rng: Random, rule_class: type[RuleBase]) -> RuleBase:
    """Return an instance of a rule with random scope, parameters and grade."""
    for _ in range(50):
        given: dict[str, Any] = {
            "must": rule_class.key in STRUCTURAL or rng.random() < 0.5,
            "level": rng.randint(1, 7),
            "weight": rng.choice([1, 2, 7, 100]),
            "row": f"Règles!A{rng.randint(2, 40)}",
        }
        if "who" in rule_class.scope:
            given["who"] = _people(rng)
        if "shifts" in rule_class.scope:
            given["shifts"] = _shifts(rng)
        if "when" in rule_class.scope:
            given["when"] = draw_days(rng) if rng.random() < 0.4 else EVERY_DAY
        given |= _params(rng, rule_class)
        try:
            return rule_class(**given)
        except ValueError:  # parameters that the rule refuses together
            continue
    raise AssertionError(f"{rule_class.key} refuses all parameters")


def _params(rng: Random, rule_class: type[RuleBase]) -> dict[str, Any]:
    """Return random parameters; now and then exactly those of an example."""
    declared = params_of(rule_class)
    examples = [
        {name: value for name, value in example.params.items() if name in declared}
        for example in rule_class.examples
    ]
    chosen = dict(rng.choice(examples)) if examples and rng.random() < 0.3 else {}
    defaults = {f.name: f.default for f in fields(rule_class)}
    for name, param in declared.items():
        if name in chosen:
            continue
        if defaults[name] is not MISSING and rng.random() < (
            0.5 if defaults[name] is None else 0.2
        ):
            chosen[name] = defaults[name]
            continue
        hints = [example[name] for example in examples if example.get(name) is not None]
        chosen[name] = _value(rng, param, [*hints, *_sample(param)])
    return chosen


def _value(rng: Random, param: Param, hints: list[Any]) -> Any:
    """Return a random value of a parameter."""
    if param.kind in _NUMBERS:
        return _number(rng, param, hints)
    if param.kind == "flag":
        return rng.random() < 0.5
    if param.kind == "shifts":
        return _shifts(rng)
    if param.kind == "people":
        return _people(rng)
    if param.kind == "skill":
        return rng.choice(SKILLS)
    if param.kind == "sequence":
        return _sequence(rng, param)
    if param.kind == "period":
        return (
            rng.choice(param.choices or get_args(CivilName)) if rng.random() < 0.8 else _cycle(rng)
        )
    return rng.choice(param.choices or ("", "night", "hours"))


def _cycle(rng: Random) -> Cycle:
    """Return a work cycle, of a date near those that scenarios begin on, or of the plan."""
    begins = rng.choice(EDGES) + dt.timedelta(days=rng.randint(-9, 9))
    return Cycle(weeks=rng.choice([1, 1, 2, 3]), begins=rng.choice([None, begins]))


def _number(rng: Random, param: Param, hints: list[Any]) -> int:
    """Return a number near a hint, near the low end, or anywhere between the bounds."""
    draw = rng.random()
    if hints and draw < 0.5:
        step = 30 if param.kind == "duration" else 1
        near = int(rng.choice(hints)) + step * rng.choice([-2, -1, 0, 0, 0, 1, 2])
        return min(max(near, param.least), param.most)
    width = param.most - param.least + 1
    if draw < 0.8:
        return param.least + int(math.exp(rng.uniform(0, math.log(width)))) - 1
    return rng.randint(param.least, param.most)


def _sample(param: Param) -> list[int]:
    """Return the sample of a numeric parameter, durations in minutes; nothing where it has none."""
    if param.kind not in _NUMBERS or param.sample is None:
        return []
    if isinstance(param.sample, int):
        return [param.sample]
    hours, _, minutes = str(param.sample).partition(":")
    return [int(hours) * 60 + int(minutes or 0)] if param.kind == "duration" else [int(hours)]


def _people(rng: Random) -> People:
    if rng.random() < 0.6:
        return EVERYBODY
    some = frozenset(rng.sample(PEOPLE, rng.randint(1, 2)))
    return rng.choice(
        [
            People(ids=some),
            People(teams=frozenset({"bleu"})),
            People(contracts=frozenset({"titulaire"})),
            People(skills=frozenset({rng.choice(SKILLS)})),
            People(reserve=True),
            People(without=some),
        ]
    )


def _shifts(rng: Random) -> Shifts:
    if rng.random() < 0.3:
        return ALL_WORK
    codes = frozenset(rng.sample(["E", "D", "L", "N", "S", "F", "CA"], rng.randint(1, 3)))
    return rng.choice(
        [
            Shifts(codes=codes),
            Shifts(codes=codes),
            Shifts(families=frozenset({Family.NIGHT, Family.EVENING})),
            Shifts(families=frozenset({Family.MORNING})),
            Shifts(tags=frozenset({"rue"})),
            Shifts(sites=frozenset({"nord"}), codes=frozenset({"N"})),
            Shifts(without=codes),
        ]
    )


def _sequence(rng: Random, param: Param) -> Sequence:
    """Return a sequence, most often a short one."""
    longest = rng.choice([2, 3, 4, 6])
    steps = []
    for _ in range(rng.randint(param.least, min(param.most, max(longest, param.least)))):
        draw = rng.random()
        shifts = None if draw < 0.3 else ALL_WORK if draw < 0.6 else _shifts(rng)
        steps.append(Step(shifts=shifts, off=shifts is None or rng.random() < 0.2))
    return Sequence(steps=tuple(steps), text="...")


def draw_schedule(rng: Random, scenario: Scenario) -> Schedule:
    """Return a roster in one of several manners: sparse or dense, steady or mixed, as needed.

    Cells take what the frame offers there: shifts of the needs, and pinned shifts in the cells
    that they are pinned to. Where the rule is a structural one, some cells take two duties.
    """
    frame = Frame.of(scenario)
    demanded = [(o.shift.code, o.skill) for i, o in frame.numbered if i in frame.demanded]
    favourites = rng.sample(demanded, rng.randint(1, len(demanded)))
    density = rng.choice([0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
    steady = rng.choice([0.0, 0.5, 0.85])
    obedient = rng.choice([0.0, 0.8, 1.0])
    pinned = {(pin.person, pin.day): pin.shift for pin in scenario.pins}
    doubles = scenario.rules[0].key in STRUCTURAL
    serving = _serving(rng, scenario) if rng.random() < 0.3 else {}
    nights = [cell for cell in demanded if cell[0] == "N"]
    edgy = rng.choice([0.0, 0.0, 0.6])
    assignments = []
    for person in scenario.people:
        last: tuple[str, str] | None = None
        edges = _edges(scenario, person)
        for day in scenario.horizon.planned:
            if rng.random() >= steady:
                last = rng.choice(favourites) if rng.random() < density else None
            cell = serving.get((person.id, day), last)
            if day in edges and rng.random() < edgy:
                cell = rng.choice(nights if rng.random() < 0.5 else demanded)
            if (person.id, day) in pinned and rng.random() < obedient:
                cell = _pinned(rng, frame, pinned[person.id, day])
            for code, skill in _cell(rng, cell, demanded if doubles else []):
                assignments.append(Assignment(person=person.id, day=day, shift=code, skill=skill))
    return Schedule.of(scenario, assignments)


def _edges(scenario: Scenario, person: Person) -> frozenset[int]:
    """Return the days on which something begins or ends for a person, and those beside them."""
    horizon = scenario.horizon
    dates = [person.contract_from, person.contract_to]
    for held in person.skills:
        dates += [held.valid_from, held.valid_to]
    days = {0, horizon.days - 1} | {horizon.day(date) for date in dates if date is not None}
    for absence in scenario.absences:
        if absence.person == person.id:
            days |= {absence.first, absence.last}
    return frozenset(near for day in days for near in (day - 1, day, day + 1))


def _serving(rng: Random, scenario: Scenario) -> dict[tuple[str, int], tuple[str, str]]:
    """Return cells that fill minima or targets, as far as there are people."""
    wish = rng.random() < 0.5
    found = {}
    for day in scenario.horizon.planned:
        slots = [
            (need.shift, need.skill)
            for need in scenario.needs[day]
            for _ in range(need.target if wish else need.minimum)
        ]
        ids = [person.id for person in scenario.people]
        rng.shuffle(ids)
        found.update({(name, day): slot for name, slot in zip(ids, slots, strict=False)})
    return found


def _cell(
    rng: Random, cell: tuple[str, str] | None, extra: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return the duties of a cell, with a second one now and then where ``extra`` offers some."""
    if cell is None:
        return []
    second = rng.choice(extra) if extra and rng.random() < 0.1 else cell
    return [cell] if second[0] == cell[0] else [cell, second]


def _pinned(rng: Random, frame: Frame, code: str | None) -> tuple[str, str] | None:
    """Return the option of a pinned code, with any of its functions; None for a day off."""
    numbers = sorted(frame.by_code.get(code or "", ()))
    option = frame.options[rng.choice(numbers)] if numbers else None
    return (option.shift.code, option.skill) if option else None
