"""What a re-plan hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rotaplan.domain.disruption import Disruption
from rotaplan.domain.published import Change, Notice, Post, Published
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.result import Result

PlanName = Literal["fewest", "balanced", "most"]
PLANS: tuple[PlanName, ...] = ("fewest", "balanced", "most")
"""Fewest people disturbed, balanced, most cover."""
Reason = Literal["absence", "incident", "reorganised"]
Consent = Literal["none", "informed", "volunteer", "asked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Modification:
    """One cell that is not as it was published.

    Attributes
    ----------
    person
        Staff number.
    day
        Day of the horizon.
    before, after
        What was announced, and what stands there now; None for a day off.
    kind
        What the change is to the person.
    notice_minutes
        From now to the first start concerned.
    notice
        Its class in the regime of the person.
    reason
        ``absence`` (the person is away; why is never said), ``incident`` (the duty was taken or
        cut), ``reorganised`` (so that others are covered).
    consent
        ``none`` needed of who is away, ``informed`` in time, ``volunteer`` (the person has agreed
        to be called), or ``asked``: a day of rest is at stake, and the person may refuse.
    """

    person: str
    day: int
    before: Post | None
    after: Post | None
    kind: Change
    notice_minutes: int
    notice: Notice
    reason: Reason
    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How a schedule stands over the days that are open to change.

    Attributes
    ----------
    asked
        People asked for.
    open_posts
        People missing.
    open_weight
        The same, each times 6 less the priority of its need.
    below_minimum
        People missing to the minimum, each times 6 less the priority of its need.
    missing_minimum
        People missing to the minimum.
    peak
        Most people missing at one moment.
    told
        People of whom at least one cell is not as it was published.
    disturbed
        Those of them whom the incident itself does not concern.
    cells
        Cells that are not as they were published.
    decided
        Those of them that the incident alone does not explain.
    change_price
        Price of these, by kind, notice and what people have borne (rule ``change_cost``).
    by_notice
        Decided cells by class of notice.
    more_minutes
        Minutes of work beyond what was published, summed over the people who have more.
    rest_due_minutes
        Rest owed for recorded exceptions.
    broken
        Breaches of strict rules that no exception allows.
    """

    asked: int
    open_posts: int
    open_weight: int
    below_minimum: int
    missing_minimum: int
    peak: int
    told: int
    disturbed: int
    cells: int
    decided: int
    change_price: int
    by_notice: Mapping[Notice, int]
    more_minutes: int
    rest_due_minutes: int
    broken: int

    @property
    def held(self) -> int:
        """People there of those asked for."""
        return self.asked - self.open_posts

    @property
    def merits(self) -> tuple[int, int, int, int]:
        """What plans are compared by; less is better in each."""
        return self.below_minimum, self.open_weight, self.disturbed, self.change_price


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Somebody at rest who could take an open post, if they agree to: nobody decides it for them.

    Attributes
    ----------
    need
        The post that stays open.
    person
        Staff number.
    notice_minutes, notice
        From now to the start of the post, and its class in the regime of the person.
    minutes
        Of work.
    week_minutes
        Of work in the ISO week of that day, the post included.
    """

    need: Need
    person: str
    notice_minutes: int
    notice: Notice
    minutes: int
    week_minutes: int


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """One plan.

    Attributes
    ----------
    name
        ``fewest`` people disturbed, ``balanced``, or ``most`` cover.
    result
        The judged schedule.
    modifications
        Cells that are not as published, by person and day.
    figures
        How it stands.
    uncovered
        Needs still open on the days that may change, with the people missing.
    recalls
        For the most important of them, people at rest who could be asked, the best first.
    same_as
        An earlier plan that is the same, or at least as good in everything; None otherwise.
    """

    name: PlanName
    result: Result
    modifications: tuple[Modification, ...]
    figures: Figures
    uncovered: tuple[tuple[Need, int], ...]
    recalls: tuple[Recall, ...] = ()
    same_as: PlanName | None = None

    @property
    def schedule(self) -> Schedule:
        """The schedule."""
        assert self.result.schedule is not None
        return self.result.schedule


@dataclass(frozen=True, kw_only=True)
class Replanning:
    """The answer to an incident.

    Attributes
    ----------
    scenario
        The question as disruptions leave it, with the published schedule.
    disruptions
        All that are known, earlier ones too.
    new
        Those that this re-plan is about.
    alternatives
        The plans that could be found, fewest people disturbed first; empty where none could.
    days
        Days that are open to change, and that figures count.
    untouched, left_open
        How things stand if nothing is decided, and the needs then open with the people missing.
    broken_before
        What the published schedule broke already.
    first_seconds, seconds
        Until the first complete plan, and in all.
    """

    scenario: Scenario
    disruptions: tuple[Disruption, ...]
    new: tuple[Disruption, ...]
    alternatives: tuple[Alternative, ...]
    days: range
    untouched: Figures
    left_open: tuple[tuple[Need, int], ...]
    broken_before: tuple[Violation, ...]
    first_seconds: float | None
    seconds: float

    @property
    def published(self) -> Published:
        """The schedule that people know."""
        assert self.scenario.published is not None
        return self.scenario.published

    @property
    def different(self) -> tuple[Alternative, ...]:
        """The plans that are really different: none is as good as another in everything."""
        return tuple(one for one in self.alternatives if one.same_as is None)

    def plan(self, name: str) -> Alternative:
        """Return a plan by name, or the one that is as good; raises KeyError for no such plan."""
        by_name = {one.name: one for one in self.alternatives}
        found = by_name[name]  # type: ignore[index]
        return by_name[found.same_as] if found.same_as else found
