"""Why a post stays open: what keeps each person from it, so that the numbers add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Need
from rotaplan.domain.schedule import Assignment
from rotaplan.explanation.weighing import Change, takers, weigh
from rotaplan.trial import Bench, Move

REASONS = (
    "holds",
    "absent",
    "contract",
    "skill",
    "codes",
    "elsewhere",
    "rest",
    "limit",
    "able",
)
"""What can keep somebody from a post, in the order in which it is asked."""
_OF_RULE: Mapping[str, str] = {
    "availability": "absent",
    "contract_dates": "contract",
    "required_skill": "skill",
    "allowed_codes": "codes",
}
_REST_MODULES = frozenset({"rest", "rest_runs", "rest_away", "recovery", "debts", "sequences"})
_TRIED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Why one person is not on a post.

    Attributes
    ----------
    reason
        Of :data:`REASONS`: on it already; absent; out of contract; without the skill; the code
        is not open to the person; works elsewhere; a rule on rest; another strict rule; able,
        at a price.
    works
        What the person works on that day; None for nothing.
    breach
        What the post would break; None where nothing.
    """

    reason: str
    works: Assignment | None = None
    breach: Violation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Why a post has as many people as it has.

    Attributes
    ----------
    need
        The post on its day.
    missing
        People missing to its target, or to its minimum where that is higher.
    people
        What keeps each person from it, by staff number: everybody on the staff once.
    cheapest
        The cheapest way, of those tried, to put one more person on it without breaking a strict
        rule; None where there is none.
    """

    need: Need
    missing: int
    people: Mapping[str, Kept] = field(default_factory=dict)
    cheapest: Change | None = None

    def of(self, reason: str) -> tuple[str, ...]:
        """Return the people kept from the post by a reason."""
        return tuple(person for person, kept in self.people.items() if kept.reason == reason)


def account(bench: Bench, need: Need) -> Account:
    """Return what keeps everybody from a post.

    Parameters
    ----------
    bench
        The roster.
    need
        The post on its day.
    """
    scenario, roster = bench.scenario, bench.roster
    holders = set(roster.on_need(need))
    post = Assignment(person="", day=need.day, shift=need.shift, skill=_function(bench, need))
    works = _works(bench, need.day)
    others = [person.id for person in scenario.people if person.id not in holders]
    tried, able = takers(bench, post, others)
    kept: dict[str, Kept] = {}
    for person in scenario.people:
        if person.id in holders:
            kept[person.id] = Kept(reason="holds", works=works.get(person.id))
        else:
            breaches = tried[person.id].breaches
            away = scenario.away(person, need.day)
            kept[person.id] = _kept(works.get(person.id), breaches, away=away)
    change = None
    for name in [one for one in able if kept[one].reason == "able"]:
        move = Move(added=Assignment(person=name, day=need.day, shift=need.shift, skill=post.skill))
        breaches = bench.trials({name: move}, priced=False)[name].breaches
        if breaches:
            kept[name] = Kept(reason="limit", breach=breaches[0])
        elif change is None:
            change = weigh(bench, (), [move.added])
    return Account(
        need=need,
        missing=max(need.minimum, need.target) - len(holders),
        people=kept,
        cheapest=change or _cheapest_move(bench, post, kept),
    )


def _function(bench: Bench, need: Need) -> str:
    """Return the function that one more person would fill; any where the need names none."""
    functions = bench.scenario.functions.get(need.shift, ("",))
    return need.skill if need.skill in functions or not functions else functions[0]


def _works(bench: Bench, day: int) -> Mapping[str, Assignment]:
    found: dict[str, Assignment] = {}
    for one in bench.roster.assignments:
        if one.day == day and bench.scenario.shift[one.shift].works:
            found.setdefault(one.person, one)
    return found


def _kept(works: Assignment | None, breaches: tuple[Violation, ...], *, away: bool) -> Kept:
    """Return what keeps somebody from a post, of everything that does."""
    if away:
        return Kept(reason="absent", works=works, breach=_first(breaches, "availability"))
    for rule, reason in _OF_RULE.items():
        found = _first(breaches, rule)
        if found is not None:
            return Kept(reason=reason, works=works, breach=found)
    if works is not None:
        return Kept(reason="elsewhere", works=works)
    if not breaches:
        return Kept(reason="able")
    resting = next((one for one in breaches if _is_rest(one)), None)
    return Kept(reason="rest" if resting else "limit", breach=resting or breaches[0])


def _first(breaches: tuple[Violation, ...], rule: str) -> Violation | None:
    return next((one for one in breaches if one.rule == rule), None)


def _is_rest(one: Violation) -> bool:
    from rotaplan.rules.base import find_rule

    cls = find_rule(one.rule)
    return cls is not None and cls.__module__.rpartition(".")[2] in _REST_MODULES


def _cheapest_move(bench: Bench, post: Assignment, kept: Mapping[str, Kept]) -> Change | None:
    """Return the cheapest way to take somebody from another post, of a few that are tried."""
    moves = {
        person: Move(
            added=Assignment(person=person, day=post.day, shift=post.shift, skill=post.skill),
            removed=(one.works,),
        )
        for person, one in kept.items()
        if one.reason == "elsewhere" and one.works is not None
    }
    tried = bench.trials(moves, priced=False, others=False)
    fine = [person for person in sorted(moves) if not tried[person].breaches]
    found = [weigh(bench, moves[person].removed, [moves[person].added]) for person in fine[:_TRIED]]
    return min((one for one in found if not one.breaches), key=lambda one: one.rank, default=None)
