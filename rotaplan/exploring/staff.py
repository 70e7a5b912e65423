"""More people, or fewer: what a scenario is without somebody, or with a few more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from rotaplan.asked import person_of
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Scenario
from rotaplan.exploring.words import entry, read_here, refused, skills_of
from rotaplan.sheets.kinds import parse_count, parse_duration, parse_share, split
from rotaplan.text import say


def without(scenario: Scenario, people: Iterable[str]) -> Scenario:
    """Return a scenario without some people, and without all that speaks of them alone.

    Parameters
    ----------
    scenario
        The question.
    people
        Staff numbers, or names that only one person has.

    Raises
    ------
    WorkbookError
        Where somebody is not known.
    """
    gone = {person_of(scenario, str(one)).id for one in people}
    return replace(
        scenario,
        people=tuple(one for one in scenario.people if one.id not in gone),
        absences=tuple(one for one in scenario.absences if one.person not in gone),
        availability=tuple(one for one in scenario.availability if one.person not in gone),
        wishes=tuple(one for one in scenario.wishes if one.person not in gone),
        pins=tuple(one for one in scenario.pins if one.person not in gone),
        derogations=tuple(one for one in scenario.derogations if one.person not in gone),
        history=tuple(one for one in scenario.history if one.person not in gone),
        arrivals=tuple(one for one in scenario.arrivals if one.person not in gone),
        without_history=scenario.without_history - gone,
    )


def with_staff(
    scenario: Scenario,
    count: int,
    *,
    like: str | None,
    skills: object,
    quotite: object,
    hours: object,
) -> Scenario:
    """Return a scenario with more people, hired on the first planned day.

    See :meth:`rotaplan.exploring.Study.with_staff`.
    """
    with read_here():
        number = parse_count(entry(count))
        if number < 0:
            raise refused("explore-negative", found=str(number))
        model = _model(scenario) if like is None else person_of(scenario, str(like))
        model = _changed(scenario, model, skills, quotite, hours, bare=like is None)
    taken = set(scenario.person)
    added: list[Person] = []
    rank = 0
    while len(added) < number:
        rank += 1
        staff_number = f"+{rank}"
        if staff_number not in taken:
            name = say(scenario.language, "explore-hired", number=str(rank))
            added.append(replace(model, id=staff_number, name=name))
    return replace(scenario, people=(*scenario.people, *added))


def _model(scenario: Scenario) -> Person:
    """Return somebody with the contract that most people have."""
    if not scenario.people:
        return Person(id="")
    kinds = [(one.fte, one.weekly_minutes, one.contract, one.regime) for one in scenario.people]
    usual = Counter(kinds).most_common(1)[0][0]
    return scenario.people[kinds.index(usual)]


def _changed(
    scenario: Scenario,
    model: Person,
    skills: object,
    quotite: object,
    hours: object,
    *,
    bare: bool,
) -> Person:
    """Return a new colleague after the model of somebody: no past, no counters, no seat."""
    fte = model.fte if quotite is None else parse_share(entry(quotite))
    weekly, target = model.weekly_minutes, model.target_minutes
    if hours is not None:
        weekly, target = parse_duration(entry(hours)), None
    elif fte != model.fte and model.fte:
        weekly = None if weekly is None else round(weekly * fte / model.fte)
        target = None if target is None else round(target * fte / model.fte)
    held = model.skills
    if bare or skills is not None:
        held = _skills(scenario, () if skills is None else skills)
    return replace(
        _plain(model) if bare else model,
        fte=Fraction(fte),
        weekly_minutes=weekly,
        target_minutes=target,
        skills=held,
        contract_from=scenario.horizon.start,
        contract_to=None,
        opening={},
        seat=None,
        origin=None,
    )


def _plain(model: Person) -> Person:
    """Return somebody without what is theirs alone, and not their contract's."""
    return replace(
        model,
        fixed_days_off=frozenset(),
        forbidden=None,
        allowed=None,
        night_fit=True,
        reserve=False,
        volunteer=False,
    )


def _skills(scenario: Scenario, named: object) -> tuple[HeldSkill, ...]:
    known = skills_of(scenario)
    found = []
    for word in split(entry(named).raw):
        spelling = known.known(word)
        if spelling is None:
            raise refused("explore-skill", found=word, expected=tuple(sorted(known.all)))
        found.append(HeldSkill(skill=spelling))
    return tuple(found)
