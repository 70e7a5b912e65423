"""What absences would do to a roster: where posts stay open, who is missed, who would help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rotaplan.domain.scenario import Scenario
from rotaplan.replacement import CallList


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRisk:
    """One post of one day.

    Attributes
    ----------
    day, shift, skill
        Which post; the function is empty where the post asks for none.
    holders
        Staff numbers of those who hold it.
    takers
        How many people could take it.
    open
        People missing to the target, on average over the simulations, once replacements have
        come.
    """

    day: int
    shift: str
    skill: str
    holders: tuple[str, ...]
    takers: int
    open: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPerson:
    """Somebody who is missed.

    Attributes
    ----------
    person
        Staff number.
    alone
        Duties that nobody else could take.
    duties
        Duties looked at.
    """

    person: str
    alone: int
    duties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRisk:
    """One team, on average over the simulations.

    Attributes
    ----------
    team
        Its name; empty for those who are in none.
    rate
        Chance that somebody of it is away on a day.
    absences
        Absences of its people on days of work.
    open
        Posts still open that its people left; a post that people of several teams left is
        shared among them, so that the teams add up to all posts still open.
    """

    team: str
    rate: float
    absences: float
    open: float


@dataclass(frozen=True, kw_only=True)
class Robustness:
    """How a roster stands absences.

    Attributes
    ----------
    scenario
        The question.
    rates
        Chance that somebody is away on a day, by team; by an empty text for all others.
    runs, seed
        Simulations, and the seed of their random numbers.
    last_day
        Last day looked at, inclusive.
    absences, open_before, open_after
        Per simulation on average: absences on days of work, posts that they leave open, and
        posts still open once the best replacements have come.
    teams
        Every team with a duty looked at, the one that leaves most posts open first.
    posts
        Every post that was open at least once, the worst first.
    people
        Everybody with a duty that nobody else could take, most of them first.
    reserve
        By day, how often a post stayed open: what one person in reserve who can hold any of
        them would save.
    plan_b
        Whom to call for the most critical posts, in the order of ``posts``.
    """

    scenario: Scenario
    rates: Mapping[str, float]
    runs: int
    seed: int
    last_day: int
    absences: float
    open_before: float
    open_after: float
    teams: tuple[TeamRisk, ...]
    posts: tuple[PostRisk, ...]
    people: tuple[KeyPerson, ...]
    reserve: Mapping[int, float]
    plan_b: tuple[CallList, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it in a stable form; means per simulation."""
        date = self.scenario.horizon.date
        return {
            "rates": dict(self.rates),
            "runs": self.runs,
            "seed": self.seed,
            "last_date": date(self.last_day).isoformat(),
            "absences": round(self.absences, 4),
            "open_before": round(self.open_before, 4),
            "open_after": round(self.open_after, 4),
            "teams": [
                {
                    "team": one.team or None,
                    "rate": one.rate,
                    "absences": round(one.absences, 4),
                    "open": round(one.open, 4),
                }
                for one in self.teams
            ],
            "posts": [
                {
                    "date": date(one.day).isoformat(),
                    "day": one.day,
                    "shift": one.shift,
                    "skill": one.skill or None,
                    "holders": list(one.holders),
                    "takers": one.takers,
                    "open": round(one.open, 4),
                }
                for one in self.posts
            ],
            "people": [
                {"person": one.person, "alone": one.alone, "duties": one.duties}
                for one in self.people
            ],
            "reserve": [
                {"date": date(day).isoformat(), "saved": round(saved, 4)}
                for day, saved in self.reserve.items()
            ],
            "plan_b": [
                {
                    "date": date(one.hole.duty.day).isoformat(),
                    "shift": one.hole.duty.shift.code,
                    "skill": one.hole.duty.skill or None,
                    "person": one.hole.person.id,
                    "call": [
                        {"person": who.person.id, "source": who.source} for who in one.candidates
                    ],
                }
                for one in self.plan_b
            ],
        }
