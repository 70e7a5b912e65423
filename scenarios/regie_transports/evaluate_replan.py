"""Judge a re-plan from its workbooks alone: what is covered, what is broken, who is disturbed.

``python evaluate_replan.py publie.xlsx incident_t1.xlsx replan.xlsx`` judges a first re-plan;
``… incident_t1_suite.xlsx second.xlsx`` after it judges the second one, made from the first.
Read with openpyxl; nothing of rotaplan is used. The figures are printed as JSON.

Every count is of one re-plan, held against the roster that was in force when it was made. What is
*forced* is changed by the incident itself whatever is decided: the cells of duties that do not
run or are cut, and of people who are away or come too late. It is counted in the totals, and
beside them.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from strict_rules import breaches, stops
from workbooks import (
    Book,
    Duty,
    Incident,
    PersonDay,
    clock,
    duty_of,
    in_force,
    moment_of,
    read_book,
    read_incidents,
)

BUS, AGENT, SCHOOL = "BR-", "INF-", "L6"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How a re-plan stands.

    Attributes
    ----------
    bus_asked, bus_open
        Replacement bus duties of all days, and those that nobody drives.
    agents_asked, agents_open
        The same of information agents.
    school_asked, school_open
        Duties of line L6 from the day of the incident on, and those not driven whole.
    lines_open
        Duties of all other lines, T1 left out, that were published and are not driven.
    breaches
        Strict rules broken, and cells changed though they were worked already.
    rests_cancelled
        Published days off that became work without the person having agreed.
    volunteers
        Published days off that became work for people who had agreed.
    outside, outside_forced
        Duties that changed hands or hours though they are neither of T1 nor reserve.
    notified, notified_forced
        People of whom a cell changed, and those whom the incident changes anyway.
    drivers
        Replacement bus duties by where the driver was taken from.
    residue
        Cells that differ from the published roster after the end of the breakdown.
    """

    bus_asked: int
    bus_open: list[str]
    agents_asked: int
    agents_open: list[str]
    school_asked: int
    school_open: list[str]
    lines_open: list[str]
    breaches: list[str]
    rests_cancelled: list[str]
    volunteers: list[str]
    outside: list[str]
    outside_forced: list[str]
    notified: list[str]
    notified_forced: list[str]
    drivers: dict[str, int]
    residue: list[str]


@dataclass(frozen=True, kw_only=True)
class Case:
    """A re-plan: the roster before any, the one in force, the new one, and what is known."""

    published: Book
    before: Book
    after: Book
    incidents: list[Incident]
    now: dt.datetime

    def duty(self, code: str | None) -> Duty | None:
        """Return the duty that a cell names, added ones too."""
        added = {one.duty.code: one.duty for one in self.incidents if one.duty}
        return duty_of(code, self.published.duties | added) if code else None

    def begun(self, day: dt.date, code: str | None) -> bool:
        """Whether a duty has begun when the re-plan is made."""
        duty = self.duty(code)
        return duty is not None and moment_of(day, duty.start) <= self.now

    def changed(self) -> list[PersonDay]:
        """Return the cells that the re-plan changes."""
        return differing(self.before, self.after)

    def agreed(self, person: str, day: dt.date) -> bool:
        """Whether somebody has agreed to be called on a day."""
        return any(
            one.kind == "volontaire" and person in one.targets and one.covers(moment_of(day, 0))
            for one in self.incidents
        )

    def forced(self) -> set[PersonDay]:
        """Return the cells of the roster in force that cannot stay as they are."""
        return {
            (person, day)
            for (person, day), code in self.before.cells.items()
            if (duty := self.duty(code)) and self._touched(person, day, duty)
        }

    def _touched(self, person: str, day: dt.date, duty: Duty) -> bool:
        if moment_of(day, duty.end) <= self.now:
            return False
        begins = moment_of(day, duty.start)
        for one in self.incidents:
            if stops(one, day, duty):
                return True
            if person not in one.targets or begins <= self.now:
                continue
            if one.kind == "absence" and one.covers(begins):
                return True
            late = one.kind == "retard" and one.covers(moment_of(day, 12 * 60))
            if late and duty.start < clock(one.effect):
                return True
        return False


def evaluate(case: Case) -> Verdict:
    """Return the verdict on a re-plan."""
    changed, forced = case.changed(), case.forced()
    outside = [at for at in changed if _outside(case, at)]
    called = [at for at in changed if _called(case, at)]
    asked = list(_asked(case, BUS))
    agents = list(_asked(case, AGENT))
    school = [at for at in _published(case) if case.published.duties[at[1]].line == SCHOOL]
    lines = [
        at for at in _published(case) if case.published.duties[at[1]].line not in ("", "T1", SCHOOL)
    ]
    return Verdict(
        bus_asked=len(asked),
        bus_open=_open(case, asked),
        agents_asked=len(agents),
        agents_open=_open(case, agents),
        school_asked=len(school),
        school_open=_open(case, school),
        lines_open=_open(case, lines),
        breaches=breaches(case.after, case.incidents) + list(_undone(case, changed)),
        rests_cancelled=[_named(case, at) for at in called if not case.agreed(*at)],
        volunteers=[_named(case, at) for at in called if case.agreed(*at)],
        outside=[_named(case, at) for at in outside],
        outside_forced=[_named(case, at) for at in outside if at in forced],
        notified=sorted({person for person, _ in changed}),
        notified_forced=sorted({person for person, _ in forced}),
        drivers=dict(Counter(sorted(_drivers(case)))),
        residue=[_named(case, at) for at in _residue(case)],
    )


def differing(one: Book, other: Book) -> list[PersonDay]:
    """Return the cells that are not the same in two rosters."""
    cells = one.cells.keys() | other.cells.keys()
    return sorted(at for at in cells if one.cells.get(at) != other.cells.get(at))


def _named(case: Case, at: PersonDay) -> str:
    before, after = (book.cells.get(at) or "-" for book in (case.before, case.after))
    return f"{at[0]} {at[1]} {before} > {after}"


# Cover


def _asked(case: Case, prefix: str) -> Iterator[tuple[dt.date, str]]:
    """Yield the day and code of every place on added duties."""
    for one in case.incidents:
        if one.duty is None or not one.duty.code.startswith(prefix):
            continue
        day = case.after.first
        while day <= case.after.last:
            if one.covers(moment_of(day, one.duty.start)):
                yield from [(day, one.duty.code)] * int(one.effect)
            day += dt.timedelta(days=1)


def _published(case: Case) -> Iterator[tuple[dt.date, str]]:
    """Yield the duties of lines that were published, from the day of the first incident on."""
    first = min(one.start for one in case.incidents).date()
    for (_, day), code in sorted(case.published.cells.items()):
        if day >= first:
            yield day, code


def _open(case: Case, asked: list[tuple[dt.date, str]]) -> list[str]:
    """Return the places that nobody fills."""
    held = Counter((day, code) for (_, day), code in case.after.cells.items())
    missing = Counter(asked) - held
    return [f"{day} {code}" for day, code in sorted(missing.elements())]


def _drivers(case: Case) -> Iterator[str]:
    """Yield, for each replacement bus duty, what its driver was published to do."""
    for at, code in case.after.cells.items():
        if not code.startswith(BUS):
            continue
        duty = case.duty(case.published.cells.get(at))
        if duty is None:
            yield "rest"
        elif duty.reserve:
            yield "reserve"
        else:
            yield "T1" if duty.line == "T1" else "other lines"


# Changes


def _outside(case: Case, at: PersonDay) -> bool:
    """Whether a changed cell held a duty that is neither of T1 nor reserve."""
    duty = case.duty(case.published.cells.get(at))
    return duty is not None and duty.line != "T1" and not duty.reserve


def _called(case: Case, at: PersonDay) -> bool:
    """Whether a changed cell was a day off, when published and since, and is one no more."""
    return at not in case.published.cells and at not in case.before.cells and at in case.after.cells


def _undone(case: Case, changed: list[PersonDay]) -> Iterator[str]:
    """Yield cells changed after their duty began; only the incident itself may cut one."""
    for at in changed:
        day, before, after = at[1], case.before.cells.get(at), case.after.cells.get(at)
        duty, left = case.duty(before), case.duty(after)
        if not case.begun(day, before) and not case.begun(day, after):
            continue
        cut = (
            duty is not None
            and left is not None
            and left.start == duty.start
            and after is not None
            and after.startswith(f"{duty.code}≤")
            and any(stops(one, day, duty) for one in case.incidents)
        )
        if not cut:
            yield f"{_named(case, at)} though it has begun"


def _residue(case: Case) -> list[PersonDay]:
    """Return cells that differ from the published roster after the line is restored."""
    ends = [one.end for one in case.incidents if one.kind in ("fermeture", "suppression")]
    restored = max(end for end in ends if end is not None)
    return [
        (person, day)
        for person, day in differing(case.published, case.after)
        if moment_of(day, 12 * 60) > restored
    ]


@dataclass(frozen=True, kw_only=True)
class Stability:
    """How much a second re-plan changes of what the first one had announced.

    Attributes
    ----------
    new_cells
        Cells that the first re-plan changed.
    changed_again
        Those of them that the second one changed.
    still_open, open_changed_again
        The same, of cells whose day was not over when the second one was made.
    """

    new_cells: int
    changed_again: int
    still_open: int
    open_changed_again: int

    @property
    def share(self) -> float:
        """The share of new cells changed again."""
        return self.changed_again / self.new_cells if self.new_cells else 0.0


def stability(published: Book, first: Book, second: Book, now: dt.datetime) -> Stability:
    """Return how much of a first re-plan a second one, made at a moment, changes."""
    new = differing(published, first)
    again = set(differing(first, second))
    still_open = [at for at in new if at[1] >= now.date()]
    return Stability(
        new_cells=len(new),
        changed_again=sum(at in again for at in new),
        still_open=len(still_open),
        open_changed_again=sum(at in again for at in still_open),
    )


def judge_files(files: list[Path]) -> dict[str, object]:
    """Return the verdicts on one re-plan, or on two in a row.

    ``files`` are the published roster, then an incident and the re-plan made of it, once or twice.
    """
    published = before = read_book(files[0])
    report = read_incidents(files[1])
    first = read_book(files[2])
    told: dict[str, object] = {}
    now = max(one.known for one in report)
    case = Case(published=published, before=before, after=first, incidents=report, now=now)
    told["first"] = asdict(evaluate(case))
    if len(files) > 3:
        later = read_incidents(files[3])
        second = read_book(files[4])
        now = max(one.known for one in later)
        known = in_force(report, later)
        case = Case(published=published, before=first, after=second, incidents=known, now=now)
        told["second"] = asdict(evaluate(case))
        steady = stability(published, first, second, now)
        told["stability"] = {**asdict(steady), "share": round(steady.share, 3)}
    return told


if __name__ == "__main__":
    if len(sys.argv) not in (4, 6):
        raise SystemExit(__doc__)
    told = judge_files([Path(name) for name in sys.argv[1:]])
    print(json.dumps(told, ensure_ascii=False, indent=1))
