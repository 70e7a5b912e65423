"""Plans side by side: which figures are shown, in which order, and in which unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from rotaplan.domain.published import Notice
from rotaplan.domain.scenario import Need, Scenario
from rotaplan.replanning import Figures, Replanning
from rotaplan.text import say
from rotaplan.write.sentences import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure of a plan.

    Attributes
    ----------
    key
        Message key of its name, ``replan-row-…``.
    value
        Its value.
    unit
        A number of people, posts or cells; minutes; or a price.
    brief
        Whether it is printed in the terminal too.
    """

    key: str
    value: Callable[[Figures], int]
    unit: Literal["count", "minutes", "price"] = "count"
    brief: bool = False


def _of_notice(notice: Notice) -> Line:
    return Line(key=f"notice-{notice.value}", value=lambda one: one.by_notice.get(notice, 0))


SECTIONS: Mapping[str, tuple[Line, ...]] = {
    "cover": (
        Line(key="asked", value=lambda one: one.asked),
        Line(key="held", value=lambda one: one.held, brief=True),
        Line(key="open", value=lambda one: one.open_posts, brief=True),
        Line(key="minimum", value=lambda one: one.missing_minimum, brief=True),
        Line(key="peak", value=lambda one: one.peak, brief=True),
        Line(key="broken", value=lambda one: one.broken),
    ),
    "people": (
        Line(key="told", value=lambda one: one.told, brief=True),
        Line(key="disturbed", value=lambda one: one.disturbed, brief=True),
        Line(key="cells", value=lambda one: one.cells),
        Line(key="decided", value=lambda one: one.decided, brief=True),
        *map(_of_notice, Notice),
    ),
    "price": (
        Line(key="more", value=lambda one: one.more_minutes, unit="minutes", brief=True),
        Line(key="rest-due", value=lambda one: one.rest_due_minutes, unit="minutes"),
        Line(key="changes", value=lambda one: one.change_price, unit="price"),
    ),
}
"""Figures of a plan, by section."""


def open_posts(found: Replanning) -> Mapping[Need, tuple[int, ...]]:
    """Return the people missing in each post that stays open somewhere, the gravest first.

    The first number is that of the roster left untouched, the others those of the plans.
    """
    columns = [dict(found.left_open), *(dict(one.uncovered) for one in found.alternatives)]
    needs = {need: None for column in columns for need in column}
    order = sorted(needs, key=lambda need: (need.day, need.priority, need.shift, need.skill))
    return {need: tuple(column.get(need, 0) for column in columns) for need in order}


def post_text(need: Need, scenario: Scenario, language: str, missing: int = 1) -> str:
    """Return a post with its day, and how many people it lacks where that is more than one."""
    date = date_text(scenario.horizon.date(need.day), language)
    post = f"{need.shift} {need.skill}".strip()
    return f"{post} {date}" + (f" (×{missing})" if missing > 1 else "")


def plan_name(name: str, language: str) -> str:
    """Return what a plan is called."""
    return say(language, f"replan-plan-{name}")
