"""Rules with the weight of law, against the articles counted minute by minute on film."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

import pytest

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence
from rotaplan.rules.base import RuleBase, rule_class
from tests.oracle import articles
from tests.oracle.articles import HOUR, Article
from tests.oracle.film import filmed
from tests.oracle.laws import LAWS
from tests.oracle.table import LICENSED, SHIFTS, STARTS, rosters
from tests.rules.drawn import drawn

CASES = 60
CODES = {
    "FPH-J9/N10": "DDDDDDDDDDDDDDDNNNNNNJK",
    "FP-PAUSE20": "DEDEDEDEDEDEDEDEDELR",
    "TPU-COUP30": "DDSDDSDDDDSDDDDDDDSDDR",
    "FPH-DISC parts": "DELNDELNDELNSSSSSSDELNDELNPR",
    "after a call": "ELNLD",
    "TPU-COUP30 hours": "DELNSDELNSDELNSR",
    "one place": "GED",
}
"""Of which shifts rosters are made where the common drawings would nearly all break the article."""


CALLED = "DDDDDDNNCEEL"
"""Shifts of rosters in which some are on call at home."""


@pytest.mark.parametrize(("name", "rule", "article"), LAWS, ids=[name for name, _, _ in LAWS])
def test_the_rule_says_what_the_article_says(name: str, rule: RuleBase, article: Article) -> None:
    """Both name the same dates on every roster, and the rosters show either verdict."""
    verdicts: Counter[bool] = Counter()
    people = (Person(id="A", weekly_minutes=35 * HOUR),)
    for roster, start in rosters(name, CASES, CODES.get(name, CALLED if "calls" in name else "")):
        scenario, schedule = drawn(roster, rule, start=start, shifts=SHIFTS, people=people)
        mine = {
            tuple(scenario.horizon.date(day) for day in violation.days)
            for violation in rule.check(scenario, schedule)
        }
        theirs = article(filmed(scenario, schedule, "A"))
        assert mine == theirs, f"{start} {roster}"
        verdicts[bool(theirs)] += 1
    assert min(verdicts[True], verdicts[False]) >= CASES // 5, verdicts


def person_of(start: dt.date, number: int) -> Mapping[str, object]:
    """Return somebody with dates that matter, drawn from a number."""
    day = [start + dt.timedelta(days=(number * step) % 12 - 1) for step in (1, 5, 7)]
    held = HeldSkill(skill="LIC", valid_to=day[0], valid_from=start + dt.timedelta(number % 4 - 1))
    return {
        "skills": (held,) if number % 5 else (),
        "contract_from": day[1] if number % 3 == 0 else None,
        "contract_to": day[2] + dt.timedelta(days=3) if number % 2 else None,
        "night_fit": number % 4 > 1,
    }


BASE: dict[str, str] = {
    "contract_dates": "outside_contract",
    "allowed_codes": "unfit_at_night",
    "required_skill": "without_licence",
}


@pytest.mark.parametrize("key", BASE)
def test_what_nobody_may_derogate_from(key: str) -> None:
    """Contract, medical fitness and licences: what pack BASE holds."""
    rule, article = rule_class(key)(), getattr(articles, BASE[key])
    verdicts: Counter[bool] = Counter()
    for number, (roster, start) in enumerate(rosters(key, CASES)):
        someone = Person(id="A", **person_of(start, number))  # type: ignore[arg-type]
        scenario, schedule = drawn(roster, rule, start=start, shifts=LICENSED, people=(someone,))
        found = {
            tuple(scenario.horizon.date(day) for day in violation.days)
            for violation in rule.check(scenario, schedule)
        }
        assert found == article(filmed(scenario, schedule, "A")), f"{start} {roster}"
        verdicts[bool(found)] += 1
    assert min(verdicts[True], verdicts[False]) >= CASES // 5, verdicts


def test_nobody_begins_work_on_leave() -> None:
    rule = rule_class("availability")()
    verdicts: Counter[bool] = Counter()
    for number, (roster, start) in enumerate(rosters("leave", CASES)):
        first, last = number % 7 - 2, number % 7 - 2 + number % 3
        leave = Absence(person="A", first=first, last=last)
        scenario, schedule = drawn(roster, rule, start=start, shifts=SHIFTS, absences=(leave,))
        span = (start + dt.timedelta(days=first), start + dt.timedelta(days=last))
        found = {
            tuple(scenario.horizon.date(day) for day in violation.days)
            for violation in rule.check(scenario, schedule)
        }
        assert found == articles.during_absence([span])(filmed(scenario, schedule, "A"))
        verdicts[bool(found)] += 1
    assert min(verdicts[True], verdicts[False]) >= CASES // 5, verdicts


def test_the_drawings_meet_both_clock_changes_and_week_53() -> None:
    """The oracles would prove little on plain dates alone."""
    firsts = {start.isoformat() for start in STARTS}
    assert {"2027-03-25", "2027-10-27", "2026-12-24"} <= firsts
