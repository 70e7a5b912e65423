"""Which breaches come from cells that somebody has decided, and from which of them."""

from __future__ import annotations

from dataclasses import replace

from rotaplan.domain.report import Report, Violation
from rotaplan.model.build import Model
from rotaplan.model.requirements import Cover, Joint, Pool, Requirement

_Cell = tuple[str, int]
_Kind = tuple[str, str]
"""Row of a rule and staff number, empty where it binds several people."""


def mark_locked(report: Report, model: Model) -> Report:
    """Return a report in which each breach that was conceded names the cells that force it.

    Parameters
    ----------
    report
        What the judge says of a roster of the model.
    model
        With what was conceded to its decided cells.

    Notes
    -----
    A breach is marked only together with all others of its row and person, and only where they
    are no more than was conceded there: in number, and in units beyond the limit unless a
    recorded exception takes a part of them.
    """
    conceded, cells = _conceded(model), _decided(model)
    if not conceded:
        return report
    found: dict[_Kind, list[Violation]] = {}
    for one in report.broken:
        found.setdefault(_kind(one, conceded), []).append(one)
    within = {
        kind
        for kind, breaches in found.items()
        if len(breaches) <= conceded.get(kind, 0)
        and (
            sum(one.amount for one in breaches) <= conceded[kind]
            or any(known.person == kind[1] for known in model.frame.scenario.derogations)
        )
    }
    return replace(
        report,
        violations=tuple(
            replace(one, locked=_near(one, cells[_kind(one, conceded)]))
            if one.broken and _kind(one, conceded) in within
            else one
            for one in report.violations
        ),
    )


def _kind(one: Violation, conceded: dict[_Kind, int]) -> _Kind:
    own = (one.row, one.person)
    return own if own in conceded else (one.row, "")


def _conceded(model: Model) -> dict[_Kind, int]:
    """Return what was conceded by row and person."""
    found: dict[_Kind, int] = {}
    for index, least in model.conceded.items():
        kind = _kind_of(model, model.requirements[index])
        found[kind] = found.get(kind, 0) + least
    return found


def _kind_of(model: Model, requirement: Requirement) -> _Kind:
    rule = model.rules[requirement.rule]
    if isinstance(requirement, Cover | Pool | Joint):
        return rule.row or rule.key, ""
    return rule.row or rule.key, model.frame.scenario.people[requirement.person].id


def _decided(model: Model) -> dict[_Kind, list[_Cell]]:
    """Return the decided cells that what was conceded speaks of, by row and person."""
    people = model.frame.scenario.people
    found: dict[_Kind, list[_Cell]] = {}
    for index in model.conceded:
        requirement = model.requirements[index]
        cells = [(people[person].id, day) for person, day in model.decided_in(requirement)]
        found.setdefault(_kind_of(model, requirement), []).extend(cells)
    return found


def _near(one: Violation, cells: list[_Cell]) -> tuple[_Cell, ...]:
    """Return the cells on the days of a breach; all of them where it names none of their days."""
    near = [cell for cell in cells if cell[1] in one.days]
    return tuple(dict.fromkeys(near or cells))
