"""Trying changes of a roster: what the judge finds new in each, without judging all of it anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from rotaplan.domain.report import Violation, new_breaches, price_change
from rotaplan.domain.scenario import Rule, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.judge import found_by
from rotaplan.rules.base import RuleBase


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One person takes a duty, and leaves what is named for it."""

    added: Assignment
    removed: tuple[Assignment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a move would do.

    Attributes
    ----------
    breaches
        Strict rules that it breaks and that were not broken before, in the order of the rules;
        where one on the person alone is broken, those that count people are not asked.
    prices
        What the soft rules cost more by level (less where negative); levels that stay alike
        are left out. Empty where a strict rule is broken.
    """

    breaches: tuple[Violation, ...] = ()
    prices: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A roster to try moves on.

    Rules that judge each person alone see all moves at once; each of the others sees the moves
    one by one, and only those that the first leave. The verdict is the judge's own.

    Attributes
    ----------
    scenario, roster
        The question, and the roster before any move.
    found
        What each rule finds in it, in the order of the rules.
    """

    scenario: Scenario
    roster: Schedule
    found: tuple[tuple[Violation, ...], ...]

    @staticmethod
    def of(scenario: Scenario, roster: Schedule) -> Bench:
        """Return a roster with what the judge finds in it."""
        found = tuple(tuple(found_by(rule, scenario, roster)) for rule in scenario.rules)
        return Bench(scenario=scenario, roster=roster, found=found)

    def changed(self, removed: Iterable[Assignment], added: Iterable[Assignment]) -> Bench:
        """Return the roster with some duties taken out and others put in, judged again.

        Rules that judge each person alone are asked about the people named only: what they find
        in anybody else cannot have changed.
        """
        removed, added = tuple(removed), tuple(added)
        after = self.roster.changed(removed, added)
        touched = {one.person for one in (*removed, *added)}
        asked = _about(self.scenario, touched)
        found = []
        for rule, before in zip(self.scenario.rules, self.found, strict=True):
            if _alone(rule) and not getattr(rule, "shared", False):
                kept = tuple(one for one in before if one.person not in touched)
                found.append((*kept, *found_by(rule, asked, after)))
            else:
                found.append(tuple(found_by(rule, self.scenario, after)))
        return Bench(scenario=self.scenario, roster=after, found=tuple(found))

    def trials(
        self, moves: Mapping[str, Move], *, priced: bool = True, others: bool = True
    ) -> Mapping[str, Trial]:
        """Return what each move would do, each made alone.

        Parameters
        ----------
        moves
            By the staff number of the person who moves.
        priced
            Whether prices are wanted too.
        others
            Whether the rules that count or compare people are asked too; without them it is
            quick, and tells who is out of the question.
        """
        breaches: dict[str, list[Violation]] = {person: [] for person in moves}
        prices: dict[str, Counter[int]] = {person: Counter() for person in moves}
        everybody = self._after(moves.values())
        movers = _about(self.scenario, set(moves))
        for rule, before in self._ruled(alone=True, priced=priced):
            known = _by_person(before)
            asked = self.scenario if getattr(rule, "shared", False) else movers
            after = _by_person(found_by(rule, asked, everybody))
            for person in moves:
                mine, now = known.get(person, ()), after.get(person, ())
                breaches[person] += new_breaches(mine, now)
                prices[person].update(price_change(mine, now))
        for person, move in moves.items():
            if others and not breaches[person]:
                self._try_with_others(move, priced, breaches[person], prices[person])
        return {
            person: Trial(
                breaches=tuple(breaches[person]),
                prices=_levels(prices[person]) if priced and not breaches[person] else {},
            )
            for person in moves
        }

    def _try_with_others(
        self, move: Move, priced: bool, breaches: list[Violation], prices: Counter[int]
    ) -> None:
        """Add what the rules that count or compare people find in one move."""
        after = self._after([move])
        for rule, before in self._ruled(alone=False, priced=priced):
            now = tuple(found_by(rule, self.scenario, after))
            breaches += new_breaches(before, now)
            prices.update(price_change(before, now))

    def _after(self, moves: Iterable[Move]) -> Schedule:
        moves = tuple(moves)
        removed = [one for move in moves for one in move.removed]
        return self.roster.changed(removed, [move.added for move in moves])

    def _ruled(self, *, alone: bool, priced: bool) -> Iterable[tuple[Rule, tuple[Violation, ...]]]:
        """Yield the rules of one kind with what they find before; the strict ones, or all."""
        for rule, before in zip(self.scenario.rules, self.found, strict=True):
            if _alone(rule) is alone and (priced or rule.must):
                yield rule, before


def _alone(rule: Rule) -> bool:
    return isinstance(rule, RuleBase) and rule.alone


def _about(scenario: Scenario, people: Set[str]) -> Scenario:
    """Return a question about some people alone."""
    return replace(
        scenario,
        people=tuple(one for one in scenario.people if one.id in people),
        absences=tuple(one for one in scenario.absences if one.person in people),
        availability=tuple(one for one in scenario.availability if one.person in people),
        wishes=tuple(one for one in scenario.wishes if one.person in people),
        pins=tuple(one for one in scenario.pins if one.person in people),
        history=tuple(one for one in scenario.history if one.person in people),
    )


def _by_person(found: Iterable[Violation]) -> Mapping[str, tuple[Violation, ...]]:
    by_person: dict[str, tuple[Violation, ...]] = {}
    for one in found:
        by_person[one.person] = (*by_person.get(one.person, ()), one)
    return by_person


def _levels(prices: Mapping[int, int]) -> Mapping[int, int]:
    return {level: price for level, price in sorted(prices.items()) if price}
