"""Variants of a question by staff and needs: what one more person would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from rotaplan import api
from rotaplan.domain.scenario import Scenario
from rotaplan.errors import WorkbookError
from rotaplan.exploring import law, needs, staff
from rotaplan.exploring import leave as leave_of
from rotaplan.exploring.study import Study
from rotaplan.exploring.tables import Variants
from rotaplan.exploring.words import refused, spoken
from rotaplan.sweeping import Variant
from rotaplan.text import say


def sweep(
    question: Study | Scenario,
    settings: api.Settings | None = None,
    *,
    staff: Iterable[int] = (0,),
    like: str | None = None,
    quotite: object = None,
    minimum: Iterable[int] = (0,),
    leave: Iterable[int] = (),
    packs: Iterable[str] = (),
    first_days: int | None = None,
    variants: Mapping[str, Study | Scenario] | None = None,
    processes: int | None = None,
    cluster: str | None = None,
    cache: Path | str | None = None,
) -> Variants:
    """Return what a question comes to with more or fewer people, or other needs.

    Parameters
    ----------
    question
        The question; edits made before (leave, rules, contracts) hold in every variant.
    settings
        Limits of each search, and seed.
    staff
        People to add; negative to take the last ones of the list away. Each number is a variant.
    like
        Whom the new ones are like: staff number or name; somebody with the skills and working
        share that most people have where None.
    quotite
        Working share of the new ones, 0 to 1 or ``"50 %"``; that of whom they are like where
        None.
    minimum
        People to add to every line of the needs; each number is a variant with every staff.
    leave
        How many people at most may be on leave on one day; each number is a variant, of the
        people and needs as they are.
    packs
        Names of legal packs; the question under each is a variant.
    first_days
        How many days of the horizon to look at, from its beginning; all where None.
    variants
        Further variants by name, each a question edited as wished; :func:`variants` reads
        those of a workbook.
    processes
        Searches side by side on this machine; as many as there are processors where None.
    cluster
        Address of a dask.distributed scheduler that runs the searches instead.
    cache
        Folder in which answers are kept from sweep to sweep; none where None.

    Raises
    ------
    WorkbookError
        Where somebody or a pack is not known, or a figure cannot be read.
    ValueError
        Where two variants have one name, or no day is left.
    """
    scenario = question.scenario if isinstance(question, Study) else question
    if first_days is not None:
        scenario = cut(scenario, first_days)
    made: list[Variant] = []
    with spoken(scenario.language):
        for more in minimum:
            made += _levels(scenario, sorted(set(staff)), like, quotite, more)
        made += _caps(scenario, leave, above="+0" if "+0" in {one.name for one in made} else None)
        made += [Variant(name=f"§ {name}", scenario=law.under(scenario, name)) for name in packs]
    for name, other in (variants or {}).items():
        asked = other.scenario if isinstance(other, Study) else other
        asked = asked if first_days is None else cut(asked, first_days)
        made.append(Variant(name=name, scenario=asked))
    found = api.sweep(
        made,
        settings,
        processes=processes,
        cluster=cluster,
        cache=None if cache is None else Path(cache),
    )
    return Variants.of(found)


def variants(path: Path | str) -> Mapping[str, Study]:
    """Return the variants that the sheet of scenarios of a workbook describes, by name.

    Parameters
    ----------
    path
        The file; without such a sheet there are none.

    Raises
    ------
    WorkbookError
        With every row that cannot be understood, each with its cell.
    """
    found, errors = api.read_variants(path)
    if errors:
        raise WorkbookError(errors)
    return {one.name: Study(scenario=_peopled(one.scenario, one.people)) for one in found}


def _peopled(scenario: Scenario, people: Mapping[str, int]) -> Scenario:
    """Return a question with so many people like some of its own."""
    for person, count in people.items():
        if count == 0:
            scenario = staff.without(scenario, [person])
        elif count > 1:
            more = {"like": person, "skills": None, "quotite": None, "hours": None}
            scenario = staff.with_staff(scenario, count - 1, **more)
    return scenario


def cut(scenario: Scenario, days: int) -> Scenario:
    """Return a question on its first days alone; hours to reach shrink with them.

    Raises
    ------
    ValueError
        Where no day is left, or there are not so many.
    """
    horizon = scenario.horizon
    if not 1 <= days <= horizon.days:
        raise ValueError(f"between 1 and {horizon.days} days")
    people = tuple(
        one
        if one.target_minutes is None
        else replace(one, target_minutes=round(one.target_minutes * days / horizon.days))
        for one in scenario.people
    )
    return replace(
        scenario,
        horizon=replace(horizon, days=days),
        people=people,
        absences=tuple(one for one in scenario.absences if one.first < days),
        wishes=tuple(one for one in scenario.wishes if one.day < days),
        pins=tuple(one for one in scenario.pins if one.day < days),
        arrivals=tuple(one for one in scenario.arrivals if one.day < days),
        published=None,
    )


def _levels(
    scenario: Scenario, levels: list[int], like: str | None, quotite: object, more: int
) -> Iterable[Variant]:
    """Yield a variant a number of people, from few to many."""
    asked = scenario
    if more:
        asked = needs.demand(scenario, scale=1.0, add=more, where=None, skill=None, when=None)
    model = like or _usual(scenario)
    below: str | None = None
    for count in levels:
        name = f"{count:+d}" if not more else f"{count:+d} / {more:+d}"
        yield Variant(name=name, scenario=_with(asked, count, model, quotite), above=below)
        below = name


def _with(scenario: Scenario, count: int, model: str, quotite: object) -> Scenario:
    if -count >= len(scenario.people):
        raise refused("explore-too-few", found=str(-count), people=len(scenario.people))
    if count < 0:
        return staff.without(scenario, [one.id for one in scenario.people[count:]])
    return staff.with_staff(scenario, count, like=model, skills=None, quotite=quotite, hours=None)


def _caps(scenario: Scenario, caps: Iterable[int], above: str | None) -> Iterable[Variant]:
    """Yield a variant a cap on leave, from high to low: the lower, the more people are there."""
    for most in sorted(set(caps), reverse=True):
        name = f"≤ {say(scenario.language, 'sweep-on-leave', most=most)}"
        yield Variant(name=name, scenario=leave_of.leave(scenario, most), above=above)
        above = name


def _usual(scenario: Scenario) -> str:
    """Return somebody with the skills and the working share that most people have."""
    kinds = [(tuple(sorted({held.skill for held in p.skills})), p.fte) for p in scenario.people]
    usual = Counter(kinds).most_common(1)[0][0]
    return scenario.people[kinds.index(usual)].id
