"""Rules with the weight of law, against the articles counted minute by minute on film."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

import pytest

from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence
from rotaplan.domain.work import Shifts
from rotaplan.rules.base import RuleBase, rule_class
from tests.oracle import articles
from tests.oracle.articles import HOUR, Article
from tests.oracle.film import filmed
from tests.oracle.table import LICENSED, SHIFTS, STARTS, rosters
from tests.rules.drawn import drawn

CASES = 60
Row = tuple[str, RuleBase, Article]


def row(name: str, article: Article, key: str, **given: object) -> Row:
    return name, rule_class(key)(**given), article


ROWS: list[Row] = [
    row("UE-RJ", articles.daily_rest(11), "rest_between", minimum=11 * HOUR),
    row("FPH-RJ12", articles.daily_rest(12), "rest_between", minimum=12 * HOUR),
    row("over two days", articles.daily_rest(35), "rest_between", minimum=35 * HOUR),
    row("UE-RH", articles.weekly_rest(35), "weekly_rest", minimum=35 * HOUR),
    row("FPH-RH36", articles.weekly_rest(36), "weekly_rest", minimum=36 * HOUR),
    row("any 7 days", articles.weekly_rest(35, 7), "weekly_rest", minimum=35 * HOUR, window=7),
    row("RP double", articles.weekly_rest(60, 8), "weekly_rest", minimum=60 * HOUR, window=8),
    row(
        "CT-S48",
        articles.hours_a_week(48),
        "minutes_period",
        maximum=48 * HOUR,
        period="week",
        split=True,
    ),
    row(
        "CT-S48 by start day",
        articles.hours_a_week(48, split=False),
        "minutes_period",
        maximum=48 * HOUR,
        period="week",
    ),
    row(
        "CT-J10 by date",
        articles.hours_a_day(10),
        "minutes_period",
        maximum=10 * HOUR,
        period="day",
        split=True,
    ),
    row("FPH-7J48", articles.hours_in_any(48, 7), "minutes_window", maximum=48 * HOUR, split=True),
    row("44 h", articles.hours_in_any(44, 7), "minutes_window", maximum=44 * HOUR, split=True),
    row(
        "by start day",
        articles.hours_in_any(48, 7, split=False),
        "minutes_window",
        maximum=48 * HOUR,
    ),
    *(
        row(
            f"FP-12S44 over {weeks}",
            articles.mean_hours(44, weeks),
            "minutes_average",
            maximum=44 * HOUR,
            window=7 * weeks,
            split=True,
        )
        for weeks in (1, 2, 3)
    ),
    row("CT-HS", articles.overtime(4), "overtime_cap", maximum=4 * HOUR),
    row("CT-J10", articles.duty_hours(10), "day_max", maximum=10 * HOUR),
    row(
        "FPH-J9/N10",
        articles.duty_hours(7.25, 8),
        "day_max",
        maximum=435,
        night=480,
    ),
    row("FP-AMP12", articles.amplitude(12), "span_max", maximum=12 * HOUR),
    row("FPH-DISC", articles.amplitude(10.5), "span_max", maximum=630),
    row("FP-PAUSE20", articles.pause_within(6, 20), "break_rule", maximum=360, pause=20),
    row("TPU-COUP30", articles.pause_within(7, 31), "break_rule", maximum=420, pause=31),
    row(
        "FPH-DISC parts",
        articles.vacations(2, 3, 6.5),
        "split_shift",
        minimum=180,
        maximum=390,
    ),
    row("after nights", articles.after_nights(24, 1), "rest_after_nights", minimum=24 * HOUR),
    row(
        "after two nights",
        articles.after_nights(48, 2),
        "rest_after_nights",
        minimum=48 * HOUR,
        nights_run=2,
    ),
    row(
        "after a call",
        articles.after_calls(11, "L"),
        "rest_after_oncall",
        minimum=11 * HOUR,
        shifts=Shifts(codes=frozenset("L")),
    ),
    row("TPU 6 days", articles.days_on_end(6), "work_run", maximum=6),
    row("CT-6J", articles.days_a_week(6), "days_period", maximum=6, period="week"),
    row("5 in 7", articles.days_in_any(5, 7), "days_window", maximum=5, window=7),
    row("FPH-4RH", articles.rest_days_in_any(4, 14), "rest_days_window", minimum=4, window=14),
    row(
        "one Sunday in two",
        articles.sundays_in_any(1, 14),
        "sundays",
        minimum=1,
        window=14,
        saturday_night=True,
    ),
    row(
        "two Sundays in three",
        articles.sundays_in_any(2, 21),
        "sundays",
        minimum=2,
        window=21,
        saturday_night=True,
    ),
]
CODES = {
    "FPH-J9/N10": "DDDDDDDDDDDDDDDNNNNNNJK",
    "FP-PAUSE20": "DEDEDEDEDEDEDEDEDELR",
    "TPU-COUP30": "DDSDDSDDDDSDDDDDDDSDDR",
    "FPH-DISC parts": "DELNDELNDELNSSSSSSDELNDELNPR",
    "after a call": "ELNLD",
}
"""Of which shifts rosters are made where the common drawings would nearly all break the article."""


@pytest.mark.parametrize(("name", "rule", "article"), ROWS, ids=[name for name, _, _ in ROWS])
def test_the_rule_says_what_the_article_says(name: str, rule: RuleBase, article: Article) -> None:
    """Both name the same dates on every roster, and the rosters show either verdict."""
    verdicts: Counter[bool] = Counter()
    people = (Person(id="A", weekly_minutes=35 * HOUR),)
    for roster, start in rosters(name, CASES, CODES.get(name, "")):
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
    held = HeldSkill(skill="LIC", valid_to=day[0], valid_from=start - dt.timedelta(days=30))
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
