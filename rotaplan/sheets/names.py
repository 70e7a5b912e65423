"""Whom and what a text in a cell means: staff numbers, names, codes, skills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from rotaplan.domain.people import Person
from rotaplan.domain.work import Shift
from rotaplan.problem import nearest
from rotaplan.sheets.headings import fold, fold_code
from rotaplan.sheets.kinds import Entry, Fault, number_of, parse_code

K = TypeVar("K")
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Return the distinct values of each key, in the order in which they come."""
    found: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


class SkillNames:
    """One spelling for each skill, the first one seen; case and spaces make no difference."""

    def __init__(self) -> None:
        self._spellings: dict[str, str] = {}

    def canonical(self, text: str) -> str:
        """Return the spelling to use, and keep it."""
        return self._spellings.setdefault(fold_code(text), text)

    def known(self, text: str) -> str | None:
        """Return the spelling in use; None for a skill never seen."""
        return self._spellings.get(fold_code(text))

    @property
    def all(self) -> tuple[str, ...]:
        """Every skill seen."""
        return tuple(self._spellings.values())


class PersonNames:
    """Finds people by staff number, then by a name that only one of them has."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)
        self.by_id = {person.id: person for person in self.people}
        ids = [person.id for person in self.people]
        self._folded = grouped((fold_code(one), one) for one in ids)
        self._numbers = grouped((number_of(one), one) for one in ids if one.isdigit())
        self._named = grouped(
            (fold(text), person.id) for person in self.people for text in _orders(person.name)
        )

    def find(self, text: str) -> str | None:
        """Return a staff number; None where nobody, or more than one, is meant."""
        if text in self.by_id:
            return text
        number = number_of(text) if text.isdigit() else None
        for found in (
            self._folded.get(fold_code(text), ()),
            self._numbers.get(number, ()) if number is not None else (),
            self._named.get(fold(text), ()),
        ):
            if len(found) == 1:
                return found[0]
        return None

    def read(self, entry: Entry) -> str:
        """Return the staff number that a cell means; raises Fault where it means nobody."""
        text = parse_code(entry)
        found = self.find(text)
        if found is None:
            raise Fault("person-unknown", found=text, suggestion=self.nearest(text))
        return found

    def nearest(self, text: str) -> str:
        """Return the staff number or name that looks most like a text."""
        return nearest(text, [*self.by_id, *(person.name for person in self.people)])


def _orders(name: str) -> tuple[str, ...]:
    """Return a name as written and with its first word last."""
    first, _, rest = name.partition(" ")
    return (name, f"{rest} {first}") if rest else (name,)


class CodeNames:
    """Finds shifts by code, as displayed and as typed."""

    def __init__(self, shifts: Iterable[Shift]) -> None:
        self.shifts = tuple(shifts)
        self.by_code = {shift.code: shift for shift in self.shifts}
        self._folded = grouped((fold_code(code), code) for code in self.by_code)
        self._numbers = grouped(
            (number, code) for code in self.by_code if (number := _numeric(code)) is not None
        )

    def find(self, text: str) -> Shift | None:
        """Return a shift; None where no code, or more than one, is meant."""
        if text in self.by_code:
            return self.by_code[text]
        found = self._folded.get(fold_code(text), ())
        number = _numeric(text)
        if not found and number is not None:
            found = self._numbers.get(number, ())
        return self.by_code[found[0]] if len(found) == 1 else None

    def read(self, entry: Entry) -> Shift:
        """Return the shift that a cell means; raises Fault where the code is unknown."""
        if isinstance(entry.raw, bool):
            for text in ("VRAI", "TRUE") if entry.raw else ("FAUX", "FALSE"):
                if text in self.by_code:
                    return self.by_code[text]
        text = parse_code(entry)
        found = self.find(text)
        if found is None:
            raise self.unknown(text)
        return found

    def unknown(self, text: str) -> Fault:
        """Return the fault of a code that is not defined."""
        return Fault("code-unknown", found=text, suggestion=nearest(text, self.by_code))


def _numeric(text: str) -> float | None:
    """Return the number that a spreadsheet makes of a code such as 12, 012 or 1E3."""
    try:
        return float(text) if text[:1].isdigit() else None
    except ValueError:
        return None
