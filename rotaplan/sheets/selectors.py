"""Choices written in a cell: which people, which shifts, which days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping

from rotaplan.domain.calendar import EVERY_DAY, Calendar, Days
from rotaplan.domain.people import EVERYBODY, People, Person
from rotaplan.domain.sequences import Sequence, Step
from rotaplan.domain.work import ALL_WORK, Family, Shifts
from rotaplan.packs import regimes
from rotaplan.problem import nearest
from rotaplan.sheets import vocabulary
from rotaplan.sheets.headings import fold, meaning
from rotaplan.sheets.kinds import Entry, Fault, mangled, parse_date, split
from rotaplan.sheets.names import CodeNames, PersonNames, SkillNames, grouped

_WITHOUT = re.compile(
    rf"(?:^|[\s;,])(?:{'|'.join(vocabulary.WORDS['without']['without'])})\s+", re.IGNORECASE
)
_GROUPS: Mapping[str, tuple[str, Callable[[Person], str]]] = {
    "team": ("teams", lambda person: person.team),
    "contract": ("contracts", lambda person: person.contract),
    "regime": ("regimes", lambda person: person.regime),
    "site": ("sites", lambda person: person.site),
    "status": ("statuses", lambda person: person.status),
    "role": ("roles", lambda person: person.role),
}


def _parts(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a cell, and those after ``sauf``."""
    text = entry.raw if isinstance(entry.raw, str) else entry.text
    named, *left_out = _WITHOUT.split(text)
    return split(named), tuple(part for piece in left_out for part in split(piece))


def _prefixed(word: str, prefixes: Iterable[str]) -> tuple[str, str]:
    """Split ``équipe:Nord`` into what kind of name it is and the name."""
    before, mark, after = word.partition(":")
    kind = meaning("prefix", before) if mark else None
    return (kind, after.strip()) if kind and kind in prefixes else ("", word)


class PeopleSelector:
    """Reads choices of people.

    Parameters
    ----------
    names
        Everybody known.
    skills
        Every skill known.
    """

    def __init__(self, names: PersonNames, skills: SkillNames) -> None:
        self._names, self._skills = names, skills
        self._groups = {
            kind: grouped((fold(of(person)), of(person)) for person in names.people if of(person))
            for kind, (_, of) in _GROUPS.items()
        }

    def read(self, entry: Entry) -> People:
        """Return the people that a cell means; raises Fault for a word that means nobody."""
        named, left_out = _parts(entry)
        chosen: dict[str, set[str]] = {}
        reserve = False
        everybody = not named
        for word in named:
            if meaning("everybody", word):
                everybody = True
            elif meaning("reserve", word):
                reserve = True
            elif (regime := self._unheld_regime(word)) is not None:
                entry.note("regime-unheld", severity="notice")
                chosen.setdefault("regimes", set()).add(regime)
            else:
                attribute, values = self._one(word)
                chosen.setdefault(attribute, set()).update(values)
        without = frozenset(one for word in left_out for one in self._members(word))
        if everybody:
            chosen, reserve = {}, False
        if not (chosen or reserve or without):
            return EVERYBODY
        frozen = {attribute: frozenset(values) for attribute, values in chosen.items()}
        return People(reserve=reserve, without=without, text=entry.text, **frozen)

    def _unheld_regime(self, word: str) -> str | None:
        """Return the regime of a legal pack that a word names and nobody has; None otherwise."""
        kind, text = _prefixed(word, ("regime",))
        if not kind or fold(text) in self._groups["regime"]:
            return None
        return next((one for one in sorted(regimes()) if fold(one) == fold(text)), None)

    def skill(self, entry: Entry) -> str:
        """Return the one skill that a cell names; raises Fault where nobody knows it."""
        known = self._skills.known(_prefixed(entry.text, ("skill",))[1])
        if known is None:
            suggestion = nearest(entry.text, self._skills.all)
            raise Fault("skill-unknown", found=entry.text, suggestion=suggestion)
        return known

    def _one(self, word: str) -> tuple[str, tuple[str, ...]]:
        """Return the attribute of ``People`` that a word speaks of, and its values."""
        kind, text = _prefixed(word, (*_GROUPS, "id", "skill"))
        found: dict[str, tuple[str, ...]] = {}
        if kind in ("", "id") and (person := self._names.find(text)) is not None:
            return "ids", (person,)
        for group, (attribute, _) in _GROUPS.items():
            if kind in ("", group) and (values := self._groups[group].get(fold(text))):
                found[attribute] = values
        if kind in ("", "skill") and (skill := self._skills.known(text)) is not None:
            found["skills"] = (skill,)
        if not found:
            raise Fault("people-unknown", found=word, suggestion=nearest(text, self._known()))
        if len({self._ids(attribute, values) for attribute, values in found.items()}) > 1:
            raise Fault("people-ambiguous", found=word, expected=tuple(sorted(found)))
        return next(iter(found.items()))

    def _members(self, word: str) -> frozenset[str]:
        """Return the staff numbers that a word stands for."""
        if meaning("reserve", word):
            return frozenset(person.id for person in self._names.people if person.reserve)
        attribute, values = self._one(word)
        return self._ids(attribute, values)

    def _ids(self, attribute: str, values: tuple[str, ...]) -> frozenset[str]:
        choice = People(**{attribute: frozenset(values)})  # type: ignore[arg-type]
        return frozenset(person.id for person in self._names.people if choice.has(person))

    def _known(self) -> list[str]:
        groups = [value for group in self._groups.values() for vs in group.values() for value in vs]
        return [*self._names.by_id, *groups, *self._skills.all, *self._display()]

    def _display(self) -> list[str]:
        return [person.name for person in self._names.people]


class ShiftsSelector:
    """Reads choices of shifts.

    Parameters
    ----------
    names
        Every shift known.
    """

    def __init__(self, names: CodeNames) -> None:
        self._names = names
        shifts = names.shifts
        self._tags = grouped((fold(tag), tag) for shift in shifts for tag in sorted(shift.tags))
        self._sites = grouped((fold(shift.site), shift.site) for shift in shifts if shift.site)

    def read(self, entry: Entry) -> Shifts:
        """Return the shifts that a cell means; raises Fault for a word that means none."""
        direct = self._names.find(entry.text)
        if direct is not None:
            return Shifts(codes=frozenset({direct.code}), text=entry.text)
        named, left_out = _parts(entry)
        codes: set[str] = set()
        families: set[Family] = set()
        tags: set[str] = set()
        sites: set[str] = set()
        all_work = not named
        for word in named:
            if self._names.find(word) is None and meaning("work", word):
                all_work = True
                continue
            one = self._one(word)
            codes |= one.codes
            families |= one.families
            tags |= one.tags
            sites |= one.sites
        without = frozenset(code for word in left_out for code in self._members(word))
        if all_work and not (codes or families or tags or sites or without):
            return ALL_WORK
        if all_work and (codes or families or tags or sites):
            codes |= {shift.code for shift in self._names.shifts if shift.works}
        return Shifts(
            codes=frozenset(codes),
            families=frozenset(families),
            tags=frozenset(tags),
            sites=frozenset(sites),
            without=without,
            text=entry.text,
        )

    def sequence(self, entry: Entry) -> Sequence:
        """Return what a cell says of consecutive days: ``N N R``, or ``nuit, repos, M|J``.

        Days are set apart by commas or ``>`` where there are any, else by spaces; ``|`` stands
        between what may take each other's place; ``?`` is anything. Raises Fault for a word
        that means nothing, or an absence.
        """
        marks = r"[,>\n]" if re.search(r"[,>\n]", entry.text) else r"\s+"
        steps = []
        for day in split(entry.text, marks):
            found = [self._on_day(entry, word) for word in split(day, r"\|")]
            shifts = [one for one in found if one is not None]
            steps.append(Step(shifts=self._any(shifts, day), off=None in found or day == "?"))
        return Sequence(steps=tuple(steps), text=entry.text)

    def _any(self, choices: list[Shifts], text: str) -> Shifts | None:
        """Return the shifts that one of some choices means; None where there is no choice."""
        if len(choices) < 2:
            return choices[0] if choices else None
        meant = (shift for shift in self._names.shifts if any(one.has(shift) for one in choices))
        return Shifts(codes=frozenset(shift.code for shift in meant), text=text)

    def _on_day(self, entry: Entry, word: str) -> Shifts | None:
        """Return the shifts that a word of a sequence means; None for a day off."""
        shift = self._names.find(word)
        if shift is not None and not shift.works:
            if shift.family is not Family.REST:
                raise Fault("sequence-absence", found=word)
            return None
        if shift is None and meaning("off", word):
            return None
        return ALL_WORK if word == "?" else self.read(entry.piece(word))

    def _one(self, word: str) -> Shifts:
        kind, text = _prefixed(word, ("code", "family", "tag", "site"))
        shift = self._names.find(text)
        if kind in ("", "code") and shift is not None:
            return Shifts(codes=frozenset({shift.code}))
        family = meaning("family", text)
        if kind in ("", "family") and family is not None:
            return Shifts(families=frozenset({Family(family)}))
        tags, sites = self._tags.get(fold(text)), self._sites.get(fold(text))
        if kind in ("", "tag") and tags:
            return Shifts(tags=frozenset(tags))
        if kind in ("", "site") and sites:
            return Shifts(sites=frozenset(sites))
        known = [
            *self._names.by_code,
            *(word for words in vocabulary.WORDS["family"].values() for word in words[:2]),
            *(tag for tags in self._tags.values() for tag in tags),
            *(site for sites in self._sites.values() for site in sites),
        ]
        raise Fault("shifts-unknown", found=word, suggestion=nearest(text, known))

    def _members(self, word: str) -> frozenset[str]:
        choice = self._one(word)
        return frozenset(shift.code for shift in self._names.shifts if choice.has(shift))


_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}")
"""A day as most cells write it: a cell of wishes can name hundreds of them."""


class DaysSelector:
    """Reads choices of days.

    Parameters
    ----------
    calendar
        With the day types of the house.
    """

    def __init__(self, calendar: Calendar) -> None:
        types = sorted({name for names in calendar.types.values() for name in names})
        self._types = grouped((fold(name), name) for name in types)

    def read(self, entry: Entry) -> Days:
        """Return the days that a cell means; raises Fault for a word that means none."""
        if isinstance(entry.raw, dt.date | float | int):
            day = parse_date(entry)
            return Days(spans=((day, day),), text=entry.text)
        weekdays: set[int] = set()
        spans: list[tuple[dt.date, dt.date]] = []
        types: set[str] = set()
        holidays = False
        for word in split(entry.raw):
            if _DATE.fullmatch(word):
                day = parse_date(entry.piece(word))
                spans.append((day, day))
                continue
            named = meaning("days", word)
            if named == "every":
                return EVERY_DAY
            if named == "holiday":
                holidays = True
            elif (found := _weekdays(word, named)) is not None:
                weekdays |= found
            elif meaning("calendar_type", word) == "school":
                types |= {"school"}
            elif (kinds := self._types.get(fold(_prefixed(word, ("type",))[1]))) is not None:
                types |= set(kinds)
            else:
                spans.append(self._span(entry, word))
        return Days(
            weekdays=frozenset(weekdays),
            spans=tuple(spans),
            holidays=holidays,
            types=frozenset(types),
            text=entry.text,
        )

    def kind(self, entry: Entry) -> Days:
        """Return the one kind of day that a cell names: ``comme dimanche``, ``niveau 2``.

        It is a weekday, public holidays, or a day type of the calendar; raises Fault otherwise.
        """
        plain = re.sub(
            r"^(?:service )?(?:comme|as|like) (?:(?:on|le|un|a) )*", "", entry.text, flags=re.I
        )
        weekday, text = meaning("weekday", plain), _prefixed(plain, ("type",))[1]
        if weekday is not None:
            return Days(weekdays=frozenset({int(weekday)}), text=entry.text)
        if meaning("days", plain) == "holiday":
            return Days(holidays=True, text=entry.text)
        school = meaning("calendar_type", plain) == "school"
        types = self._types.get(fold(text), ("school",) if school else ())
        if not types:
            raise Fault(
                "day-kind-unknown", found=entry.text, suggestion=nearest(text, self._known())
            )
        return Days(types=frozenset(types), text=entry.text)

    def _span(self, entry: Entry, word: str) -> tuple[dt.date, dt.date]:
        """Return first and last day of a date or a range of dates."""
        if not re.search(r"\d", word):
            raise Fault("days-unknown", found=word, suggestion=nearest(word, self._known()))
        plain = re.sub(r"^(?:du|from|le|the)\s+", "", word, flags=re.IGNORECASE)
        for mark in (r"\s+(?:au|to|until)\s+", r"\s*(?:\.\.+|…|→)\s*", r"\s+[-–]\s+", r"[–]"):
            ends = re.split(mark, plain, flags=re.IGNORECASE)
            if len(ends) == 2:
                return _ordered(entry, ends)
        if found := re.fullmatch(r"(\d{1,2}/\d{1,2}/\d{2,4})-(\d{1,2}/\d{1,2}/\d{2,4})", plain):
            return _ordered(entry, [found[1], found[2]])
        day = parse_date(entry.piece(plain))
        return day, day

    def _known(self) -> list[str]:
        return [
            *(word for words in vocabulary.WORDS["weekday"].values() for word in words[:2]),
            *(word for words in vocabulary.WORDS["days"].values() for word in words[:2]),
            *(name for names in self._types.values() for name in names),
        ]


def _ordered(entry: Entry, ends: list[str]) -> tuple[dt.date, dt.date]:
    first, last = (parse_date(entry.piece(end)) for end in ends)
    if last < first:
        raise Fault("dates-reversed", found=entry.text)
    return first, last


def _weekdays(word: str, named: str | None) -> frozenset[int] | None:
    """Return the weekdays that a word or a range of words means; None where it is none."""
    if named == "weekend":
        return frozenset({5, 6})
    if named == "working":
        return frozenset(range(5))
    single = meaning("weekday", word)
    if single is not None:
        return frozenset({int(single)})
    ends = re.split(r"\s*[-–]\s*|\s+(?:au|to|à)\s+", word)
    found = [meaning("weekday", end) for end in ends]
    if len(found) != 2 or found[0] is None or found[1] is None:
        return None
    first, last = int(found[0]), int(found[1])
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def parse_heads(raw: object) -> tuple[int, int | None, int | None]:
    """Read a cell of the matrix of needs: ``3``, ``2-3`` or ``2/3/4`` (minimum, target, maximum).

    Raises Fault where it is none of them, or where the sheet has made a date of it.
    """
    if isinstance(raw, dt.date):
        raise Fault("number-mangled", found=raw.isoformat()[:10], suggestion=mangled(raw))
    text = str(int(raw)) if isinstance(raw, float) and raw.is_integer() else str(raw)
    found = re.fullmatch(r"\s*(\d+)(?:\s*[-/–]\s*(\d+))?(?:\s*[-/–]\s*(\d+))?\s*", text)
    if found is None:
        raise Fault("count-unreadable", found=text)
    low, mid, high = (None if part is None else int(part) for part in found.groups())
    assert low is not None
    return low, mid, high
