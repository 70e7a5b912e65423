"""The cells of a scenario and the options they can take: what rules post against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rotaplan.domain.people import People, Person
from rotaplan.domain.published import Post
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.work import AT_HOME, Shift, Shifts
from rotaplan.model.requirements import OFF, Clash


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What a cell can take besides off: a shift, with the function filled on it."""

    shift: Shift
    skill: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """People, days and options, numbered.

    Option 0 is off. The solver never invents a duty that nobody asked for: only shifts of the
    needs are options, and shifts that somebody is pinned to, worked in the history, or has in
    the published schedule.

    Attributes
    ----------
    scenario
        Where all comes from.
    options
        The option of each number; number 0 (off) has None.
    """

    scenario: Scenario
    options: tuple[Option | None, ...]

    @staticmethod
    def of(scenario: Scenario) -> Frame:
        """Return the frame of a scenario."""
        extra = {pin.shift for pin in scenario.pins} | {past.shift for past in scenario.history}
        extra |= {post.shift for post in _standing(scenario)}
        options: list[Option | None] = [None]
        for shift in scenario.shifts:
            if not shift.works or (shift.code not in scenario.demanded and shift.code not in extra):
                continue
            skills = set(scenario.functions.get(shift.code, ("",)))
            skills |= {post.skill for post in _standing(scenario) if post.shift == shift.code}
            for skill in sorted(skills):
                options.append(Option(shift=shift, skill=skill))
        return Frame(scenario=scenario, options=tuple(options))

    def option_of(self, post: Post | None) -> int:
        """Return the option of what stands in a cell; 0 for a day off."""
        return OFF if post is None else self.option_by_post[post]

    def duty(self, person: int, day: int, option: int) -> Assignment | None:
        """Return what a cell that takes an option holds; None for a day off."""
        taken = self.options[option]
        if taken is None:
            return None
        name = self.scenario.people[person].id
        return Assignment(person=name, day=day, shift=taken.shift.code, skill=taken.skill)

    @cached_property
    def option_by_post(self) -> Mapping[Post, int]:
        """Option numbers by shift and function."""
        return {
            Post(shift=option.shift.code, skill=option.skill): number
            for number, option in self.numbered
        }

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Person numbers by staff number."""
        return {person.id: index for index, person in enumerate(self.scenario.people)}

    @cached_property
    def work(self) -> frozenset[int]:
        """All options but off."""
        return frozenset(range(1, len(self.options)))

    def at_work(self, *, at_home: bool) -> frozenset[int]:
        """Return the options that are no rest: on call at home is one unless ``at_home``."""
        return self.work if at_home else self.work - self.on(AT_HOME)

    def at_rest(self, *, at_home: bool) -> frozenset[int]:
        """Return the others, off among them."""
        return self.every - self.at_work(at_home=at_home)

    @cached_property
    def every(self) -> frozenset[int]:
        """All options, off included."""
        return self.work | {OFF}

    @cached_property
    def demanded(self) -> frozenset[int]:
        """Options of shifts that the needs name; the others come only by pin or history."""
        names = self.scenario.demanded
        return frozenset(i for i, option in self.numbered if option.shift.code in names)

    @property
    def numbered(self) -> Iterable[tuple[int, Option]]:
        """Yield (number, option), off left out."""
        for index, option in enumerate(self.options):
            if option is not None:
                yield index, option

    @cached_property
    def by_code(self) -> Mapping[str, frozenset[int]]:
        """Options of each shift code, whatever the function."""
        found: dict[str, set[int]] = {}
        for index, option in self.numbered:
            found.setdefault(option.shift.code, set()).add(index)
        return {code: frozenset(numbers) for code, numbers in found.items()}

    def on(self, shifts: Shifts) -> frozenset[int]:
        """Return the options of a choice of shifts."""
        if shifts not in self._on:
            self._on[shifts] = frozenset(i for i, o in self.numbered if shifts.has(o.shift))
        return self._on[shifts]

    @cached_property
    def _on(self) -> dict[Shifts, frozenset[int]]:
        return {}

    def people(self, who: People) -> Iterable[tuple[int, Person]]:
        """Yield (number, person) of a choice of people."""
        for index, person in enumerate(self.scenario.people):
            if who.has(person):
                yield index, person

    @cached_property
    def history(self) -> Mapping[tuple[int, int], int]:
        """The option of each decided cell of the history; known days off are missing."""
        found: dict[tuple[int, int], int] = {}
        for past in self.scenario.history:
            options = self.by_code.get(past.shift)
            if options and past.person in self.number:
                found[self.number[past.person], past.day] = min(options)
        return found

    def past(self, person: int, day: int) -> int:
        """Return the option worked on a day of the history; 0 for a day off."""
        return self.history.get((person, day), OFF)

    def minutes(self, day: int, options: frozenset[int]) -> Mapping[int, int]:
        """Return the real minutes of work of each of these options on a day."""
        key = (day, options)
        if key not in self._minute_tables:
            self._minute_tables[key] = {
                i: self.scenario.minutes(option.shift, day)
                for i, option in self.numbered
                if i in options
            }
        return self._minute_tables[key]

    @cached_property
    def _minute_tables(self) -> dict[tuple[int, frozenset[int]], Mapping[int, int]]:
        return {}

    def span(self, option: int, day: int) -> tuple[int, int]:
        """Return first instant, and the instant after the last, of an option on a day."""
        key = (option, day)
        if key not in self._span_table:
            chosen = self.options[option]
            assert chosen is not None
            spans = self.scenario.spans(chosen.shift, day)
            midnight = self.scenario.horizon.instant(day)
            self._span_table[key] = (spans[0][0], spans[-1][1]) if spans else (midnight, midnight)
        return self._span_table[key]

    @cached_property
    def _span_table(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {}

    @cached_property
    def longest_reach(self) -> int:
        """On how many days after its start day the longest option can still be under way."""
        ends = [option.shift.end for _, option in self.numbered]
        return max(((end - 1) // 1440 for end in ends if end > 0), default=0)


def _standing(scenario: Scenario) -> frozenset[Post]:
    """Return the posts that stand of a published schedule."""
    if scenario.published is None:
        return frozenset()
    return frozenset(scenario.published.stands.values())


def clashes(pairs: Mapping[tuple[int, int], int]) -> tuple[Clash, ...]:
    """Return a succession table from pairs of options and the amount of each pair.

    Pairs that share their amount and their followers become one clash.
    """
    followers: dict[tuple[int, int], set[int]] = {}
    for (first, then), amount in pairs.items():
        followers.setdefault((amount, first), set()).add(then)
    grouped: dict[tuple[int, frozenset[int]], set[int]] = {}
    for (amount, first), thens in followers.items():
        grouped.setdefault((amount, frozenset(thens)), set()).add(first)
    return tuple(
        Clash(frozenset(firsts), thens, amount)
        for (amount, thens), firsts in sorted(
            grouped.items(), key=lambda item: (item[0][0], sorted(item[0][1]))
        )
    )
