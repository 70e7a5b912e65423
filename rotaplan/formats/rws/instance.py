"""Instances of rotating workforce scheduling (Musliu and others): text form and MiniZinc data.

n employees walk through a cycle of n weeks. Everything is strict: how many hold a shift on a
weekday (exactly), lengths of blocks of one shift, of rest and of work, and sequences that are
forbidden: of two shifts on two days in a row, or of two with exactly one day off between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from rotaplan.domain.rotation import WEEK
from rotaplan.errors import WorkbookError
from rotaplan.problem import Cell, Fact, Problem

SUFFIXES = (".txt", ".dzn")
_MOST_BYTES = 2**20
_MOST = 1000
"""Greatest number of employees, and of anything else, that a file may name."""
_MOST_SHIFTS = 20
_USUAL = {"D": (360, 480), "A": (840, 480), "N": (1320, 480)}
"""Start and length of the usual shifts, where a file does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A shift with its hours in minutes, and bounds on the length of its blocks, inclusive."""

    code: str
    start: int
    minutes: int
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """An instance as its file gives it; all bounds are inclusive.

    Attributes
    ----------
    name
        Of the file.
    employees
        People, and weeks of the cycle.
    blocks
        The shifts.
    demand
        A row a shift, a column a weekday from Monday.
    off, work
        Least and greatest length of a block of rest, and of work.
    after
        Pairs of shifts not allowed on two days in a row.
    after_rest
        Pairs not allowed with exactly one day off between.
    """

    name: str
    employees: int
    blocks: tuple[Block, ...]
    demand: tuple[tuple[int, ...], ...]
    off: tuple[int, int]
    work: tuple[int, int]
    after: tuple[tuple[str, str], ...]
    after_rest: tuple[tuple[str, str], ...]


def read_instance(source: Path) -> Instance:
    """Return what an instance file says; raises WorkbookError where it makes no sense."""
    if not source.is_file():
        raise WorkbookError([Problem(code="file-missing", facts={"file": source.name})])
    if source.stat().st_size > _MOST_BYTES:
        facts: dict[str, Fact] = {"file": source.name, "most": 1}
        raise WorkbookError([Problem(code="file-too-large", facts=facts)])
    text = source.read_text(encoding="utf-8", errors="replace")
    found = _of_data(source, text) if source.suffix.lower() == ".dzn" else _of_text(source, text)
    return _sound(source, found)


class _Lines:
    """The filled lines of a text instance, taken one after the other."""

    def __init__(self, source: Path, text: str) -> None:
        self._file = source.name
        self._rows = [
            (number, line.split())
            for number, line in enumerate(text.splitlines(), start=1)
            if line.strip() and not line.lstrip().startswith("#")
        ]
        self._at = 0

    def words(self, section: str, least: int) -> list[str]:
        """Return the words of the next line, of which there must be so many."""
        if self._at == len(self._rows):
            facts: dict[str, Fact] = {"section": section, "file": self._file}
            raise WorkbookError([Problem(code="format-section", facts=facts)])
        words = self._rows[self._at][1]
        self._at += 1
        if len(words) < least:
            self.refuse(section)
        return words

    def numbers(self, section: str, count: int) -> list[int]:
        """Return so many whole numbers of the next line."""
        words = self.words(section, count)
        if not all(word.isdecimal() and int(word) <= _MOST for word in words[:count]):
            self.refuse(section)
        return [int(word) for word in words[:count]]

    def rest(self) -> None:
        """Refuse lines that nothing asks for."""
        if self._at < len(self._rows):
            self._at += 1
            self.refuse("end")

    def refuse(self, section: str) -> NoReturn:
        """Say that the line last taken makes no sense."""
        number, words = self._rows[self._at - 1]
        facts: dict[str, Fact] = {"section": section, "found": " ".join(words)}
        place = Cell(sheet=self._file, row=number)
        raise WorkbookError([Problem(code="format-record", cell=place, facts=facts)])


def _of_text(source: Path, text: str) -> Instance:
    lines = _Lines(source, text)
    if lines.numbers("length of the schedule", 1) != [WEEK]:
        lines.refuse("length of the schedule")
    (employees,) = lines.numbers("employees", 1)
    (count,) = lines.numbers("shifts", 1)
    if not 1 <= count <= _MOST_SHIFTS:
        lines.refuse("shifts")
    demand = tuple(tuple(lines.numbers("requirements", WEEK)) for _ in range(count))
    blocks = tuple(_block(lines) for _ in range(count))
    off, work = lines.numbers("days-off blocks", 2), lines.numbers("work blocks", 2)
    twos, threes = lines.numbers("sequences", 2)
    after = [_pair(lines, 2) for _ in range(twos)]
    after_rest = [_pair(lines, 3) for _ in range(threes)]
    lines.rest()
    return Instance(
        name=source.stem,
        employees=employees,
        blocks=blocks,
        demand=demand,
        off=(off[0], off[1]),
        work=(work[0], work[1]),
        after=tuple(after),
        after_rest=tuple(after_rest),
    )


def _block(lines: _Lines) -> Block:
    words = lines.words("shift", 5)
    if not all(word.isdecimal() for word in words[1:5]):
        lines.refuse("shift")
    start, minutes, least, most = map(int, words[1:5])
    return Block(code=words[0], start=start, minutes=minutes, least=least, most=most)


def _pair(lines: _Lines, length: int) -> tuple[str, str]:
    words = lines.words("sequence", length)
    if len(words) != length or (length == 3 and words[1] != "-"):
        lines.refuse("sequence")
    return words[0], words[-1]


def _of_data(source: Path, text: str) -> Instance:
    data = _Data(source, text)
    if "nb_workers" in data.found:
        return _of_challenge(data, source.stem)
    count = data.number("numShifts")
    names = _names(count)
    forbidden = re.findall(r"\{([\d,\s]*)\}", data.found.get("forbidden", ""))
    return Instance(
        name=source.stem,
        employees=data.number("groups"),
        blocks=data.blocks(names, "minShift", "maxShift"),
        demand=data.table("demand", count),
        off=(data.number("minOff"), data.number("maxOff")),
        work=(data.number("minOn"), data.number("maxOn")),
        after=tuple(
            (names[first], data.named(names, int(then)))
            for first, group in zip(range(count), forbidden, strict=False)
            for then in re.findall(r"\d+", group)
        ),
        after_rest=tuple(
            (data.named(names, first), data.named(names, then))
            for first, _, then in _triples(data.numbers("forbidden3"))
        ),
    )


def _of_challenge(data: _Data, name: str) -> Instance:
    count = data.number("nb_shifts")
    names = tuple(re.findall(r'"([^"]+)"', data.found.get("shift_name", ""))) or _names(count)
    pairs = list(
        zip(
            data.numbers("forbidden_before"),
            data.numbers("forbidden_after"),
            re.findall("true|false", data.found.get("forbidden_daysoff", "")),
            strict=False,
        )
    )
    if len(pairs) != data.number("nb_forbidden") or len(names) != count:
        data.refuse("nb_forbidden")
    named = [(data.named(names, a), data.named(names, b), rest) for a, b, rest in pairs]
    return Instance(
        name=name,
        employees=data.number("nb_workers"),
        blocks=data.blocks(names, "shift_block_min", "shift_block_max"),
        demand=data.table("temp_req", count),
        off=(data.number("min_daysoff"), data.number("max_daysoff")),
        work=(data.number("min_work"), data.number("max_work")),
        after=tuple((a, b) for a, b, rest in named if rest == "false"),
        after_rest=tuple((a, b) for a, b, rest in named if rest == "true"),
    )


def _names(count: int) -> tuple[str, ...]:
    usual = tuple(_USUAL)
    return usual[:count] if count <= len(usual) else tuple(f"S{i + 1}" for i in range(count))


def _triples(numbers: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    for start in range(0, len(numbers) - 2, 3):
        yield numbers[start], numbers[start + 1], numbers[start + 2]


class _Data:
    """The assignments of a MiniZinc data file by name."""

    def __init__(self, source: Path, text: str) -> None:
        self._file = source.name
        plain = re.sub(r"%.*", "", text)
        pieces = (piece.partition("=") for piece in plain.split(";"))
        self.found = {name.strip(): value.strip() for name, sign, value in pieces if sign}

    def numbers(self, name: str) -> list[int]:
        """Return all whole numbers of a value."""
        if name not in self.found:
            facts: dict[str, Fact] = {"section": name, "file": self._file}
            raise WorkbookError([Problem(code="format-section", facts=facts)])
        found = [int(number) for number in re.findall(r"\d+", self.found[name])]
        if any(number > _MOST * 10 for number in found):
            self.refuse(name)
        return found

    def number(self, name: str) -> int:
        """Return a single number."""
        found = self.numbers(name)
        if len(found) != 1 or found[0] > _MOST:
            self.refuse(name)
        return found[0]

    def table(self, name: str, rows: int) -> tuple[tuple[int, ...], ...]:
        """Return so many rows of a week each."""
        found = self.numbers(name)
        if len(found) != rows * WEEK:
            self.refuse(name)
        return tuple(tuple(found[at : at + WEEK]) for at in range(0, len(found), WEEK))

    def blocks(self, names: Sequence[str], least: str, most: str) -> tuple[Block, ...]:
        """Return the shifts with the bounds of their blocks."""
        low, high = self.numbers(least), self.numbers(most)
        if not len(low) == len(high) == len(names) or not 1 <= len(names) <= _MOST_SHIFTS:
            self.refuse(least)
        hours = [_USUAL.get(name, (360, 480)) for name in names]
        return tuple(
            Block(code=name, start=start, minutes=minutes, least=a, most=b)
            for name, (start, minutes), a, b in zip(names, hours, low, high, strict=True)
        )

    def named(self, names: Sequence[str], number: int) -> str:
        """Return the shift of a number, counted from 1."""
        if not 1 <= number <= len(names):
            self.refuse("forbidden")
        return names[number - 1]

    def refuse(self, name: str) -> NoReturn:
        """Say that a value makes no sense."""
        facts: dict[str, Fact] = {"section": name, "found": self.found.get(name, "")[:80]}
        raise WorkbookError(
            [Problem(code="format-record", cell=Cell(sheet=self._file, row=1), facts=facts)]
        )


def _sound(source: Path, instance: Instance) -> Instance:
    """Return an instance whose bounds are bounds and whose names are known; raise otherwise."""
    known = {one.code for one in instance.blocks}
    named = {code for pair in (*instance.after, *instance.after_rest) for code in pair}
    bounds = [instance.off, instance.work, *((one.least, one.most) for one in instance.blocks)]
    wrong = [f"{least} {most}" for least, most in bounds if not 1 <= least <= most <= 31]
    wrong += sorted(named - known)
    wrong += [one.code for one in instance.blocks if not one.start < 1440 >= one.minutes > 0]
    if len(known) < len(instance.blocks) or instance.employees < 1:
        wrong.append(f"{instance.employees} {sorted(known)}")
    if wrong:
        facts: dict[str, Fact] = {"section": "bounds", "found": wrong[0]}
        place = Cell(sheet=source.name, row=1)
        raise WorkbookError([Problem(code="format-record", cell=place, facts=facts)])
    return instance
