"""What a new schedule changes, and how it stands, held against the published one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rotaplan.domain.published import (
    Change,
    Post,
    Published,
    change_of,
    notice_class,
    notice_minutes,
    posts_of,
)
from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.replanning.values import Consent, Figures, Modification, Reason

_COST_RULE = "change_cost"


def modifications(scenario: Scenario, schedule: Schedule) -> tuple[Modification, ...]:
    """Return every cell that is not as it was published, by person and day."""
    published = _published(scenario)
    posts = posts_of(scenario, schedule.assignments)
    found = []
    for person in scenario.people:
        for day in scenario.horizon.planned:
            cell = (person.id, day)
            before, after = published.cells.get(cell), posts.get(cell)
            if before == after:
                continue
            reason = _reason(published, person.id, day)
            kind = change_of(scenario, published, person, day, after)
            if kind is Change.FREED and reason == "absence":
                kind = Change.ABSENT
            notice = notice_minutes(scenario, published, person.id, day, after)
            found.append(
                Modification(
                    person=person.id,
                    day=day,
                    before=before,
                    after=after,
                    kind=kind or Change.FREED,
                    notice_minutes=notice,
                    notice=notice_class(person, notice),
                    reason=reason,
                    consent=_consent(published, person.id, day, kind),
                )
            )
    return tuple(found)


def _published(scenario: Scenario) -> Published:
    assert scenario.published is not None
    return scenario.published


def _reason(published: Published, person: str, day: int) -> Reason:
    cell = (person, day)
    if cell in published.freed:
        return "incident"
    if cell in published.cells and cell not in published.stands:
        return "absence"
    return "reorganised"


def _consent(published: Published, person: str, day: int, kind: Change | None) -> Consent:
    if kind is Change.FROM_REST:
        return "volunteer" if published.volunteers_on(person, day) else "asked"
    return "none" if kind is Change.ABSENT else "informed"


def figures(scenario: Scenario, schedule: Schedule, report: Report) -> Figures:
    """Return how a schedule stands over the days that are open to change.

    Parameters
    ----------
    scenario
        As disruptions leave it, with the published schedule.
    schedule
        The one to look at.
    report
        What the judge says of it under the rules of that scenario.
    """
    published = _published(scenario)
    changed = modifications(scenario, schedule)
    decided = [one for one in changed if one.after != published.stands.get((one.person, one.day))]
    told = {one.person for one in changed}
    open_needs = list(uncovered(scenario, schedule))
    needs = [need for day in open_days(scenario) for need in scenario.needs[day]]
    below = [(need, max(0, need.minimum - len(schedule.on_need(need)))) for need in needs]
    return Figures(
        asked=sum(max(need.minimum, need.target) for need in needs),
        open_posts=sum(missing for _, missing in open_needs),
        open_weight=sum((6 - need.priority) * missing for need, missing in open_needs),
        below_minimum=sum((6 - need.priority) * missing for need, missing in below),
        missing_minimum=sum(missing for _, missing in below),
        peak=_peak(scenario, open_needs),
        told=len(told),
        disturbed=len(told - published.told),
        cells=len(changed),
        decided=len(decided),
        change_price=sum(v.amount for v in report.violations if v.rule == _COST_RULE),
        by_notice=dict(sorted(Counter(one.notice for one in decided).items())),
        more_minutes=_more_minutes(scenario, published, schedule),
        rest_due_minutes=sum(report.debts.values()),
        broken=len(report.broken),
    )


def open_days(scenario: Scenario) -> range:
    """Return the planned days, from today on, that are open to change."""
    published, horizon = _published(scenario), scenario.horizon
    first = next((d for d in horizon.planned if horizon.instant(d + 1) > published.now), 0)
    last = horizon.days - 1 if published.last_day is None else published.last_day
    return range(first, min(last, horizon.days - 1) + 1)


def uncovered(scenario: Scenario, schedule: Schedule) -> Iterator[tuple[Need, int]]:
    """Yield the needs that stay open on the days that may change, with the people missing."""
    days = open_days(scenario)
    return ((need, missing) for need, missing in schedule.uncovered() if need.day in days)


def _peak(scenario: Scenario, needs: list[tuple[Need, int]]) -> int:
    """Return how many people are missing at the worst moment."""
    steps: Counter[int] = Counter()
    for need, missing in needs:
        for start, end in scenario.spans(scenario.shift[need.shift], need.day):
            steps[start] += missing
            steps[end] -= missing
    highest = present = 0
    for moment in sorted(steps):
        present += steps[moment]
        highest = max(highest, present)
    return highest


def _more_minutes(scenario: Scenario, published: Published, schedule: Schedule) -> int:
    """Return the minutes worked beyond those published, of the people who work more."""
    balance: Counter[str] = Counter()
    for one in schedule.assignments:
        balance[one.person] += _minutes(scenario, Post(shift=one.shift), one.day)
    for (person, day), post in published.cells.items():
        balance[person] -= _minutes(scenario, post, day)
    return sum(minutes for minutes in balance.values() if minutes > 0)


def _minutes(scenario: Scenario, post: Post, day: int) -> int:
    shift = scenario.shift[post.shift]
    return scenario.minutes(shift, day) if shift.works else 0
