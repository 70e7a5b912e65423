"""The evaluation of re-plans: each figure on a small roster made by hand, right and wrong."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "scenarios/regie_transports"
sys.path.insert(0, str(FOLDER))
try:
    import evaluate_replan as evaluation
    import incident as generator
    import strict_rules
    import workbooks
    from workbooks import Book, Duty, Incident, Person
finally:
    sys.path.remove(str(FOLDER))

BROKEN = dt.datetime(2027, 3, 16, 10, 40)
RESTORED = dt.datetime(2027, 3, 19, 4, 40)
_HOURS = {
    "T1-01": "04:40-12:00",
    "T1-05": "06:30-09:40/15:45-19:25",
    "T1-07": "11:50-19:10",
    "L1-01": "04:55-12:15",
    "L1-02": "05:15-12:35",
    "L1-10": "16:55-00:15",
    "L6-01": "06:00-13:20",
    "RM": "04:30-11:30",
    "RS": "16:30-23:30",
    "LONG": "06:00-09:00/15:00-19:00",
    "LONGER": "06:00-09:00/15:00-19:01",
}


def day(number: int, month: int = 3) -> dt.date:
    return dt.date(2027, month, number)


def duty(code: str, hours: str) -> Duty:
    pieces = workbooks.pieces_of(hours)
    paid = sum(end - start for start, end in pieces)
    skills = frozenset({"LIC:D"}) if code[0] in "LB" else frozenset()
    line = code[:2] if "-" in code and code[0] in "TL" else ""
    return Duty(
        code=code, pieces=pieces, paid=paid, skills=skills, line=line, reserve=code in ("RM", "RS")
    )


DUTIES = {code: duty(code, hours) for code, hours in _HOURS.items()}
PEOPLE = {
    name: Person(id=name, skills=(("LIC:D", None, None),))
    for name in ("anna", "boris", "clara", "david")
}


def book(*cells: tuple[str, dt.date, str], **fields: Any) -> Book:
    filled = {(person, date): code for person, date, code in cells}
    known = {"people": PEOPLE, "duties": DUTIES, "first": day(8), "last": day(4, 4)}
    return Book(cells=filled, **(known | fields))


def incident(kind: str, *targets: str, **fields: Any) -> Incident:
    known = {"name": kind, "start": BROKEN, "end": RESTORED, "known": BROKEN}
    return Incident(kind=kind, targets=targets, **(known | fields))


def added(code: str, hours: str, heads: int, first: dt.date, last: dt.date) -> Incident:
    start, end = (dt.datetime.combine(one, dt.time()) for one in (first, last))
    end += dt.timedelta(days=1)
    made = duty(code, hours)
    return incident("ajout", code, name=code, start=start, end=end, effect=f"+{heads}", duty=made)


CLOSED = incident("fermeture", "T1")


def verdict(published: Book, after: Book, *incidents: Incident, before: Book | None = None) -> Any:
    case = evaluation.Case(
        published=published,
        before=before or published,
        after=after,
        incidents=[CLOSED, *incidents],
        now=BROKEN,
    )
    return evaluation.evaluate(case)


# Cover


def test_replacement_buses_that_nobody_drives_are_open() -> None:
    asked = added("BR-01", "04:50-12:10", 1, day(17), day(18))
    found = verdict(book(), book(("anna", day(17), "BR-01")), asked)
    assert (found.bus_asked, found.bus_open) == (2, ["2027-03-18 BR-01"])
    both = book(("anna", day(17), "BR-01"), ("boris", day(18), "BR-01"))
    assert verdict(book(), both, asked).bus_open == []


def test_every_place_of_an_added_duty_counts() -> None:
    asked = added("INF-M", "06:15-13:15", 3, day(17), day(17))
    two = book(("anna", day(17), "INF-M"), ("boris", day(17), "INF-M"))
    found = verdict(book(), two, asked)
    assert (found.agents_asked, found.agents_open) == (3, ["2027-03-17 INF-M"])
    assert found.bus_asked == 0


def test_a_replaced_row_asks_once() -> None:
    first = added("BR-01", "04:50-12:10", 1, day(17), day(17))
    second = added("BR-01", "04:50-12:10", 1, day(17), day(18))
    assert workbooks.in_force([CLOSED, first], [second]) == [CLOSED, second]


@pytest.mark.parametrize(
    ("holder", "open_duties"),
    [("L6-01", []), ("L6-01≤10:00", ["2027-03-17 L6-01"]), (None, ["2027-03-17 L6-01"])],
)
def test_school_duties_must_be_driven_whole(holder: str | None, open_duties: list[str]) -> None:
    after = book(("boris", day(17), holder)) if holder else book()
    found = verdict(book(("anna", day(17), "L6-01"), ("anna", day(15), "L6-01")), after)
    assert (found.school_asked, found.school_open) == (1, open_duties)


def test_other_lines_left_open_are_named_but_not_those_of_t1() -> None:
    published = book(("anna", day(17), "L1-01"), ("boris", day(17), "T1-01"))
    assert verdict(published, book()).lines_open == ["2027-03-17 L1-01"]


# Changes


def test_a_day_off_becomes_work_only_with_consent() -> None:
    asked = added("BR-01", "04:50-12:10", 1, day(17), day(17))
    called = book(("anna", day(17), "BR-01"))
    assert verdict(book(), called, asked).rests_cancelled == ["anna 2027-03-17 - > BR-01"]
    willing = incident("volontaire", "anna", start=dt.datetime(2027, 3, 16))
    found = verdict(book(), called, asked, willing)
    assert (found.rests_cancelled, len(found.volunteers)) == ([], 1)
    other_day = replace(willing, end=dt.datetime(2027, 3, 17))
    assert verdict(book(), called, asked, other_day).volunteers == []


def test_somebody_freed_the_day_before_is_not_at_rest() -> None:
    published = book(("anna", day(17), "T1-01"))
    asked = added("BR-01", "04:50-12:10", 1, day(17), day(17))
    after = book(("anna", day(17), "BR-01"))
    assert verdict(published, after, asked, before=book()).rests_cancelled == []


def test_changes_outside_t1_and_reserve() -> None:
    published = book(
        *(("anna", day(17), "L1-01"), ("boris", day(17), "RM"), ("clara", day(17), "T1-01"))
    )
    after = book(("boris", day(17), "L1-01"))
    found = verdict(published, after)
    assert found.outside == ["anna 2027-03-17 L1-01 > -"]
    assert found.outside_forced == []
    assert found.notified == ["anna", "boris", "clara"]
    assert found.notified_forced == ["clara"]
    late = incident("retard", "anna", effect="06:15")
    assert verdict(published, after, late).outside_forced == found.outside
    sick = incident("absence", "anna", start=dt.datetime(2027, 3, 17))
    assert verdict(published, after, sick).notified_forced == ["anna", "clara"]


def test_what_is_over_forces_nothing() -> None:
    published = book(("anna", day(16), "L1-01"), ("boris", day(15), "T1-01"))
    late = incident("retard", "anna", effect="06:15")
    assert verdict(published, published, late).notified_forced == []


def test_where_the_drivers_of_the_buses_come_from() -> None:
    published = book(
        *(("anna", day(17), "T1-01"), ("boris", day(17), "RM"), ("clara", day(17), "L1-02"))
    )
    people = ("anna", "boris", "clara", "david")
    after = book(*((person, day(17), f"BR-{at}") for at, person in enumerate(people)))
    buses = [added(f"BR-{at}", "04:50-12:10", 1, day(17), day(17)) for at in range(4)]
    drivers = verdict(published, after, *buses).drivers
    assert drivers == {"T1": 1, "reserve": 1, "other lines": 1, "rest": 1}


def test_cells_that_still_differ_after_the_breakdown_are_residue() -> None:
    published = book(("anna", day(18), "L1-01"), ("anna", day(19), "L1-01"))
    after = book(("boris", day(18), "L1-01"), ("boris", day(19), "L1-01"))
    residue = verdict(published, after).residue
    assert residue == ["anna 2027-03-19 L1-01 > -", "boris 2027-03-19 - > L1-01"]


def test_share_of_what_was_announced_and_changes_again() -> None:
    published = book(("anna", day(16), "T1-07"), ("anna", day(18), "T1-01"))
    first = book(("anna", day(16), "RS"), ("anna", day(18), "RM"), ("boris", day(18), "RS"))
    second = book(("anna", day(16), "RS"), ("anna", day(18), "T1-01"), ("clara", day(18), "RS"))
    found = evaluation.stability(published, first, second, dt.datetime(2027, 3, 17, 15, 0))
    assert (found.new_cells, found.changed_again) == (3, 2)
    assert (found.still_open, found.open_changed_again) == (2, 2)
    assert found.share == pytest.approx(2 / 3)
    assert evaluation.stability(published, first, first, BROKEN).share == 0


# Strict rules


@pytest.mark.parametrize(
    ("after", "broken"),
    [
        ("T1-05≤09:40", []),
        ("RS", ["anna 2027-03-16 T1-05 > RS though it has begun"]),
        (None, ["anna 2027-03-16 T1-05 > - though it has begun"]),
        ("T1-05", ["anna 2027-03-16: T1-05 does not run"]),
    ],
)
def test_what_has_begun_may_only_be_cut(after: str | None, broken: list[str]) -> None:
    roster = book(("anna", day(16), after)) if after else book()
    assert verdict(book(("anna", day(16), "T1-05")), roster).breaches == broken


def test_a_cut_duty_keeps_what_it_pays_and_loses_hours() -> None:
    cut = workbooks.duty_of("T1-05≤09:40", DUTIES)
    assert cut.pieces == ((390, 580),)
    assert cut.paid == DUTIES["T1-05"].paid
    assert workbooks.duty_of("T1-01≥10:40", DUTIES).pieces == ((640, 720),)
    assert workbooks.duty_of("L1-10≤00:05", DUTIES).pieces == ((1015, 1445),)
    assert workbooks.duty_of("L1-10≥23:00≤00:05", DUTIES).pieces == ((1380, 1445),)
    assert workbooks.duty_of("T1-01≤06:00≥10:40", DUTIES).pieces == ((280, 360), (640, 720))
    assert workbooks.duty_of("T9-01≤09:40", DUTIES) is None


def broken_by(roster: Book, *incidents: Incident) -> list[str]:
    return strict_rules.breaches(roster, list(incidents))


@pytest.mark.parametrize(
    ("hours", "broken"), [("11:30-18:50", []), ("11:29-18:50", ["anna 2027-03-17: 659 minutes"])]
)
def test_daily_rest_of_eleven_hours(hours: str, broken: list[str]) -> None:
    duties = {**DUTIES, "EVE": duty("EVE", "17:10-00:30"), "NEXT": duty("NEXT", hours)}
    roster = book(("anna", day(16), "EVE"), ("anna", day(17), "NEXT"), duties=duties)
    assert [text[: len("anna 2027-03-17: 659 minutes")] for text in broken_by(roster)] == broken


def test_an_hour_of_rest_is_lost_with_the_clocks() -> None:
    duties = {**DUTIES, "EVE": duty("EVE", "13:00-20:00"), "NEXT": duty("NEXT", "07:30-12:00")}
    before, after = ("anna", day(27), "EVE"), ("anna", day(28), "NEXT")
    found = broken_by(book(before, after, duties=duties))
    assert found == ["anna 2027-03-28: 630 minutes of rest after EVE"]
    a_week_earlier = book(("anna", day(20), "EVE"), ("anna", day(21), "NEXT"), duties=duties)
    assert broken_by(a_week_earlier) == []


def test_rest_counts_from_what_was_worked_before_the_plan() -> None:
    roster = book(("anna", day(8), "RM"), past={("anna", day(7)): "L1-10"})
    assert broken_by(roster) == ["anna 2027-03-08: 255 minutes of rest after L1-10"]
    two_days_before = book(("anna", day(8), "RM"), past={("anna", day(6)): "L1-10"})
    assert broken_by(two_days_before) == []


def test_forty_six_hours_a_week() -> None:
    duties = {**DUTIES, "TEN": duty("TEN", "08:00-17:12"), "PLUS": duty("PLUS", "08:00-17:13")}
    week = [("anna", day(15 + step), "TEN") for step in range(5)]
    assert broken_by(book(*week, duties=duties)) == []
    week[0] = ("anna", day(15), "PLUS")
    assert broken_by(book(*week, duties=duties)) == ["anna 2027-03-15: 2761 minutes in the week"]


def test_mean_of_forty_two_hours_over_twelve_weeks() -> None:
    duties = {**DUTIES, "NINE": duty("NINE", "08:00-17:00")}
    past = {
        ("anna", day(8) - dt.timedelta(days=7 * week - step)): "NINE"
        for week in range(1, 12)
        for step in range(5)
    }
    rested = book(("anna", day(9), "NINE"), past=past, duties=duties)
    assert broken_by(rested) == []
    worked = [("anna", day(8 + step), "NINE") for step in range(5)]
    found = broken_by(book(*worked, past=past, duties=duties))
    assert found == ["anna 2027-03-08: 32400 minutes in 12 weeks"]


def test_days_a_week_and_days_in_a_row() -> None:
    row = [("anna", day(10 + step), "RM") for step in range(7)]
    assert "anna 2027-03-16: more than 6 days in a row" in broken_by(book(*row))
    assert broken_by(book(*row[:5])) == []
    part_time = {**PEOPLE, "anna": replace(PEOPLE["anna"], days_a_week=4)}
    found = broken_by(book(*row[:5], people=part_time))
    assert found == ["anna 2027-03-08: 5 days in the week"]


def test_weekly_rest_of_thirty_five_hours() -> None:
    every_other = [("anna", day(15 + step), "RS") for step in (0, 2, 4, 6)]
    assert broken_by(book(*every_other)) == []
    short = {**DUTIES, "DUSK": duty("DUSK", "12:00-23:30"), "DAWN": duty("DAWN", "06:00-07:00")}
    dusks = [("anna", day(one), "DUSK") for one in (14, 17, 20)]
    dawns = [("anna", day(one), "DAWN") for one in (16, 19, 22)]
    found = broken_by(book(*dusks, *dawns, duties=short))
    assert found == ["anna 2027-03-15: no weekly rest"]
    assert broken_by(book(*dusks, *dawns[:2], duties=short)) == []


def test_one_weekend_of_four_is_free() -> None:
    sundays = [("anna", day(14) + dt.timedelta(days=7 * week), "RM") for week in range(4)]
    assert broken_by(book(*sundays[:3])) == []
    assert broken_by(book(*sundays)) == ["anna 2027-04-04: works 4 weekends"]


def test_spread_of_thirteen_hours() -> None:
    assert broken_by(book(("anna", day(16), "LONG"))) == []
    assert broken_by(book(("anna", day(16), "LONGER"))) == [
        "anna 2027-03-16: LONGER lasts too long"
    ]


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("L1-01", []),
        ("L1-10", ["anna 2027-03-16: L1-10 without LIC:D"]),
    ],
)
def test_a_licence_must_last_until_the_duty_ends(code: str, broken: list[str]) -> None:
    people = {**PEOPLE, "anna": replace(PEOPLE["anna"], skills=(("LIC:D", None, day(16)),))}
    assert broken_by(book(("anna", day(16), code), people=people)) == broken
    tomorrow = book(("anna", day(17), "L1-01"), people=people)
    assert broken_by(tomorrow) == ["anna 2027-03-17: L1-01 without LIC:D"]


def test_added_duties_ask_for_their_licences_too() -> None:
    people = {**PEOPLE, "anna": replace(PEOPLE["anna"], skills=())}
    asked = added("BR-01", "04:50-12:10", 1, day(17), day(17))
    found = broken_by(book(("anna", day(17), "BR-01"), people=people), asked)
    assert found == ["anna 2027-03-17: BR-01 without LIC:D"]


def test_fit_for_day_work_only() -> None:
    people = {**PEOPLE, "anna": replace(PEOPLE["anna"], day_only=True)}
    assert broken_by(book(("anna", day(16), "L1-01"), people=people)) == []
    assert len(broken_by(book(("anna", day(16), "RS"), people=people))) == 1


def test_two_people_on_one_duty_and_a_duty_that_nobody_knows() -> None:
    pair = book(("anna", day(16), "L1-01"), ("boris", day(16), "L1-01"))
    assert broken_by(pair) == ["2027-03-16: L1-01 held by 2"]
    reserves = book(("anna", day(16), "RM"), ("boris", day(16), "RM"))
    assert broken_by(reserves) == []
    assert broken_by(book(("anna", day(16), "L1-01 L1-02"))) == [
        "anna 2027-03-16: no such duty as L1-01 L1-02"
    ]


def test_days_off_stay_days_off() -> None:
    on_leave = book(("anna", day(16), "RM"), leave=frozenset({("anna", day(16))}))
    assert broken_by(on_leave) == ["anna 2027-03-16: works on a day off (RM)"]
    people = {**PEOPLE, "anna": replace(PEOPLE["anna"], day_off=1)}
    assert len(broken_by(book(("anna", day(16), "RM"), people=people))) == 1
    assert broken_by(book(("anna", day(17), "RM"), people=people)) == []


def test_people_who_are_away_or_late() -> None:
    late = incident("retard", "anna", effect="06:15", end=dt.datetime(2027, 3, 18))
    assert broken_by(book(("anna", day(17), "L6-01")), late) == [
        "anna 2027-03-17: L6-01 before 06:15 (retard)"
    ]
    assert broken_by(book(("anna", day(18), "L6-01"), ("anna", day(17), "RS")), late) != []
    assert broken_by(book(("anna", day(19), "L6-01"), ("anna", day(17), "RS")), late) == []
    sick = incident("absence", "anna", start=dt.datetime(2027, 3, 17, 5, 0))
    begun = book(("anna", day(17), "RM"))
    assert broken_by(begun, sick) == []
    assert broken_by(book(("anna", day(17), "L1-02")), sick) == [
        "anna 2027-03-17: L1-02 while away (absence)"
    ]


def test_a_closed_line_does_not_run() -> None:
    assert broken_by(book(("anna", day(17), "T1-07")), CLOSED) == [
        "anna 2027-03-17: T1-07 does not run"
    ]
    cut = book(("anna", day(16), "T1-05≤09:40"), ("boris", day(19), "T1-01"))
    assert broken_by(cut, CLOSED) == []
    cancelled = incident("suppression", "T1", start=dt.datetime(2027, 3, 17))
    assert broken_by(book(("anna", day(17), "T1-01≥10:40")), cancelled) != []
    assert broken_by(book(("anna", day(16), "T1-07")), cancelled) == []


# The files


def test_the_published_plan_as_the_evaluation_reads_it() -> None:
    published = workbooks.read_book(FOLDER / "publie.xlsx")
    assert (len(published.people), published.first, published.last) == (112, day(8), day(4, 4))
    assert sum(published.duties[code].line != "" for code in published.cells.values()) == 1476
    assert strict_rules.breaches(published, []) == []


def test_the_incidents_are_as_their_generator_writes_them(tmp_path: Path) -> None:
    generator.main(tmp_path)
    for name in ("incident_t1.xlsx", "incident_t1_suite.xlsx"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_what_the_incidents_ask_for() -> None:
    published = workbooks.read_book(FOLDER / "publie.xlsx")
    first = workbooks.read_incidents(FOLDER / "incident_t1.xlsx")
    second = workbooks.read_incidents(FOLDER / "incident_t1_suite.xlsx")
    asked = [
        verdict(published, published, *known)
        for known in (first, workbooks.in_force(first, second))
    ]
    bounds = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    files = [bounds["incident_t1.xlsx"], bounds["incident_t1_suite.xlsx"]]
    assert [one.bus_asked for one in asked] == [one["bus_duties"] for one in files] == [15, 24]
    assert [one.agents_asked for one in asked] == [one["information_agents"] for one in files]
    assert all(len(one.bus_open) == one.bus_asked for one in asked)
    late = next(one for one in first if one.kind == "retard")
    assert len(late.targets) == 14
    assert max(one.known for one in first) == BROKEN
    assert max(one.known for one in second) == dt.datetime(2027, 3, 17, 15, 0)
