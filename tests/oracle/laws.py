"""Which rule of the vocabulary says which article of the texts."""

from __future__ import annotations

from rotaplan.domain.work import Shifts
from rotaplan.rules.base import RuleBase, rule_class
from tests.oracle import articles
from tests.oracle.articles import HOUR, Article

Row = tuple[str, RuleBase, Article]


def row(name: str, article: Article, key: str, **given: object) -> Row:
    """Return the name of a law, the rule that must hold for it, and its reading on film.

    Laws on rest and on days worked are read with the article that makes rest of being on call.
    """
    rule = rule_class(key)(**{"must": True, "row": name, **given})
    return name, rule, articles.resting_at_home(article) if hasattr(rule, "at_home") else article


LAWS: list[Row] = [
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
    row(
        "TPU-COUP30 hours",
        articles.duty_hours_with_pauses(10.75, 30),
        "day_max",
        maximum=645,
        counted_pause=30,
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
    *(
        row(
            f"SNCF-GPT48 with {rest} h",
            articles.hours_between_rests(most, rest),
            "work_period",
            maximum=most * HOUR,
            rest=rest * HOUR,
        )
        for most, rest in ((48, 36), (24, 16), (36, 60))
    ),
    *(
        row(
            f"SNCF-GPT6 with {rest} h",
            articles.days_between_rests(most, rest),
            "work_period_days",
            maximum=most,
            rest=rest * HOUR,
        )
        for most, rest in ((6, 36), (3, 14), (4, 48))
    ),
    *(
        row(
            f"SNCF-GPT-D after {days} with {rest} h",
            articles.double_rest_after(days, rest, hours),
            "rest_after_period",
            days=days,
            rest=rest * HOUR,
            minimum=hours * HOUR,
        )
        for days, rest, hours in ((4, 36, 60), (3, 14, 48))
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
    row(
        "TPU-S46",
        articles.hours_a_week(46),
        "minutes_period",
        maximum=46 * HOUR,
        period="week",
        split=True,
    ),
    *(
        row(f"{name} with calls", article, key, **given)
        for name, article, key, given in (
            ("UE-RJ", articles.daily_rest(11), "rest_between", {"minimum": 11 * HOUR}),
            ("UE-RH", articles.weekly_rest(35), "weekly_rest", {"minimum": 35 * HOUR}),
            ("after nights", articles.after_nights(24, 1), "rest_after_nights", {"minimum": 1440}),
            (
                "SNCF-GPT48",
                articles.hours_between_rests(36, 36),
                "work_period",
                {"maximum": 36 * HOUR, "rest": 36 * HOUR},
            ),
            (
                "SNCF-GPT6",
                articles.days_between_rests(4, 36),
                "work_period_days",
                {"maximum": 4, "rest": 36 * HOUR},
            ),
            ("TPU 6 days", articles.days_on_end(4), "work_run", {"maximum": 4}),
            ("CT-6J", articles.days_a_week(4), "days_period", {"maximum": 4}),
            ("5 in 7", articles.days_in_any(5, 7), "days_window", {"maximum": 5}),
            (
                "FPH-4RH",
                articles.rest_days_in_any(5, 14),
                "rest_days_window",
                {"minimum": 5, "window": 14},
            ),
        )
    ),
    row("one place", articles.in_two_places, "no_overlap"),
    row("weekends", articles.weekends(1), "weekends_max", maximum=1, friday_night=True),
]
