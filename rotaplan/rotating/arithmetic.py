"""What cannot be, by arithmetic alone, before any search: with the sum as a planner would do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from rotaplan.domain.rotation import WEEK
from rotaplan.domain.rotation_question import RotationQuestion
from rotaplan.domain.work import Shift
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed
from rotaplan.problem import Fact, Problem
from rotaplan.rules.base import RuleBase
from rotaplan.rules.counts import DaysPeriod
from rotaplan.rules.hours import MinutesPeriod
from rotaplan.rules.mean_hours import MinutesAverage
from rotaplan.rules.sequences import CodeRun, OffRun, WorkRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How many days of a week one line can work on average, and the rows that say so.

    Attributes
    ----------
    least, most
        Days a week, both inclusive.
    why_least, why_most
        Rows of the rules.
    """

    least: Fraction = Fraction(0)
    most: Fraction = Fraction(WEEK)
    why_least: tuple[str, ...] = ()
    why_most: tuple[str, ...] = ()


def density(question: RotationQuestion) -> Density:
    """Return what the lengths of work and rest, and days a week, allow one line on average."""
    rules = question.strict
    work = [rule for rule in rules if isinstance(rule, WorkRun)]
    off = [rule for rule in rules if isinstance(rule, OffRun)]
    uppers = [
        (_most_days(question, w.maximum, rest), rows)
        for w in work
        if w.maximum is not None
        for rest, rows in [_least_rest(off, w.row)]
    ]
    lowers = [
        (_least_days(question, least, o.maximum), rows)
        for o in off
        if o.maximum is not None
        for least, rows in [_least_work(work, o.row)]
    ]
    for rule in rules:
        if isinstance(rule, DaysPeriod) and rule.period == "week" and rule.when.every:
            if rule.maximum is not None:
                uppers.append((Fraction(rule.maximum), (rule.row,)))
            if rule.minimum is not None:
                lowers.append((Fraction(rule.minimum), (rule.row,)))
    most = min([(Fraction(WEEK), ()), *uppers], key=lambda pair: pair[0])
    least = max([(Fraction(0), ()), *lowers], key=lambda pair: pair[0])
    return Density(least=least[0], most=most[0], why_least=least[1], why_most=most[1])


def _most_days(question: RotationQuestion, work: int, rest: int) -> Fraction:
    """Return the most days a week of at most so many on end, with at least so many off between.

    A line that begins anew after some weeks has whole days of work in them, not a mean.
    """
    turn = WEEK * question.weeks
    if not turn:
        return Fraction(WEEK * work, work + rest)
    most = max(min(times * work, turn - times * rest) for times in range(1, turn + 1))
    return Fraction(max(most, 0), question.weeks)


def _least_days(question: RotationQuestion, work: int, rest: int) -> Fraction:
    """Return the fewest days a week of at least so many on end, with at most so many off."""
    turn = WEEK * question.weeks
    if not turn:
        return Fraction(WEEK * work, work + rest)
    least = min(max(times * work, turn - times * rest) for times in range(1, turn + 1))
    return Fraction(min(least, turn), question.weeks)


def _least_rest(off: list[OffRun], row: str) -> tuple[int, tuple[str, ...]]:
    lengths = [(rule.minimum, rule.row) for rule in off if (rule.minimum or 1) > 1]
    longest = max(lengths, default=None, key=lambda pair: pair[0] or 1)
    return (1, (row,)) if longest is None else (longest[0] or 1, (row, longest[1]))


def _least_work(work: list[WorkRun], row: str) -> tuple[int, tuple[str, ...]]:
    lengths = [(rule.minimum, rule.row) for rule in work if (rule.minimum or 1) > 1]
    longest = max(lengths, default=None, key=lambda pair: pair[0] or 1)
    return (1, (row,)) if longest is None else (longest[0] or 1, (row, longest[1]))


def impossible(question: RotationQuestion) -> tuple[Problem, ...]:
    """Return what the needs and rules rule out by arithmetic; empty where nothing does."""
    return (
        *barred(question),
        *_posts(question),
        *_hours(question),
        *_days(question),
        *_blocks(question),
        *_lengths(question),
        *_turns(question),
    )


def fewest_lines(question: RotationQuestion) -> int:
    """Return a number of lines below which arithmetic alone says that there is no rotation."""
    posts = sum(one.least for one in question.needs)
    peak = max(
        sum(one.least for one in question.needs if one.weekday == day) for day in range(WEEK)
    )
    room = density(question).most
    found = [1, peak, -(-posts // room) if room else 1]
    minutes = _minutes(question)
    found += [-(-minutes // limit) for limit, _ in _weekly_limits(question) if limit]
    return int(max(found))


def barred(question: RotationQuestion) -> Iterator[Problem]:
    """Yield the shifts that nobody may hold as they are, by each row that says so."""
    frame = Frame.of(question.alone().unrolled(WEEK))
    held = {(one.shift, one.weekday) for one in question.needs if one.least}
    for number, rule in enumerate(question.rules):
        if not rule.must or not isinstance(rule, RuleBase):
            continue
        single = [one for one in rule.post(frame, number) if isinstance(one, Allowed)]
        for shift in question.shifts:
            options = frame.by_code[shift.code]
            if any(
                (shift.code, one.day) in held and options.isdisjoint(one.options) for one in single
            ):
                facts: dict[str, Fact] = {"shift": shift.code, "rule": rule.key, "row": rule.row}
                yield Problem(code="rotation-post-barred", cell=rule.origin, facts=facts)


def _posts(question: RotationQuestion) -> Iterator[Problem]:
    posts = sum(one.least for one in question.needs)
    room, lines = density(question), question.lines
    if posts > lines * room.most:
        yield _problem("rotation-posts-many", question, posts, room.most, room.why_most)
    most = sum(one.most for one in question.needs)
    if most < lines * room.least:
        yield _problem("rotation-posts-few", question, most, room.least, room.why_least)


def _problem(
    code: str, question: RotationQuestion, posts: int, days: Fraction, rows: tuple[str, ...]
) -> Problem:
    """Return a problem with its sum: for one week, or for those after which lines begin anew."""
    weeks, lines = max(question.weeks, 1), question.lines
    facts: dict[str, Fact] = {
        "weeks": weeks,
        "posts": posts * weeks,
        "lines": lines,
        "days": round(float(days * weeks), 2),
        "product": round(float(lines * days * weeks), 1),
        "rows": rows,
        "count": len(rows),
    }
    return Problem(code=code, facts=facts)


def _minutes(question: RotationQuestion) -> int:
    """Return the minutes of work of a week of the needs."""
    length = {one.code: _length(one) for one in question.shifts}
    return sum(one.least * length[one.shift] for one in question.needs)


def _length(shift: Shift) -> int:
    return sum(span.end - span.start for span in shift.spans) - shift.unpaid_break_minutes


def _weekly_limits(question: RotationQuestion) -> Iterator[tuple[int, RuleBase]]:
    """Yield the greatest mean of minutes a week of one line, by each row that sets one."""
    for rule in question.strict:
        if isinstance(rule, MinutesAverage) and rule.shifts.every:
            yield rule.maximum, rule
        if not isinstance(rule, MinutesPeriod) or rule.period != "week" or rule.credited:
            continue
        if rule.maximum is not None and rule.shifts.every and rule.when.every:
            yield rule.maximum, rule


def _hours(question: RotationQuestion) -> Iterator[Problem]:
    minutes, lines = _minutes(question), question.lines
    for limit, rule in _weekly_limits(question):
        if minutes > lines * limit:
            facts: dict[str, Fact] = {
                "hours": round(minutes / 60, 1),
                "lines": lines,
                "limit": round(limit / 60, 1),
                "product": round(lines * limit / 60, 1),
                "rows": (rule.row,),
            }
            yield Problem(code="rotation-hours-many", cell=rule.origin, facts=facts)


def _days(question: RotationQuestion) -> Iterator[Problem]:
    """Yield the weekdays that need more people than there are lines."""
    for weekday in range(WEEK):
        held = sum(one.least for one in question.needs if one.weekday == weekday)
        if held > question.lines:
            facts: dict[str, Fact] = {"weekday": weekday, "posts": held, "lines": question.lines}
            yield Problem(code="rotation-day-many", facts=facts)


def _lengths(question: RotationQuestion) -> Iterator[Problem]:
    """Yield two rows of which one wants longer runs of the same than the other allows."""
    needed = {one.shift for one in question.needs if one.least}
    worked = [one for one in question.shifts if one.code in needed]
    off = sum(one.most for one in question.needs) < WEEK * question.lines
    runs = [
        rule
        for rule in question.strict
        if isinstance(rule, WorkRun | OffRun | CodeRun) and rule.when.every
    ]
    for long, short in permutations(runs, 2):
        least, most = long.minimum, short.maximum
        if least is None or most is None or least <= most or type(long) is not type(short):
            continue
        if isinstance(long, CodeRun) and isinstance(short, CodeRun):
            comes = long.shifts == short.shifts and any(map(long.shifts.has, worked))
        else:
            comes = off if isinstance(long, OffRun) else bool(worked)
        if comes:
            facts: dict[str, Fact] = {"least": least, "most": most, "rows": (long.row, short.row)}
            yield Problem(code="rotation-runs-clash", cell=long.origin, facts=facts)


def _blocks(question: RotationQuestion) -> Iterator[Problem]:
    """Yield blocks of a shift that are longer at least than work may go on."""
    needed = {one.shift for one in question.needs if one.least}
    for work in question.strict:
        if not isinstance(work, WorkRun) or work.maximum is None:
            continue
        for block in question.strict:
            meant = isinstance(block, CodeRun) and any(
                block.shifts.has(one) for one in question.shifts if one.code in needed
            )
            if meant and isinstance(block, CodeRun) and (block.minimum or 0) > work.maximum:
                facts: dict[str, Fact] = {
                    "shifts": block.shifts.text,
                    "least": block.minimum or 0,
                    "most": work.maximum,
                    "rows": (block.row, work.row),
                }
                yield Problem(code="rotation-block-long", cell=block.origin, facts=facts)


def _turns(question: RotationQuestion) -> Iterator[Problem]:
    """Yield runs of work and rest of which no whole number fills a turn.

    Only where a turn cannot be all work or all rest, and every length is bounded.
    """
    work = [rule for rule in question.strict if isinstance(rule, WorkRun) and rule.when.every]
    off = [rule for rule in question.strict if isinstance(rule, OffRun) and rule.when.every]
    longest_work = _shortest_of(work)
    longest_rest = _shortest_of(off)
    if longest_work is None or longest_rest is None:
        return
    least = sum(max([1, *(one.minimum or 1 for one in rules)]) for rules in (work, off))
    most = longest_work + longest_rest
    turn = WEEK * question.turn_weeks
    if least <= most and not any(
        times * least <= turn <= times * most for times in range(1, turn + 1)
    ):
        rows = tuple(one.row for one in (*work, *off) if one.row != one.key)
        facts: dict[str, Fact] = {"turn": turn, "least": least, "most": most, "rows": rows}
        yield Problem(code="rotation-turn", cell=work[0].origin, facts=facts)


def _shortest_of(rules: list[WorkRun] | list[OffRun]) -> int | None:
    """Return the least of the greatest lengths that rules allow; None where none allows any."""
    return min((one.maximum for one in rules if one.maximum is not None), default=None)
