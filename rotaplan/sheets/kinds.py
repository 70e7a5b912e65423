"""How a cell of each kind is read: one parser a kind, whatever form the planner gave it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from rotaplan.problem import Cell, Fact, Problems, Severity, nearest
from rotaplan.sheets import headings, vocabulary
from rotaplan.sheets.moment import Moment
from rotaplan.sheets.schema import Column, Kind

_EPOCH = dt.datetime(1899, 12, 30)
_CLOCK_EPOCH = dt.datetime(1899, 12, 31)
"""A time beyond 24 h shows as a date of January 1900: serial 1.5 is 1900-01-01 12:00."""
_LONG_TIME = re.compile(r"(-?)PT(\d+)H(\d+)M[\d.]+S")
"""How .ods files keep a time beyond 24 h."""
_FIRST_SERIAL, _LAST_SERIAL = 20000, 80000
"""Serials of October 1954 to January 2119: what a bare number in a date column may mean."""
_MOST = 1e9
_FIRST_YEAR, _LAST_YEAR = 1950, 2120
_LEAP_YEAR = 2000
"""Of moments written without their year."""


class Fault(Exception):
    """A cell that cannot be read; caught where the cell is, and collected."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts

    def report(self, problems: Problems, cell: Cell) -> None:
        """Record it at a place."""
        problems.add(self.code, cell, severity="error", **self.facts)


@dataclass(frozen=True, slots=True)
class Entry:
    """A filled cell, with the place to which problems with it go.

    Attributes
    ----------
    raw
        The value as the file gives it.
    cell
        Where it stands.
    problems
        Collects what is wrong.
    """

    raw: object
    cell: Cell
    problems: Problems

    @property
    def text(self) -> str:
        """The value as a planner sees it, without stray spaces."""
        return shown(self.raw)

    def piece(self, raw: object) -> Entry:
        """Return an entry for a part of this cell."""
        return replace(self, raw=raw)

    def note(self, code: str, severity: Severity = "warning", **facts: Fact) -> None:
        """Record a problem with this cell."""
        self.problems.add(code, self.cell, severity=severity, found=self.text, **facts)


def shown(raw: object) -> str:
    """Return a value as a planner sees it: whole numbers without point, dates in ISO form."""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else repr(raw)
    if isinstance(raw, dt.datetime) and raw.time() == dt.time():
        return raw.date().isoformat()
    if isinstance(raw, dt.time):
        return raw.strftime("%H:%M")
    if isinstance(raw, dt.timedelta):
        minutes = round(raw.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(raw, str) and (found := _LONG_TIME.fullmatch(raw.strip())):
        return f"{found[1]}{int(found[2])}:{found[3]}"
    return " ".join(str(raw).split()) if raw is not None else ""


def is_empty(raw: object) -> bool:
    """Whether a cell holds nothing but spaces."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def number_of(raw: object) -> float | None:
    """Return the number that a value is, decimal commas accepted; None where it is none.

    Numbers beyond any plan (and what is no finite number) are none either.
    """
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | float):
        return float(raw) if abs(raw) < _MOST else None
    if isinstance(raw, str):
        plain = re.sub(r"[\s\u202f]", "", raw).replace(",", ".").replace("−", "-")
        if re.fullmatch(r"[+-]?\d{1,9}(\.\d*)?", plain):
            return float(plain)
    return None


# Dates


def parse_date(entry: Entry) -> dt.date:
    """Read a day: a date cell, a serial number, or text, in French order unless ISO."""
    raw = entry.raw
    if isinstance(raw, dt.datetime):
        raw = raw.date()
    if isinstance(raw, dt.date):
        return _in_range(raw, entry)
    number = number_of(raw)
    if number is not None and _FIRST_SERIAL <= number < _LAST_SERIAL:
        return (_EPOCH + dt.timedelta(days=int(number))).date()
    return _date_text(entry)


def _in_range(day: dt.date, entry: Entry) -> dt.date:
    if not _FIRST_YEAR <= day.year < _LAST_YEAR:
        raise Fault("date-impossible", found=entry.text, suggestion="")
    return day


def _date_text(entry: Entry) -> dt.date:
    text = entry.text.removesuffix(" 00:00:00").removesuffix("T00:00:00")
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text):
        year, month, day = map(int, found.groups())
        return _date(entry, year, month, day)
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})", text):
        day, month, year = map(int, found.groups())
        if len(found[3]) == 2:
            result = _date(entry, 2000 + year, month, day)
            entry.note("date-ambiguous", read=f"{result:%d/%m/%Y}")
            return result
        return _date(entry, year, month, day)
    plain = re.sub(r"^[^\W\d]+\.?,? (?=\d)", "", text)
    if found := re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th)? ([^\W\d]+)\.? (\d{4})", plain):
        month_word = headings.meaning("month", found[2])
        if month_word is not None:
            return _date(entry, int(found[3]), int(month_word), int(found[1]))
    raise Fault("date-unreadable", found=entry.text)


def _date(entry: Entry, year: int, month: int, day: int) -> dt.date:
    try:
        return _in_range(dt.date(year, month, day), entry)
    except ValueError:
        swapped = f"{month:02d}/{day:02d}/{year}" if month > 12 >= day else ""
        raise Fault("date-impossible", found=entry.text, suggestion=swapped) from None


_TIMED = re.compile(r"(.*?\d.*?)(?:T|[, ]+(?:à |a |at )?)(\d{1,2} ?[hH:].*)")
_YEARLESS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?(?:[/.](\d{1,2})| ([^\W\d]+)\.?)")


def parse_moment(entry: Entry) -> Moment:
    """Read a day, with a time of the clock or without; the year may be left out.

    Spreadsheets do not tell midnight from a day without a time; text does (``16/03 00:00``).
    """
    raw, number = entry.raw, number_of(entry.raw)
    if number is not None and _FIRST_SERIAL <= number < _LAST_SERIAL:
        return Moment(parse_date(entry), round(number % 1 * 1440) or None)
    if isinstance(raw, dt.datetime):
        seconds = raw.hour * 3600 + raw.minute * 60 + raw.second + raw.microsecond / 1e6
        return Moment(parse_date(entry), round(seconds / 60) or None)
    found = _TIMED.fullmatch(entry.text)
    if found is None:
        return _moment_day(entry, entry)
    minute = parse_clock(entry.piece(found[2]))
    if minute > 1440:
        raise Fault("clock-impossible", found=entry.text)
    return replace(_moment_day(entry.piece(found[1]), entry), minute=minute)


def _moment_day(day: Entry, whole: Entry) -> Moment:
    """Read the day of a moment, as text with or without its year."""
    plain = re.sub(r"^[^\W\d]+\.?,? (?=\d)", "", day.text)
    found = _YEARLESS.fullmatch(plain) if isinstance(day.raw, str) else None
    month = found and (found[2] or headings.meaning("month", found[3]))
    if found and month:
        return Moment(_date(day, _LEAP_YEAR, int(month), int(found[1])), dated=False)
    try:
        return Moment(parse_date(day))
    except Fault as fault:
        if fault.code == "date-unreadable":
            raise Fault("moment-unreadable", found=whole.text) from None
        raise


# Times and lengths of time


def parse_clock(entry: Entry) -> int:
    """Read a time of day as minutes after midnight; 24:00 and more are of the next day."""
    typed = _typed_minutes(entry.raw)
    if typed is not None:
        return typed
    number = number_of(entry.raw)
    if isinstance(entry.raw, str) and re.fullmatch(r"\d{3,4}", entry.text):
        return _clock(entry, int(entry.text[:-2]), int(entry.text[-2:]))
    if number is not None:
        return _clock_number(entry, number)
    plain = entry.text.casefold()
    if found := re.fullmatch(r"(\d{1,2})\s*[h:.]\s*(\d{1,2})?(?:\s*(?:min|mn))?(?::\d\d)?", plain):
        return _clock(entry, int(found[1]), int(found[2] or 0))
    if found := re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m\.?", plain):
        hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
        return _clock(entry, hour, int(found[2] or 0))
    raise Fault("clock-unreadable", found=entry.text)


def _clock_number(entry: Entry, number: float) -> int:
    if number < 0:
        raise Fault("clock-unreadable", found=entry.text)
    if number < 1:
        return round(number * 1440)
    if number.is_integer() and number <= 48:
        return int(number) * 60
    if number.is_integer() and 100 <= number <= 4800:
        return _clock(entry, int(number) // 100, int(number) % 100)
    if number <= 48:
        minutes = round(number * 60)
        entry.note("clock-decimal", read=f"{minutes // 60:02d}:{minutes % 60:02d}")
        return minutes
    raise Fault("clock-unreadable", found=entry.text)


def _clock(entry: Entry, hour: int, minute: int) -> int:
    if hour > 48 or minute > 59:
        raise Fault("clock-impossible", found=entry.text)
    return hour * 60 + minute


def _typed_minutes(raw: object) -> int | None:
    """Return the minutes of a cell formatted as a time; None for any other cell."""
    if isinstance(raw, dt.time):
        return raw.hour * 60 + raw.minute + round(raw.second / 60 + raw.microsecond / 6e7)
    if isinstance(raw, dt.timedelta):
        return round(raw.total_seconds() / 60)
    if isinstance(raw, dt.date) and raw.year <= 1904:
        moment = raw if isinstance(raw, dt.datetime) else dt.datetime(raw.year, raw.month, raw.day)
        return round((moment - _CLOCK_EPOCH).total_seconds() / 60)
    if isinstance(raw, str) and (found := _LONG_TIME.fullmatch(raw.strip())):
        minutes = int(found[2]) * 60 + int(found[3])
        return -minutes if found[1] else minutes
    return None


def parse_duration(entry: Entry, *, bare: int = 60) -> int:
    """Read a length of time in minutes; a bare number counts hours (or ``bare`` minutes)."""
    typed = _typed_minutes(entry.raw)
    if typed is not None:
        return typed
    number = number_of(entry.raw)
    if number is not None:
        return round(number * bare)
    plain = entry.text.casefold().replace("−", "-")
    sign = -1 if plain.startswith("-") else 1
    plain = plain.lstrip("+- ")
    if found := re.fullmatch(r"(\d+)\s*(?:h|:|heures?|hours?)\s*(\d{1,2})?\s*(?:min|mn|m)?", plain):
        if int(found[2] or 0) > 59:
            raise Fault("clock-impossible", found=entry.text)
        return sign * (int(found[1]) * 60 + int(found[2] or 0))
    if found := re.fullmatch(r"(\d+):(\d\d):\d\d", plain):
        return sign * (int(found[1]) * 60 + int(found[2]))
    if found := re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:h|heures?|hours?)", plain):
        return sign * round(float(found[1].replace(",", ".")) * 60)
    if found := re.fullmatch(r"(\d+)\s*(?:min|mn|minutes?|')", plain):
        return sign * int(found[1])
    raise Fault("duration-unreadable", found=entry.text)


def parse_pause(entry: Entry) -> int:
    """Read a length of time in minutes; a bare number counts minutes."""
    return parse_duration(entry, bare=1)


# Numbers and words


def parse_count(entry: Entry) -> int:
    """Read a whole number; a date here is a text such as 2-3 that the sheet has changed."""
    if isinstance(entry.raw, dt.date):
        raise Fault("number-mangled", found=entry.text, suggestion=mangled(entry.raw))
    number = number_of(entry.raw)
    if number is None or not number.is_integer():
        raise Fault("count-unreadable", found=entry.text)
    return int(number)


def mangled(day: dt.date) -> str:
    """Return the short text that a spreadsheet has most likely turned into a date."""
    return f"{day.day}-{day.month}"


def parse_number(entry: Entry) -> int:
    """Read a number, rounded to a whole one."""
    number = number_of(re.sub(r"\s*(s|sec|€|eur)\.?$", "", entry.text.casefold()))
    if number is None:
        raise Fault("count-unreadable", found=entry.text)
    return round(number)


def parse_share(entry: Entry) -> Fraction:
    """Read a working share: 0.8, 0,8 or 80 %."""
    share = _fraction(entry)
    if share is None:
        raise Fault("share-unreadable", found=entry.text)
    if not 0 <= share <= 1:
        suggestion = _percent(entry, share, likely=10)
        raise Fault("share-out-of-range", found=entry.text, suggestion=suggestion)
    return share


def parse_rate(entry: Entry) -> float:
    """Read a chance: 0.05, 0,05 or 5 %."""
    rate = _fraction(entry)
    if rate is None:
        raise Fault("rate-unreadable", found=entry.text)
    if not 0 <= rate <= 1:
        suggestion = _percent(entry, rate, likely=1)
        raise Fault("rate-out-of-range", found=entry.text, suggestion=suggestion)
    return float(rate)


def _fraction(entry: Entry) -> Fraction | None:
    """Return a number, exactly as it is written, or as so many per cent; None where it is none."""
    percent = entry.text.endswith("%")
    number = number_of(entry.text.removesuffix("%")) if percent else number_of(entry.raw)
    return None if number is None else Fraction(repr(round(number, 6))) / (100 if percent else 1)


def _percent(entry: Entry, number: Fraction, *, likely: int) -> str:
    """Return the figure with the per cent sign that was forgotten; empty where that is unlikely."""
    forgotten = not entry.text.endswith("%") and likely <= number <= 100
    return f"{float(number):g} %" if forgotten else ""


def parse_flag(entry: Entry) -> bool:
    """Read yes or no."""
    if isinstance(entry.raw, bool):
        return entry.raw
    found = headings.meaning("flag", entry.text)
    if found is None:
        raise Fault("flag-unreadable", found=entry.text)
    return found == "yes"


def parse_word(entry: Entry, kind: str) -> str:
    """Read one of the words of a kind."""
    found = headings.meaning(kind, entry.text)
    if found is None:
        offered = tuple(
            dict.fromkeys(w for pair in vocabulary.WORDS[kind].values() for w in pair[:2])
        )
        raise Fault(
            "word-unknown",
            found=entry.text,
            expected=offered,
            suggestion=nearest(entry.text, offered),
        )
    return found


def parse_graded(entry: Entry, kind: str) -> int:
    """Read a whole number, or a word of a kind that stands for one."""
    number = number_of(entry.raw)
    if number is not None and number.is_integer():
        return int(number)
    return int(parse_word(entry, kind))


def parse_code(entry: Entry) -> str:
    """Read a code as displayed; dates and truth values are codes that the sheet has changed."""
    if isinstance(entry.raw, dt.date | dt.time | dt.timedelta):
        hint = mangled(entry.raw) if isinstance(entry.raw, dt.date) else ""
        raise Fault("code-mangled", found=entry.text, suggestion=hint)
    if isinstance(entry.raw, bool):
        raise Fault("code-mangled", found=entry.text, suggestion="")
    return entry.text


def parse_list(entry: Entry) -> tuple[str, ...]:
    """Read several texts, split on ; , / and new lines."""
    return split(entry.raw, r"[;,/\n]")


def split(raw: object, marks: str = r"[;,\n]") -> tuple[str, ...]:
    """Split a cell into its parts, without empty ones."""
    text = raw if isinstance(raw, str) else shown(raw)
    return tuple(part for part in (shown(p) for p in re.split(marks, text)) if part)


def parse_weekday(entry: Entry) -> int:
    """Read one weekday, 0 Monday to 6 Sunday."""
    return int(parse_word(entry, "weekday"))


def parse_weekdays(entry: Entry) -> frozenset[int]:
    """Read several weekdays."""
    return frozenset(parse_weekday(entry.piece(part)) for part in parse_list(entry))


def parse_colour(entry: Entry) -> str:
    """Read a colour as #RRGGBB."""
    found = re.fullmatch(r"#?([0-9A-Fa-f]{6})", entry.text)
    if not found:
        raise Fault("colour-unreadable", found=entry.text)
    return f"#{found[1].upper()}"


PARSERS: Mapping[Kind, Callable[[Entry], object]] = {
    "text": lambda entry: entry.text,
    "person": parse_code,
    "code": parse_code,
    "list": parse_list,
    "date": parse_date,
    "moment": parse_moment,
    "clock": parse_clock,
    "pause": parse_pause,
    "duration": parse_duration,
    "share": parse_share,
    "rate": parse_rate,
    "count": parse_count,
    "number": parse_number,
    "flag": parse_flag,
    "weekday": parse_weekday,
    "weekdays": parse_weekdays,
    "colour": parse_colour,
    "level": lambda entry: parse_graded(entry, "level"),
    "strength": lambda entry: parse_graded(entry, "strength"),
}
"""Kinds that a cell alone decides; people, shifts and days need the rest of the workbook."""


def parse(entry: Entry, column: Column) -> object:
    """Read a cell as its column says, within its bounds; raises Fault where that fails."""
    if column.kind == "word":
        return parse_word(entry, column.words)
    parser = PARSERS.get(column.kind)
    if parser is None:
        return entry.raw
    value = parser(entry)
    if isinstance(value, int) and not isinstance(value, bool):
        check_bounds(entry, value, column.least, column.most, unit=column.kind)
    return value


def check_bounds(
    entry: Entry, value: int, least: int | None, most: int | None, *, unit: str
) -> None:
    """Raise Fault where a number is out of its bounds."""
    if (least is None or value >= least) and (most is None or value <= most):
        return
    timed = unit in ("duration", "clock", "pause")
    raise Fault(
        "number-out-of-range",
        found=entry.text,
        least="−∞" if least is None else _clock_text(least) if timed else str(least),
        most="∞" if most is None else _clock_text(most) if timed else str(most),
    )


def _clock_text(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
