"""A re-plan in the stable form of the command line's ``--json``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rotaplan.domain.disruption import ON_PEOPLE, Disruption, Effect
from rotaplan.domain.published import Post
from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.time import local_time
from rotaplan.replanning import Alternative, Figures, Modification, Recall, Replanning
from rotaplan.result import violations_json
from rotaplan.write.messages import messages


def replan_json(found: Replanning, language: str) -> dict[str, Any]:
    """Return disruptions, plans, figures, changes and messages.

    Times are those of the wall clock with their offset; days count from 0 at the start of the
    horizon; ``notice_hours`` are rounded down; null stands for a day off in ``before`` and
    ``after``, and for what is not said elsewhere.

    Parameters
    ----------
    found
        All plans.
    language
        Of the messages; nothing else is in words.
    """
    scenario = found.scenario
    date = scenario.horizon.date
    # What is told ahead of its time is known by now: that alone may differ.
    new = [replace(one, known=None) for one in found.new]
    return {
        "now": _time(scenario, found.published.now),
        "days": [date(found.days[0]).isoformat(), date(found.days[-1]).isoformat()],
        "disruptions": [
            {**_disruption(scenario, one), "new": replace(one, known=None) in new}
            for one in found.disruptions
        ],
        "broken_before": violations_json(Report(violations=found.broken_before), scenario),
        "untouched": {
            "figures": _figures(found.untouched),
            "uncovered": _uncovered(scenario, found.left_open),
        },
        "plans": [_plan(found, one, language) for one in found.different],
        "seconds": round(found.seconds, 3),
    }


def _time(scenario: Scenario, instant: int) -> str:
    return local_time(instant, scenario.horizon.zone).isoformat(timespec="minutes")


def _disruption(scenario: Scenario, one: Disruption) -> dict[str, Any]:
    """Return a disruption with whom or what it concerns; why somebody is away is left out."""
    on_people = one.effect in ON_PEOPLE
    shifts = [one.made] if one.effect is Effect.ADDED and one.made else scenario.shifts
    return {
        "id": one.name or None,
        "effect": one.effect.value,
        "start": _time(scenario, one.start),
        "end": None if one.end is None else _time(scenario, one.end),
        "estimated": one.estimated,
        "known": _time(scenario, one.known_since),
        "people": [p.id for p in scenario.people if one.people.has(p)] if on_people else None,
        "shifts": None
        if on_people
        else [s.code for s in shifts if s is one.made or (not s.variant_of and one.shifts.has(s))],
    }


def _plan(found: Replanning, plan: Alternative, language: str) -> dict[str, Any]:
    scenario = found.scenario
    return {
        "plan": plan.name,
        **plan.result.to_json(),
        "figures": _figures(plan.figures),
        "open": _uncovered(scenario, plan.uncovered),
        "changes": [_change(scenario, one) for one in plan.modifications],
        "recalls": [_recall(scenario, one) for one in plan.recalls],
        "messages": [
            {
                "person": one.person,
                "before": _time(scenario, one.before),
                "notice_hours": one.notice_minutes // 60,
                "notice": one.notice.value,
                "consent": one.consent,
                "language": one.language,
                "text": one.text,
            }
            for one in messages(found, plan, language)
        ],
    }


def _figures(one: Figures) -> dict[str, Any]:
    return {
        "asked": one.asked,
        "open": one.open_posts,
        "below_minimum": one.missing_minimum,
        "peak": one.peak,
        "told": one.told,
        "disturbed": one.disturbed,
        "cells": one.cells,
        "decided": one.decided,
        "by_notice": {notice.value: count for notice, count in one.by_notice.items()},
        "more_minutes": one.more_minutes,
        "rest_due_minutes": one.rest_due_minutes,
        "change_price": one.change_price,
        "broken": one.broken,
    }


def _uncovered(scenario: Scenario, needs: Iterable[tuple[Need, int]]) -> list[dict[str, Any]]:
    return [{**_post_of(scenario, need), "missing": missing} for need, missing in needs]


def _post_of(scenario: Scenario, need: Need) -> dict[str, Any]:
    return {
        "date": scenario.horizon.date(need.day).isoformat(),
        "day": need.day,
        "shift": need.shift,
        "skill": need.skill or None,
    }


def _change(scenario: Scenario, one: Modification) -> dict[str, Any]:
    sign_on = place = None
    if one.after is not None:
        shift = scenario.shift[one.after.shift]
        sign_on = _time(scenario, scenario.horizon.instant(one.day, shift.start))
        place = shift.site or None
    return {
        "person": one.person,
        "date": scenario.horizon.date(one.day).isoformat(),
        "day": one.day,
        "before": _shift(one.before),
        "before_skill": _skill(one.before),
        "after": _shift(one.after),
        "after_skill": _skill(one.after),
        "sign_on": sign_on,
        "place": place,
        "kind": one.kind.value,
        "notice_hours": one.notice_minutes // 60,
        "notice": one.notice.value,
        "reason": one.reason,
        "consent": one.consent,
    }


def _shift(post: Post | None) -> str | None:
    return None if post is None else post.shift


def _skill(post: Post | None) -> str | None:
    return None if post is None else post.skill or None


def _recall(scenario: Scenario, one: Recall) -> dict[str, Any]:
    return {
        **_post_of(scenario, one.need),
        "person": one.person,
        "notice_hours": one.notice_minutes // 60,
        "notice": one.notice.value,
        "minutes": one.minutes,
        "week_minutes": one.week_minutes,
    }
