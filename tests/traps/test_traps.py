"""Twenty-six ways in which tools of the trade go wrong, one roster each.

The comment of each test argues what is right; the figures are worked out by hand. Day 0 is
Monday 1 February 2027 unless said otherwise; E is 6-14, D 9-17, L 14-22, N 22-6, S 6:30-9:30 and
15:30-19:30.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rotaplan.api import Settings, check, solve, write
from rotaplan.domain.calendar import Calendar, Days
from rotaplan.domain.derogation import Derogation
from rotaplan.domain.people import HeldSkill, Person
from rotaplan.domain.scenario import Absence, Availability, Demand, Pin
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.work import Family
from rotaplan.judge import judge
from rotaplan.rules.base import basic_rules
from tests.rules.drawn import drawn
from tests.sheets.books import base, places, read
from tests.traps.rosters import HOUR, found, report, rule, shift, with_shifts

QUICK = Settings(seconds=20, reproducible=True)
WEEK_48 = rule("minutes_period", maximum=48 * HOUR, period="week", split=True)
WEEK_48_BY_START = replace(WEEK_48, split=False)
ANY_7_DAYS_48 = rule("minutes_window", maximum=48 * HOUR, window=7, split=True)
REST_11 = rule("rest_between", minimum=11 * HOUR)
NIGHT_OF_SPRING = dt.date(2027, 3, 27)
NIGHT_OF_AUTUMN = dt.date(2027, 10, 30)


def test_trap_01_a_night_from_sunday_to_monday_is_split() -> None:
    # Five days of 8 h and the night of Sunday: 40 + 2 h before midnight = 42 h in the first week,
    # 6 h of Monday morning + 40 h + Saturday's 8 h = 54 h in the second.
    roster = "D D D D D . N . D D D D D ."
    heavier = "D D D D D . N D D D D D D ."
    assert found(roster, WEEK_48) == []  # 42 h, 46 h
    assert found(heavier, WEEK_48) == [("minutes_period", "A", tuple(range(7, 14)))]  # 42, 54 h
    # Where the whole night belongs to the day on which it starts: 48 h, then 40 and 48 h.
    assert found(heavier, WEEK_48_BY_START) == []
    # One more hour on Sunday: 49 h by start day, 43 h where the night is split.
    longer = with_shifts(shift("N", (21 * HOUR, 30 * HOUR), family=Family.NIGHT))
    assert found(roster, WEEK_48_BY_START, shifts=longer) == [
        ("minutes_period", "A", tuple(range(7)))
    ]
    assert found(roster, WEEK_48, shifts=longer) == []


@pytest.mark.parametrize(
    ("start", "hours"), [(NIGHT_OF_SPRING, 7), (dt.date(2027, 5, 1), 8), (NIGHT_OF_AUTUMN, 9)]
)
def test_trap_02_the_two_nights_of_the_clock_changes(start: dt.date, hours: int) -> None:
    # 22:00-6:00 on the wall is 7 real hours on 27 March 2027 and 9 on 30 October.
    at_limit, below = (rule("day_max", maximum=hours * HOUR - less) for less in (0, 1))
    assert found("N .", at_limit, start=start) == []
    (breach,) = report("N .", [below], start).broken
    assert breach.measured == hours * HOUR
    # And the rest from 22:00 to 6:00 lasts as long.
    rest, more = (rule("rest_between", minimum=hours * HOUR + more) for more in (0, 1))
    assert found("L E", rest, start=start) == []
    assert found("L E", more, start=start) == [("rest_between", "A", (0, 1))]


def test_trap_03_the_week_over_new_year_is_week_53() -> None:
    # Monday 28 December 2026 to Sunday 3 January 2027 is one week, W53: six days are worked in
    # it, four in one year and two in the other. Neither year has a week of its own.
    start = dt.date(2026, 12, 28)
    six = "D D D D D D . D D D D D . ."
    assert found(six, rule("days_period", maximum=5, period="week"), start=start) == [
        ("days_period", "A", tuple(range(7)))
    ]
    assert found(six, rule("days_period", maximum=6, period="week"), start=start) == []
    # The years are cut at midnight: four days in 2026, seven in 2027.
    assert found(six, rule("days_period", maximum=6, period="year"), start=start) == [
        ("days_period", "A", tuple(range(4, 14)))
    ]


def test_trap_04_rest_before_the_first_shift_of_the_plan() -> None:
    # Yesterday's late ended at 22:00; an early at 6:00 leaves 8 h, a day shift at 9:00 exactly 11.
    assert found("L | E .", REST_11) == [("rest_between", "A", (-1, 0))]
    assert found("L | D .", REST_11) == []
    # A night that began yesterday ends at 6:00 of the first day: 8 h to a late, 16 to a night.
    assert found("N | L .", REST_11) == [("rest_between", "A", (-1, 0))]
    assert found("N | N .", REST_11) == []


def test_trap_05_twelve_weeks_that_begin_in_the_history() -> None:
    # Eleven weeks of six days (48 h) in the history make 528 h, which is 12 x 44 h: nothing is
    # left for the twelfth, though a single day of 8 h looks like little.
    mean = rule("minutes_average", maximum=44 * HOUR, window=84)
    history = " ".join(["D D D D D D ."] * 11)
    assert found(f"{history} | . . . . . . .", mean) == []
    (breach,) = report(f"{history} | D . . . . . .", [mean]).broken
    assert breach.days == tuple(range(-77, 7))
    assert breach.measured == -(-(528 + 8) * HOUR // 12)
    # Without the history nothing would be seen.
    assert found("D . . . . . .", mean) == []


def test_trap_06_forty_eight_hours_by_week_or_in_any_seven_days() -> None:
    # S is 7 h: 5 x 8 + 7 = 47 h in either civil week, but Tuesday to Monday hold 55 h.
    roster = ". D D D D D S D D D D D S ."
    assert found(roster, WEEK_48) == []  # legal for the civil service
    breaches = found(roster, ANY_7_DAYS_48)  # not for hospitals
    assert ("minutes_window", "A", tuple(range(1, 8))) in breaches
    (first, *_) = report(roster, [ANY_7_DAYS_48]).broken
    assert first.measured == 55 * HOUR


def test_trap_07_two_empty_cells_are_no_double_rest() -> None:
    # Late until 22:00, two days off, early at 6:00: 2 + 24 + 24 + 6 = 56 h, not the 60 h of a
    # double rest, although two cells are empty.
    roster = "L . . E"
    double = rule("weekly_rest", minimum=60 * HOUR, window=4)
    (breach,) = report(roster, [double]).broken
    assert (breach.measured, breach.limit) == (56 * HOUR, 60 * HOUR)
    assert found(roster, replace(double, minimum=56 * HOUR)) == []
    assert found(roster, replace(double, minimum=56 * HOUR + 1)) != []
    assert found(roster, rule("rest_days_window", minimum=2, window=4)) == []
    # A day shift from 9:00 and one until 17:00 make 64 h of the same two cells.
    assert found("D . . D", double) == []


def test_trap_08_twelve_days_on_end() -> None:
    # Tuesday to Saturday of the next week: six days in either civil week, twelve on end. Legal
    # under the Code du travail (six days by week), not in transport (six days between rests).
    roster = ". D D D D D D D D D D D D ."
    assert found(roster, rule("days_period", maximum=6, period="week")) == []
    assert found(roster, rule("work_run", maximum=6)) == [("work_run", "A", tuple(range(1, 13)))]


def test_trap_09_a_spread_of_exactly_thirteen_hours() -> None:
    # S runs from 6:30 to 19:30, pause included.
    assert found("S .", rule("span_max", maximum=13 * HOUR)) == []
    assert found("S .", rule("span_max", maximum=13 * HOUR - 1)) == [("span_max", "A", (0,))]


def test_trap_10_a_pause_of_thirty_minutes_and_one_of_thirty_one() -> None:
    # In urban transport a pause of up to 30 min is work, a longer one belongs to the spread
    # alone. 6:00-10:00, then 4 h after 30 or 31 min: 8 h 30 of work on end, or twice 4 h.
    short, long = (shift("P", (360, 600), (600 + p, 840 + p)) for p in (30, 31))
    on_end = rule("break_rule", maximum=6 * HOUR, pause=31)
    assert found("P", on_end, shifts=with_shifts(short)) == [("break_rule", "A", (0,))]
    (breach,) = report("P", [on_end], shifts=with_shifts(short)).broken
    assert breach.measured == 8 * HOUR + 30
    assert found("P", on_end, shifts=with_shifts(long)) == []
    # The hours: 8 h 30 with the short pause, 8 h with the long one.
    limits = {"maximum": 8 * HOUR, "counted_pause": 30}
    laws = [
        rule("day_max", **limits),
        rule("minutes_period", **limits, period="week"),
        rule("minutes_window", **limits, window=7),
        rule("minutes_average", **limits, window=7),
    ]
    over = report("P . . . . . .", laws, shifts=with_shifts(short)).broken
    assert [(v.rule, v.measured) for v in over] == [(law.key, 8 * HOUR + 30) for law in laws]
    assert found("P . . . . . .", *laws, shifts=with_shifts(long)) == []
    # The spread is the same kind of time for both.
    for pause, made in ((30, short), (31, long)):
        spread = rule("span_max", maximum=8 * HOUR + pause)
        assert found("P", spread, shifts=with_shifts(made)) == []
        assert found("P", replace(spread, maximum=8 * HOUR + pause - 1), shifts=with_shifts(made))


def test_trap_11_a_licence_that_expires_at_midnight_of_a_night() -> None:
    # Valid to Tuesday, inclusive. Monday's night ends on Tuesday: fine. Tuesday's night begins
    # with a licence and ends on Wednesday morning without: the date at its end counts.
    licence = HeldSkill(skill="LIC", valid_to=dt.date(2027, 2, 2))
    shifts = tuple(
        replace(one, skills=frozenset({"LIC"})) if one.code == "N" else one for one in with_shifts()
    )
    people = (Person(id="A", skills=(licence,)),)
    held = rule("required_skill")
    assert found("N N .", held, shifts=shifts, people=people) == [("required_skill", "A", (1,))]
    # A night that ends at midnight sharp has no minute on Wednesday.
    to_midnight = with_shifts(shift("N", (960, 1440), skills=frozenset({"LIC"})))
    assert found("N N .", held, shifts=to_midnight, people=people) == []


def test_trap_12_two_half_days_of_absence_are_a_day() -> None:
    # Morning and afternoon of Tuesday, entered apart: nothing may touch that day, neither an
    # early, nor a late, nor a shift across noon, nor Monday's night on its way to 6:00.
    halves = tuple(Absence(person="A", first=1, last=1, part=p) for p in ("morning", "afternoon"))
    there = rule("availability")
    for code in "EDLNS":
        assert found(f". {code} .", there, absences=halves) == [("availability", "A", (1,))]
    assert found("N . .", there, absences=halves) == [("availability", "A", (0,))]
    assert found("L . E", there, absences=halves) == []
    # One half alone leaves the other half free.
    assert found(". L .", there, absences=halves[:1]) == []
    morning = with_shifts(shift("E", (360, 780)))
    assert found(". E .", there, absences=halves[1:], shifts=morning) == []
    assert found(". E .", there, absences=halves[1:]) != []  # until 14:00
    # Together they are a day of presence less, as a whole day of absence is: 21 h of three
    # days are 14 h of two.
    prorated = rule("minutes_period", maximum=21 * HOUR, prorata=True)
    whole = (Absence(person="A", first=1, last=1),)
    for absences in (whole, halves):
        (breach,) = report("D . D", [prorated], absences=absences).broken
        assert (breach.measured, breach.limit) == (16 * HOUR, 14 * HOUR)


def test_trap_13_a_holiday_on_the_weekly_day_off_moves_nothing() -> None:
    # Part-time, Wednesdays off; Wednesday 3 February is a public holiday. The day off is not
    # owed again elsewhere: working the four other days is in order, and Wednesday stays closed.
    people = (Person(id="A", fixed_days_off=frozenset({2})),)
    holiday = Calendar(holidays={dt.date(2027, 2, 3): "fête"})
    rules = [rule("availability"), rule("comp_day"), rule("days_period", maximum=4)]
    assert found("D D . D D . .", *rules, people=people, calendar=holiday) == []
    assert found("D . D D . . .", *rules, people=people, calendar=holiday) == [
        ("availability", "A", (2,))
    ]
    # Only a rule of the house gives it back: here, a week with a holiday has a day less.
    less = rule("days_period", maximum=3)
    assert found("D D . D D . .", less, people=people, calendar=holiday) != []


def test_trap_14_a_holiday_on_a_day_not_worked_counts_for_nothing() -> None:
    # Nobody who is off on the holiday has worked it: no share, no day in lieu.
    holiday = Calendar(holidays={dt.date(2027, 2, 3): "fête"})
    rules = [rule("holidays_share", maximum=0), rule("comp_day", minimum=1, within=3)]
    assert found("D D . D D D .", *rules, calendar=holiday) == []
    # Who works it has, and gets no day off in the three days that follow.
    assert found("D D D D D D .", *rules, calendar=holiday) == [
        ("holidays_share", "A", (2,)),
        ("comp_day", "A", (2,)),
    ]


def test_trap_15_one_person_under_two_regimes() -> None:
    # A changes post on Thursday: 10 h a day until then, 9 h from then on. The column Régime
    # holds one regime, so the rows of the other one name A, and both name their dates. Each
    # judges the duties that start on its own dates and no others: no text says which law
    # measures a stretch of time across the change, and guessing would pass one of the two.
    long = with_shifts(shift("J", (420, 1020)))  # 10 h
    before = Days(spans=((dt.date(2027, 2, 1), dt.date(2027, 2, 3)),))
    after = Days(spans=((dt.date(2027, 2, 4), dt.date(2027, 2, 28)),))
    ten = rule("day_max", maximum=10 * HOUR, when=before)
    nine = rule("day_max", maximum=9 * HOUR, when=after)
    assert found("J J J D D . .", ten, nine, shifts=long) == []
    assert found("J J J J D . .", ten, nine, shifts=long) == [("day_max", "A", (3,))]
    # So a limit of both laws stays in one row without dates: in two, 30 h and 24 h of one week
    # would each be looked at alone, and their 54 h by nobody.
    apart = [replace(WEEK_48, when=dates) for dates in (before, after)]
    assert found("J J J D D D .", *apart, shifts=long) == []
    assert found("J J J D D D .", WEEK_48, shifts=long) == [
        ("minutes_period", "A", tuple(range(7)))
    ]
    # Rest has no dates of its own: where both laws have a row, the longer one holds across.
    twelve = rule("rest_between", minimum=12 * HOUR)
    assert found("L D .", REST_11, twelve) == [("rest_between", "A", (0, 1))]  # 11 h


def test_trap_16_a_trainee_counts_for_nobody() -> None:
    # The early shift asks for one nurse; B is there in training, in a function of its own that
    # nobody has to fill: the nurse is missing all the same.
    nurse, trainee = HeldSkill(skill="IDE"), HeldSkill(skill="STAGE")
    demand = (
        Demand(shift="E", skill="IDE", minimum=1, target=1),
        Demand(shift="E", skill="STAGE"),
    )
    people = (Person(id="A", skills=(nurse,)), Person(id="B", skills=(trainee,)))
    rules = [rule("cover_minimum"), rule("required_skill")]
    given = {"demand": demand, "people": people}
    (short,) = report(".\nE/STAGE", rules, **given).broken
    assert (short.rule, short.skill, short.measured, short.limit) == ("cover_minimum", "IDE", 0, 1)
    assert found("E/IDE\nE/STAGE", *rules, **given) == []
    # Nor can the trainee be written down as the nurse.
    assert found(".\nE/IDE", *rules, **given) == [("required_skill", "B", (0,))]


def test_trap_17_a_quarter_of_an_hour_of_handover_asks_for_nobody_more() -> None:
    # E until 14:15, L from 14:00, one person each. The quarter of an hour with both is neither
    # a need for two on either shift, nor one too many.
    shifts = with_shifts(shift("E", (360, 855)))
    demand = tuple(Demand(shift=code, minimum=1, target=1, maximum=1) for code in "EL")
    rules = [rule("cover_minimum"), rule("cover_target", over=1), rule("cover_maximum")]
    assert found("E\nL", *rules, shifts=shifts, demand=demand) == []
    # At every moment of the day one person is there, which is what was asked for.
    there = rule("min_presence", minimum=1, start=6 * HOUR, end=22 * HOUR)
    assert found("E\nL", there, shifts=shifts, demand=demand) == []
    # Two at every moment is more than the handover gives.
    assert found("E\nL", replace(there, minimum=2), shifts=shifts, demand=demand) != []


def test_trap_18_more_people_asked_for_than_hold_the_skill() -> None:
    # Two with a licence each day, and one holds it: a roster comes out all the same and says
    # what is missing where; made strict, it is proven that there is none.
    people = (Person(id="A", skills=(HeldSkill(skill="LIC"),)), Person(id="B"))
    demand = (Demand(shift="E", skill="LIC", minimum=2, target=2),)
    scenario, _ = drawn(". .\n. .", *basic_rules(()), demand=demand, people=people)
    result = solve(scenario, QUICK)
    assert result.status == "optimal"
    assert result.schedule is not None
    short = [(need.day, need.shift, need.skill, n) for need, n in result.schedule.uncovered()]
    assert short == [(0, "E", "LIC", 1), (1, "E", "LIC", 1)]
    strict = rule("cover_minimum")
    told = solve(replace(scenario, rules=(strict, *basic_rules([strict]))), QUICK)
    assert (told.status, told.schedule) == ("infeasible", None)


def test_trap_19_a_locked_cell_against_a_rule_is_told_and_left() -> None:
    # Late on Monday and early on Tuesday are fixed, and 8 h apart. The check says so. The solver
    # moves neither to make it good, nor gives up the rest of the roster: it is made around them,
    # says the same of them, and breaks nothing else.
    pins = (Pin(person="A", day=0, shift="L"), Pin(person="A", day=1, shift="E"))
    rules = [REST_11, *basic_rules(())]
    scenario, schedule = drawn("L E .\n. . .", *rules, pins=pins)
    short = ("rest_between", "A", (0, 1))
    assert [(v.rule, v.person, v.days) for v in judge(scenario, schedule).broken] == [short]
    result = solve(scenario, QUICK)
    assert (result.status, result.impossible) == ("optimal", None)
    assert result.schedule is not None
    assert [result.schedule.code("A", day) for day in (0, 1)] == ["L", "E"]
    assert result.report is not None
    (told,) = result.report.broken
    assert (told.rule, told.person, told.days) == short
    assert told.locked == (("A", 0), ("A", 1))
    # With a price on the rest, the cells stay and the price is paid.
    paid = rule("rest_between", minimum=11 * HOUR, must=False, level=1, weight=10)
    soft = replace(scenario, rules=(paid, *basic_rules(())))
    kept = solve(soft, QUICK)
    assert kept.schedule is not None
    assert [kept.schedule.code("A", day) for day in (0, 1)] == ["L", "E"]
    assert kept.report is not None
    assert kept.report.cost_by_row["rest_between"] == 10 * 3


def test_trap_20_an_exception_is_no_compliance_and_leaves_a_debt() -> None:
    # Rest of 8 h allowed once, 3 h to give back by the 10th: neither broken nor clean.
    due = dt.date(2027, 2, 10)
    allowed = Derogation(
        rule="rest_between",
        person="A",
        first=0,
        last=1,
        authority="DRH",
        deadline=due,
        compensation_minutes=180,
    )
    told = report("L E .\nL E .", [REST_11], derogations=(allowed,))
    assert [(v.person, v.days) for v in told.derogated] == [("A", (0, 1))]
    assert [(v.person, v.days) for v in told.broken] == [("B", (0, 1))]
    assert told.debts == {"A": 180}
    # An exception that is not used costs nothing.
    assert report("L . E\n. . .", [REST_11], derogations=(allowed,)).debts == {}


def test_trap_21_a_swap_that_is_legal_for_one_of_the_two() -> None:
    # A and B swap Tuesday. A gives a late and takes an early after Monday's day shift (17:00 to
    # 6:00: 13 h, fine). B takes the late and has Wednesday's early after it: 8 h.
    before, after = "D L .\nD E E", "D E .\nD L E"
    assert found(before, REST_11) == []
    assert found(after, REST_11) == [("rest_between", "B", (1, 2))]


@pytest.mark.parametrize("word", ["bénévole", "BEN", "BENEVOLE", "Bénévole (accueil)", "volunteer"])
def test_trap_22_a_volunteer_who_has_declared_nothing(tmp_path: Path, word: str) -> None:
    # Staff without a line of availability can come. A volunteer is under no obligation and is
    # away unless hours are declared: B has declared nothing, C mornings, and no row of rules
    # has to say so.
    mornings = Availability(person="C", start=360, end=840, available=True)
    people = (Person(id="A"), *(Person(id=one, volunteer=True) for one in "BC"))
    given = {"people": people, "availability": (mornings,)}
    assert found("E L\nE .\nE L", rule("availability"), **given) == [
        ("availability", "B", (0,)),
        ("availability", "C", (1,)),
    ]
    # The workbook says who they are, as a status or as a regime; whoever has declared nothing
    # is named at once, and neither planned nor passed by the check.
    book = base()
    book["Besoins"] = [["Code", "Min", "Cible"], ["M", 3, 3]]
    for heading in ("Statut", "Régime"):
        texts = [heading, "titulaire", word, word, None]
        book["Agents"] = [[*row, text] for row, text in zip(base()["Agents"], texts, strict=True)]
        book["Disponibilités"] = [["Matricule", "Jour", "Type"], ["009", "mardi", "disponible"]]
        reading = read(tmp_path, book)
        assert places(reading.problems) == [("volunteer-undeclared", "Agents!A3")]
        assert reading.scenario is not None
        assert [one.id for one in reading.scenario.people if one.volunteer] == ["008", "009"]
    planned = solve(reading.scenario, QUICK).schedule
    assert planned is not None
    tuesdays = {(person, day) for person in ("007", "009", "010") for day in (1, 8)}
    others = {(person, day) for person in ("007", "010") for day in range(14)}
    assert {(one.person, one.day) for one in planned.assignments} == tuesdays | others
    called = check(reading.scenario, [Assignment(person="008", day=1, shift="M")]).report
    assert called is not None
    assert [(v.rule, v.person) for v in called.broken] == [("availability", "008")]


def test_trap_23_a_demand_by_the_hour_met_by_whole_shifts() -> None:
    # Two people from 11:00 to 14:00 and one from 9:00 to 17:00, whichever shifts they work: E
    # (until 14:00) and D (from 9:00) do it together; D and L leave one alone at noon.
    noon = rule("min_presence", minimum=2, start=11 * HOUR, end=14 * HOUR)
    day = rule("min_presence", minimum=1, start=9 * HOUR, end=17 * HOUR)
    assert found("E\nD", noon, day) == []
    told = report("D\nL", [noon, day]).broken
    assert [(v.measured, v.limit, v.amount) for v in told] == [(1, 2, 180)]


def test_trap_24_a_duty_of_twenty_four_hours() -> None:
    # On site from 8:00 to 8:00. It is one duty of the day on which it starts: 24 h of work and
    # of spread, 16 h of them on the first date and 8 on the second.
    shifts = with_shifts(shift("G", (480, 1920), family=Family.ON_SITE_CALL))
    assert found("G . .", rule("day_max", maximum=24 * HOUR), shifts=shifts) == []
    assert found("G . .", rule("day_max", maximum=24 * HOUR - 1), shifts=shifts) != []
    by_date = rule("minutes_period", maximum=12 * HOUR, period="day", split=True)
    assert [v.measured for v in report("G . .", [by_date], shifts=shifts).broken] == [16 * HOUR]
    # Next morning's early begins at 6:00 while it is under way: that is no short rest, but
    # work in two places; the late from 14:00 has 6 h of rest, a day later all of it.
    at_once = rule("no_overlap")
    assert found("G E .", at_once, shifts=shifts) == [("no_overlap", "A", (0, 1))]
    assert found("G L .", at_once, shifts=shifts) == []
    (short,) = report("G L .", [REST_11], shifts=shifts).broken
    assert short.measured == 6 * HOUR
    assert found("G . L", REST_11, at_once, shifts=shifts) == []


def test_trap_25_a_reserve_duty_becomes_a_real_one() -> None:
    # Reserve from 8:00 to 16:00 on Tuesday, early on Wednesday: 14 h. Called in for the late,
    # the rest is that of the late: 8 h. The reserve is then one fewer.
    shifts = with_shifts(shift("R", (480, 960), family=Family.RESERVE))
    demand = (Demand(shift="R", minimum=1), *(Demand(shift=code) for code in "EL"))
    rules = [REST_11, rule("cover_minimum")]
    given = {"shifts": shifts, "demand": demand}
    wednesday = Days(weekdays=frozenset({1}))
    given["demand"] = (replace(demand[0], days=wednesday), *demand[1:])
    assert found(". R E", *rules, **given) == []
    assert found(". L E", *rules, **given) == [
        ("rest_between", "A", (1, 2)),
        ("cover_minimum", "", (1,)),
    ]


def test_trap_26_a_strike_shows_on_nothing_that_is_posted(tmp_path: Path) -> None:
    # A is on strike on Tuesday, B ill and C on leave. Neither word, code, note nor colour of
    # what is written tells the strike from the illness: both are simply away. Leave may show.
    absences = tuple(
        Absence(person=person, first=1, last=1, code=code)
        for person, code in (("A", "GREVE"), ("B", "MALADIE"), ("C", "CA"))
    )
    scenario, schedule = drawn("E . E\nL . L\nD . D", *basic_rules(()), absences=absences)
    result = check(scenario, schedule.assignments)
    write(result, tmp_path / "plan.xlsx")
    book = load_workbook(tmp_path / "plan.xlsx")
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            told = f"{cell.value} {cell.comment.text if cell.comment else ''}".upper()
            for word in ("GREVE", "GRÈVE", "STRIKE", "MALADIE", "SICK"):
                assert word not in told, f"{sheet.title}!{cell.coordinate}: {told}"
    lines = {
        row[0].value: row for row in book["Planning"].iter_rows() if row[0].value in set("ABC")
    }
    tuesday = lines["C"].index(next(cell for cell in lines["C"] if cell.value == "CA"))
    shown = {
        person: (line[tuesday].value, line[tuesday].fill.fgColor.rgb)
        for person, line in lines.items()
    }
    assert shown["A"] == shown["B"] != shown["C"]
    assert shown["A"][0]
    assert "GREVE" not in json.dumps(result.to_json())
