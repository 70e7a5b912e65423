"""A roster changed in a few cells, and breaches that a change adds."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from rotaplan.domain.report import Violation, new_breaches
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.standing import rest_around
from rotaplan.rules.base import basic_rules
from tests.agreement.cases import draw_schedule
from tests.agreement.contents import draw_scenario
from tests.rules.drawn import drawn

BREACH = Violation(
    rule="work_run", row="Règles!A2", person="A", days=(0, 1, 2), measured=3, limit=2, must=True
)


def test_a_changed_roster_is_that_made_anew() -> None:
    """Assignments, timelines and days alike, for everybody, on random rosters."""
    for number in range(60):
        rng = Random(f"changed-{number}")
        scenario = draw_scenario(rng, basic_rules(())[0])
        roster = draw_schedule(rng, scenario)
        gone = rng.sample(roster.assignments, min(3, len(roster.assignments)))
        person, day = rng.choice(scenario.people).id, rng.randrange(scenario.horizon.days)
        added = [Assignment(person=person, day=day, shift=rng.choice("ELN"))]
        changed = roster.changed(gone, added)
        kept = [one for one in roster.assignments if one not in gone]
        anew = Schedule.of(scenario, [*kept, *added])
        assert changed == anew
        for one in scenario.people:
            assert changed.timeline(one) == anew.timeline(one)
            assert changed.by_day(one) == anew.by_day(one)
        assert changed.held == anew.held


def test_only_what_is_added_is_new() -> None:
    more = replace(BREACH, days=(0, 1, 2, 3), measured=4, amount=2)
    other = replace(BREACH, person="B")
    assert new_breaches([BREACH], [BREACH]) == ()
    assert new_breaches([more], [BREACH]) == ()
    assert new_breaches([BREACH], [more, other]) == (more, other)
    assert new_breaches([BREACH], [replace(BREACH, days=(7, 8, 9))]) != ()
    assert new_breaches([], [replace(BREACH, must=False)]) == ()
    assert new_breaches([replace(BREACH, must=False)], [BREACH]) == (BREACH,)


def test_rest_on_both_sides_of_a_duty() -> None:
    """In the history, before nothing known, and where duties overlap."""
    scenario, roster = drawn("N | . E . L+D", history=())
    person = scenario.people[0]
    line = roster.timeline(person)
    assert rest_around(line, 1, "E") == (None, 43 * 60)
    assert rest_around(line, 3, "D") == (43 * 60, -3 * 60)
    assert rest_around(line, 3, "L") == (-3 * 60, None)
    with_history, roster = drawn("N | . E")
    line = roster.timeline(with_history.people[0])
    assert rest_around(line, 1, "E") == (24 * 60, None)
