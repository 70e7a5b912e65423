"""Dates and moments on the command line."""

from __future__ import annotations

import datetime as dt
import re

import click

from rotaplan.cli.options import HOME
from rotaplan.text import say

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_FRENCH = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:h](?P<minute>\d{2})")


def read_date(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Read a day, 2027-03-16 or 16/03/2027; None where the option is not given."""
    return None if value is None else date_of(value)


def date_of(value: str) -> dt.date:
    """Return the day that a text means; a bad parameter where it is none."""
    found = _day(value.strip())
    if found is None:
        raise click.BadParameter(say(HOME, "cli-bad-date", found=value))
    return found


def read_moment(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> dt.datetime | None:
    """Read a day and a time of the clock, such as 2027-03-16 07:10; None where not given."""
    if value is None:
        return None
    date, _, clock = value.strip().replace("T", " ").partition(" ")
    day, time = _day(date), _CLOCK.fullmatch(clock.strip())
    if day is None or time is None or int(time["hour"]) > 23 or int(time["minute"]) > 59:
        raise click.BadParameter(say(HOME, "cli-bad-moment", found=value))
    return dt.datetime.combine(day, dt.time(int(time["hour"]), int(time["minute"])))


def _day(text: str) -> dt.date | None:
    found = _ISO.fullmatch(text) or _FRENCH.fullmatch(text)
    if found is None:
        return None
    try:
        return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
