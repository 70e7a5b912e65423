"""Absences drawn at random over a published roster, each hole filled by whom one would call."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rotaplan.domain.scenario import Need, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.domain.work import Family
from rotaplan.replacement import CallList, call_list, takers
from rotaplan.resilience.values import KeyPerson, PostRisk, Robustness, TeamRisk
from rotaplan.trial import Bench

PostKey = tuple[int, str, str]
_NOON = 12 * 60


@dataclass(frozen=True, kw_only=True)
class Inquiry:
    """What is asked of a roster.

    Attributes
    ----------
    rates
        Chance that somebody is away on a day, by team; by an empty text for all others.
    runs, seed
        Simulations, and the seed of their random numbers.
    most_posts
        How many posts are looked at, day after day; the last day is looked at whole.
    critical
        How many posts get a list of whom to call.
    """

    rates: Mapping[str, float]
    runs: int
    seed: int
    most_posts: int
    critical: int


def robustness(scenario: Scenario, published: Schedule, inquiry: Inquiry) -> Robustness:
    """Return how a roster stands absences.

    Each person is away on each day of work by chance, independently of other days. On each day
    the posts left open are filled in order of priority, each by the first person to call who is
    there and not called yet that day; whether calls on several days add up to too much is not
    asked. Posts open in the roster itself are nobody's absence and count for nothing.
    """
    known = _Known.of(scenario, published, inquiry.most_posts)
    tally = _Tally()
    rng = random.Random(inquiry.seed)
    for _ in range(inquiry.runs):
        for day, keys in known.days.items():
            away = _away(rng, scenario, known, keys, inquiry.rates)
            _one_day(known, day, keys, away, tally)
    return _told(scenario, published, inquiry, known, tally)


@dataclass(frozen=True, kw_only=True)
class _Known:
    """The posts looked at, with who holds each and who could take it, in order of calling."""

    holders: Mapping[PostKey, tuple[str, ...]]
    takers: Mapping[PostKey, tuple[str, ...]]
    needs: Mapping[PostKey, Need]
    days: Mapping[int, tuple[PostKey, ...]]

    @staticmethod
    def of(scenario: Scenario, published: Schedule, most: int) -> _Known:
        held: dict[PostKey, list[Assignment]] = {}
        for one in published.assignments:
            # Reserve and calls are what replacements come from, no posts to fill.
            shift = scenario.shift[one.shift]
            if shift.works and shift.family not in (Family.RESERVE, Family.ON_CALL):
                held.setdefault((one.day, one.shift, one.skill), []).append(one)
        needs = {key: need for key in held if (need := _need(scenario, key)) is not None}
        days: dict[int, tuple[PostKey, ...]] = {}
        for day in scenario.horizon.planned:
            if sum(map(len, days.values())) >= most:
                break
            keys = [key for key in needs if key[0] == day]
            days[day] = tuple(sorted(keys, key=lambda key: (needs[key].priority, key)))
        bench = Bench.of(scenario, published)
        looked = [key for keys in days.values() for key in keys]
        return _Known(
            holders={key: tuple(sorted(one.person for one in held[key])) for key in looked},
            takers={key: tuple(who for who, _ in takers(bench, held[key][0])) for key in looked},
            needs=needs,
            days=days,
        )

    def wanted(self, key: PostKey) -> int:
        """Return how many of those who hold a post are needed there."""
        need = self.needs[key]
        return min(max(need.minimum, need.target), len(self.holders[key]))


def _need(scenario: Scenario, key: PostKey) -> Need | None:
    """Return the need that asks most closely for a post; None where nothing asks for it."""
    day, shift, skill = key
    asking = [
        need
        for need in scenario.needs[day]
        if need.shift == shift and need.skill in ("", skill) and max(need.minimum, need.target)
    ]
    return max(asking, key=lambda need: need.skill == skill, default=None)


@dataclass
class _Tally:
    """Sums over all simulations."""

    absences: int = 0
    before: int = 0
    open: Counter[PostKey] = field(default_factory=Counter)
    open_days: Counter[int] = field(default_factory=Counter)
    away: Counter[str] = field(default_factory=Counter)
    """Absences on days of work, by person."""
    left: dict[str, float] = field(default_factory=dict)
    """Posts still open, by the person who left them; shared where several did."""


def _away(
    rng: random.Random,
    scenario: Scenario,
    known: _Known,
    keys: tuple[PostKey, ...],
    rates: Mapping[str, float],
) -> frozenset[str]:
    """Draw who is away on a day: among those who work and those who could be called."""
    people = {who for key in keys for who in (*known.holders[key], *known.takers[key])}
    return frozenset(
        person.id
        for person in scenario.people
        if person.id in people and rng.random() < rates.get(person.team, rates[""])
    )


def _one_day(
    known: _Known, day: int, keys: tuple[PostKey, ...], away: frozenset[str], tally: _Tally
) -> None:
    """Fill what absences leave open on a day, and count what stays open."""
    called: set[str] = set()
    opened = False
    for key in keys:
        holders = known.holders[key]
        gone = [one for one in holders if one in away or one in called]
        absent = [one for one in gone if one in away]
        tally.absences += len(absent)
        tally.away.update(absent)
        missing = max(0, known.wanted(key) - len(holders) + len(gone))
        tally.before += missing
        free = [who for who in known.takers[key] if who not in away and who not in called]
        called.update(free[:missing])
        still = max(0, missing - len(free))
        if still:
            tally.open[key] += still
            for one in gone:
                tally.left[one] = tally.left.get(one, 0.0) + still / len(gone)
            opened = True
    tally.open_days[day] += opened


def _told(
    scenario: Scenario, published: Schedule, inquiry: Inquiry, known: _Known, tally: _Tally
) -> Robustness:
    """Return the means, the gravest first."""
    runs = inquiry.runs
    posts = sorted(
        (
            PostRisk(
                day=key[0],
                shift=key[1],
                skill=key[2],
                holders=known.holders[key],
                takers=len(known.takers[key]),
                open=count / runs,
            )
            for key, count in tally.open.items()
        ),
        key=lambda one: (-one.open, one.day, one.shift, one.skill),
    )
    days = sorted(tally.open_days.items(), key=lambda one: (-one[1], one[0]))
    return Robustness(
        scenario=scenario,
        rates=dict(sorted(inquiry.rates.items())),
        runs=runs,
        seed=inquiry.seed,
        last_day=max(known.days, default=0),
        absences=tally.absences / runs,
        open_before=tally.before / runs,
        open_after=sum(tally.open.values()) / runs,
        teams=_teams(scenario, inquiry, known, tally),
        posts=tuple(posts),
        people=_key_people(known),
        reserve={day: count / runs for day, count in days if count},
        plan_b=tuple(_calls(scenario, published, one) for one in posts[: inquiry.critical]),
    )


def _teams(
    scenario: Scenario, inquiry: Inquiry, known: _Known, tally: _Tally
) -> tuple[TeamRisk, ...]:
    """Return what each team's absences come to."""
    working = {who for holders in known.holders.values() for who in holders}
    members: dict[str, list[str]] = {}
    for person in scenario.people:
        if person.id in working:
            members.setdefault(person.team, []).append(person.id)
    found = [
        TeamRisk(
            team=team,
            rate=inquiry.rates.get(team, inquiry.rates[""]),
            absences=sum(tally.away[who] for who in people) / inquiry.runs,
            open=sum(tally.left.get(who, 0.0) for who in people) / inquiry.runs,
        )
        for team, people in members.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.open, one.team)))


def _key_people(known: _Known) -> tuple[KeyPerson, ...]:
    """Return those with duties that are needed and that nobody else could take."""
    alone: Counter[str] = Counter()
    duties: Counter[str] = Counter()
    for key, holders in known.holders.items():
        needed = len(holders) <= known.wanted(key)
        for person in holders:
            duties[person] += 1
            alone[person] += needed and not known.takers[key]
    ranked = sorted(alone.items(), key=lambda one: (-one[1], one[0]))
    return tuple(
        KeyPerson(person=person, alone=count, duties=duties[person])
        for person, count in ranked
        if count
    )


def _calls(scenario: Scenario, published: Schedule, post: PostRisk) -> CallList:
    """Return whom to call for a post, at noon of its eve, where its first holder is away."""
    hole = Assignment(person=post.holders[0], day=post.day, shift=post.shift, skill=post.skill)
    now = scenario.horizon.instant(post.day - 1, _NOON)
    return call_list(scenario, published, hole, now=now)
