"""Every kind of cell, in every form that planners and spreadsheets give it."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from rotaplan.domain.time import Cycle, Horizon
from rotaplan.problem import Cell, Problems
from rotaplan.sheets.kinds import (
    Entry,
    Fault,
    parse_clock,
    parse_code,
    parse_count,
    parse_date,
    parse_duration,
    parse_flag,
    parse_list,
    parse_moment,
    parse_pause,
    parse_share,
    parse_weekdays,
    shown,
)
from rotaplan.sheets.parse.periods import is_period, parse_period, parse_window

FIRST = dt.date(2027, 1, 4)


def entry(raw: Any) -> Entry:
    return Entry(raw, Cell(sheet="S", row=2, column=3), Problems())


@pytest.mark.parametrize(
    "raw",
    [
        dt.date(2027, 3, 8),
        dt.datetime(2027, 3, 8),
        dt.datetime(2027, 3, 8, 12, 0),
        46454,
        46454.0,
        "46454",
        "08/03/2027",
        "8/3/2027",
        "8.3.2027",
        "08-03-2027",
        "2027-03-08",
        "2027-03-08 00:00:00",
        "8 mars 2027",
        "lundi 8 mars 2027",
        "8 March 2027",
        "  08/03/2027\u00a0",
    ],
)
def test_a_date_is_read_in_all_its_forms(raw: Any) -> None:
    one = entry(raw)
    assert parse_date(one) == dt.date(2027, 3, 8)
    assert len(one.problems) == 0


def test_the_first_of_a_month_and_accents_in_month_names() -> None:
    assert parse_date(entry("1er août 2027")) == dt.date(2027, 8, 1)
    assert parse_date(entry("15 févr. 2027")) == dt.date(2027, 2, 15)


def test_a_date_with_two_digits_of_year_is_read_french_and_said() -> None:
    one = entry("3/4/27")
    assert parse_date(one) == dt.date(2027, 4, 3)
    (problem,) = one.problems.sorted()
    assert (problem.code, problem.severity) == ("date-ambiguous", "warning")
    assert problem.facts["read"] == "03/04/2027"


@pytest.mark.parametrize(
    ("raw", "code", "suggestion"),
    [
        ("31/06/2027", "date-impossible", ""),
        ("12/25/2027", "date-impossible", "25/12/2027"),
        ("2027-02-30", "date-impossible", ""),
        ("demain", "date-unreadable", None),
        (12, "date-unreadable", None),
        (dt.date(1900, 1, 1), "date-impossible", ""),
    ],
)
def test_dates_that_do_not_exist_are_named(raw: Any, code: str, suggestion: str | None) -> None:
    with pytest.raises(Fault) as caught:
        parse_date(entry(raw))
    assert caught.value.code == code
    assert caught.value.facts.get("suggestion") == suggestion


@pytest.mark.parametrize(
    ("raw", "minutes"),
    [
        (dt.time(6, 45), 405),
        (dt.timedelta(hours=6, minutes=45), 405),
        (0.28125, 405),
        ("06:45", 405),
        ("6:45", 405),
        ("6h45", 405),
        ("06 h 45", 405),
        ("0645", 405),
        (645, 405),
        ("06:45:00", 405),
        ("7h", 420),
        ("7 h", 420),
        (7, 420),
        ("24:00", 1440),
        (dt.date(1900, 1, 1), 1440),
        (dt.datetime(1900, 1, 1, 1, 30), 1530),
        ("25:00", 1500),
        ("2:30 PM", 870),
        ("12 am", 0),
        (0.0, 0),
        (dt.time(23, 59, 59, 999999), 1440),
    ],
)
def test_a_time_is_read_in_all_its_forms(raw: Any, minutes: int) -> None:
    one = entry(raw)
    assert parse_clock(one) == minutes
    assert len(one.problems) == 0


def test_a_decimal_time_is_read_and_said() -> None:
    one = entry("7,5")
    assert parse_clock(one) == 450
    assert [problem.code for problem in one.problems] == ["clock-decimal"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("6:75", "clock-impossible"),
        ("99:00", "clock-impossible"),
        ("midi", "clock-unreadable"),
        (-3, "clock-unreadable"),
        (5000, "clock-unreadable"),
    ],
)
def test_times_that_do_not_exist_are_refused(raw: Any, code: str) -> None:
    with pytest.raises(Fault) as caught:
        parse_clock(entry(raw))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("raw", "minutes"),
    [
        ("11:00", 660),
        ("11h", 660),
        ("11 h 30", 690),
        ("11h30", 690),
        (11, 660),
        (7.5, 450),
        ("7,5", 450),
        ("7,5 h", 450),
        ("90 min", 90),
        ("151 h 40", 9100),
        ("35:00:00", 2100),
        ("-2:30", -150),
        ("PT35H00M00S", 2100),
        (dt.time(11, 0), 660),
        (dt.timedelta(days=1, hours=11), 2100),
        (dt.datetime(1900, 1, 1, 11, 0), 2100),
    ],
)
def test_a_length_of_time_counts_in_hours_unless_said(raw: Any, minutes: int) -> None:
    assert parse_duration(entry(raw)) == minutes


@pytest.mark.parametrize(
    ("raw", "minutes"), [(30, 30), ("45", 45), ("0:20", 20), ("1h", 60), (dt.time(0, 30), 30)]
)
def test_a_pause_counts_in_minutes_unless_said(raw: Any, minutes: int) -> None:
    assert parse_pause(entry(raw)) == minutes


@pytest.mark.parametrize(
    ("raw", "share"),
    [
        (1, Fraction(1)),
        (0.8, Fraction(4, 5)),
        ("0,8", Fraction(4, 5)),
        ("80 %", Fraction(4, 5)),
        ("80%", Fraction(4, 5)),
        (0, Fraction(0)),
    ],
)
def test_a_working_share_is_exact(raw: Any, share: Fraction) -> None:
    assert parse_share(entry(raw)) == share


def test_eighty_is_no_working_share_but_eighty_percent_is_proposed() -> None:
    with pytest.raises(Fault) as caught:
        parse_share(entry(80))
    assert caught.value.code == "share-out-of-range"
    assert caught.value.facts["suggestion"] == "80 %"


def test_a_number_that_the_spreadsheet_made_a_date_is_named_with_the_original() -> None:
    with pytest.raises(Fault) as caught:
        parse_count(entry(dt.date(2027, 3, 2)))
    assert (caught.value.code, caught.value.facts["suggestion"]) == ("number-mangled", "2-3")


@pytest.mark.parametrize("raw", [2.5, "deux", "", True])
def test_only_whole_numbers_are_counts(raw: Any) -> None:
    with pytest.raises(Fault):
        parse_count(entry(raw))


@pytest.mark.parametrize("raw", ["oui", "Oui ", "YES", "x", "X", 1, "vrai", True, 1.0])
def test_yes_in_all_its_forms(raw: Any) -> None:
    assert parse_flag(entry(raw)) is True


@pytest.mark.parametrize("raw", ["non", "No", 0, "FAUX", False, "-"])
def test_no_in_all_its_forms(raw: Any) -> None:
    assert parse_flag(entry(raw)) is False


def test_neither_yes_nor_no() -> None:
    with pytest.raises(Fault):
        parse_flag(entry("peut-être"))


@pytest.mark.parametrize(("raw", "code"), [(12.0, "12"), ("0042", "0042"), (" M ", "M")])
def test_a_code_is_what_is_displayed(raw: Any, code: str) -> None:
    assert parse_code(entry(raw)) == code


@pytest.mark.parametrize("raw", [dt.date(2027, 5, 1), True, dt.time(1, 0)])
def test_a_code_changed_by_the_spreadsheet_is_named(raw: Any) -> None:
    with pytest.raises(Fault) as caught:
        parse_code(entry(raw))
    assert caught.value.code == "code-mangled"


def test_lists_split_on_all_marks() -> None:
    assert parse_list(entry("a; b ,c/d\ne;")) == ("a", "b", "c", "d", "e")


def test_weekdays_in_both_languages() -> None:
    assert parse_weekdays(entry("me, Saturday; DIM")) == {2, 5, 6}


@pytest.mark.parametrize(
    ("raw", "days"), [(7, 7), ("7", 7), ("7 j", 7), ("12 semaines", 84), ("4 weeks", 28)]
)
def test_a_window_is_a_number_of_days(raw: Any, days: int) -> None:
    assert parse_window(entry(raw)) == days


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("semaine", "week"),
        ("2 semaines", "fortnight"),
        ("cycle de 6 semaines", Cycle(weeks=6)),
        ("Cycle de 6 semaines depuis le 04/01/2027", Cycle(weeks=6, begins=FIRST)),
        ("cycle 12 sem. à partir du 4/1/2027", Cycle(weeks=12, begins=FIRST)),
        ("6-week cycle", Cycle(weeks=6)),
        ("cycle of 6 weeks from 2027-01-04", Cycle(weeks=6, begins=FIRST)),
        (str(Cycle(weeks=3, begins=FIRST)), Cycle(weeks=3, begins=FIRST)),
    ],
)
def test_a_period_is_a_word_or_a_cycle(written: str, period: object) -> None:
    assert is_period(written)
    assert parse_period(entry(written)) == period


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("cycle", "word-unknown"),
        ("cycle de 6 mois", "word-unknown"),
        ("6 semaines", "word-unknown"),
        ("cycle de 0 semaine", "number-out-of-range"),
        ("cycle de 54 semaines", "number-out-of-range"),
        ("cycle de 6 semaines depuis le 31/02/2027", "date-impossible"),
    ],
)
def test_a_cycle_that_makes_no_sense_is_told(written: str, code: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_period(entry(written))
    assert fault.value.code == code


def test_a_window_needs_a_known_unit() -> None:
    with pytest.raises(Fault):
        parse_window(entry("3 lunes"))


def test_a_long_time_of_an_ods_file_is_shown_as_it_was_typed() -> None:
    """A message about 420:00 in a column of hours never speaks of PT420H00M00S."""
    assert shown("PT420H00M00S") == "420:00"
    assert shown("-PT05H30M00S") == "-5:30"


@pytest.mark.parametrize(
    "raw",
    [
        dt.datetime(2027, 3, 16, 10, 40),
        dt.datetime(2027, 3, 16, 10, 39, 59, 999_000),
        46462 + 640 / 1440,
        str(46462 + 640 / 1440),
        "16/03/2027 10:40",
        "16/03/2027 10h40",
        "16.3.2027, 10:40",
        "16/03/2027 à 10h40",
        "2027-03-16 10:40",
        "2027-03-16T10:40:00",
        "mardi 16 mars 2027 10:40",
        "16/03 10:40",
        "mar. 16/03 10:40",
        "16 mars à 10 h 40",
    ],
)
def test_a_moment_is_read_in_all_its_forms(raw: Any) -> None:
    one = entry(raw)
    found = parse_moment(one)
    horizon = Horizon(start=dt.date(2027, 3, 8), days=28)
    assert found.begins(horizon) == found.ends(horizon) == horizon.instant(8, 640)
    assert len(one.problems) == 0


@pytest.mark.parametrize("raw", [dt.date(2027, 3, 16), dt.datetime(2027, 3, 16), 46462, "16/03"])
def test_a_moment_without_a_time_is_the_whole_day(raw: Any) -> None:
    found, horizon = parse_moment(entry(raw)), Horizon(start=dt.date(2027, 3, 8), days=28)
    assert (found.begins(horizon), found.ends(horizon)) == (horizon.instant(8), horizon.instant(9))


def test_midnight_written_as_text_is_a_time() -> None:
    horizon = Horizon(start=dt.date(2027, 3, 8), days=28)
    for raw, day in (("16/03 00:00", 8), ("16/03 24:00", 9)):
        assert parse_moment(entry(raw)).ends(horizon) == horizon.instant(day)


@pytest.mark.parametrize(
    ("raw", "start", "year"),
    [("02/01 05:00", dt.date(2026, 12, 20), 2027), ("20/12", dt.date(2027, 1, 2), 2026)],
)
def test_a_moment_without_a_year_is_near_the_plan(raw: str, start: dt.date, year: int) -> None:
    assert parse_moment(entry(raw)).day(Horizon(start=start, days=28)).year == year


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("mardi", "moment-unreadable"),
        ("10:40", "moment-unreadable"),
        ("demain 10:40", "moment-unreadable"),
        ("16 brumaire 10:40", "moment-unreadable"),
        ("31/06/2027 10:40", "date-impossible"),
        ("31/06 10:40", "date-impossible"),
        ("16/03/2027 10:75", "clock-impossible"),
        ("16/03/2027 25:00", "clock-impossible"),
        (16.03, "moment-unreadable"),
        (True, "moment-unreadable"),
        (dt.time(10, 40), "moment-unreadable"),
    ],
)
def test_what_is_no_moment_is_said(raw: Any, code: str) -> None:
    with pytest.raises(Fault) as raised:
        parse_moment(entry(raw))
    assert raised.value.code == code
