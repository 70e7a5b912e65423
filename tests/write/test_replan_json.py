"""The stable form of a re-plan: day 0 is Monday 1 February 2027, seen at 07:00."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from rotaplan.api import replan_json
from rotaplan.replanning import Replanning
from rotaplan.write.messages import messages
from tests.replanning.test_plans import away, plans, service


@pytest.fixture(scope="module")
def found() -> Replanning:
    """Return the plans for A, away on Tuesday with a reserve, and on Thursday without."""
    scenario, schedule = service("E E E E\nR R R .\n. . . .", E=1, R=0)
    first = replace(
        away(scenario, "A", 1), name="i-1", told=(("type", "maladie"), ("note", "grippe"))
    )
    return plans(scenario, schedule, first, away(scenario, "A", 3))


@pytest.fixture(scope="module")
def told(found: Replanning) -> dict[str, Any]:
    """Return what a file holds."""
    content: dict[str, Any] = json.loads(json.dumps(replan_json(found, "fr")))
    return content


def test_it_says_when_and_what_has_happened_but_not_why(told: dict[str, Any]) -> None:
    assert told["now"] == "2027-02-01T07:00+01:00"
    assert told["days"] == ["2027-02-01", "2027-02-04"]
    assert told["disruptions"][0] == {
        "id": "i-1",
        "effect": "absent",
        "start": "2027-02-02T00:00+01:00",
        "end": "2027-02-03T00:00+01:00",
        "estimated": False,
        "known": "2027-02-01T07:00+01:00",
        "people": ["A"],
        "shifts": None,
        "new": True,
    }
    assert "maladie" not in str(told)
    assert "grippe" not in str(told)


def test_the_roster_left_untouched_is_measured_too(told: dict[str, Any]) -> None:
    assert told["untouched"]["figures"]["open"] == 2
    assert [one["date"] for one in told["untouched"]["uncovered"]] == ["2027-02-02", "2027-02-04"]


def test_each_plan_has_changes_figures_recalls_and_messages(
    found: Replanning, told: dict[str, Any]
) -> None:
    assert [one["plan"] for one in told["plans"]] == [one.name for one in found.different]
    for plan, one in zip(told["plans"], found.different, strict=True):
        assert plan["assignments"]
        assert plan["figures"]["cells"] == len(plan["changes"])
        assert plan["figures"]["told"] == len(plan["messages"])
        assert plan["figures"]["open"] == sum(post["missing"] for post in plan["open"])
        assert [m["text"] for m in plan["messages"]] == [m.text for m in messages(found, one, "fr")]
    reserve = next(
        change
        for plan in told["plans"]
        for change in plan["changes"]
        if change["kind"] == "reserve"
    )
    assert reserve == {
        "person": "B",
        "date": "2027-02-02",
        "day": 1,
        "before": "R",
        "before_skill": None,
        "after": "E",
        "after_skill": None,
        "sign_on": "2027-02-02T06:00+01:00",
        "place": None,
        "kind": "reserve",
        "notice_hours": 23,
        "notice": "urgent",
        "reason": "reorganised",
        "consent": "informed",
    }
    recalled = told["plans"][-1]["recalls"]
    assert {(one["person"], one["shift"], one["day"]) for one in recalled} == {
        ("B", "E", 3),
        ("C", "E", 3),
    }


def test_the_form_is_the_same_each_time(found: Replanning, told: dict[str, Any]) -> None:
    assert json.loads(json.dumps(replan_json(found, "fr"))) == told
    english = json.loads(json.dumps(replan_json(found, "en")))
    for content in (english, told):
        for plan in content["plans"]:
            for message in plan["messages"]:
                del message["text"], message["language"]
    assert english == told, "only messages are in words"
