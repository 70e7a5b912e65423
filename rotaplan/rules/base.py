"""What every rule has: parameters, scope, grade, prose, examples, ``check`` and ``post``.

A rule is one class in one file. ``check`` is its meaning, in plain Python over a finished
schedule; ``post`` says the same to the engines as Requirements. The two share facts (from
``rotaplan.domain``), never logic: a test reads the syntax tree and enforces it, and another pins
random schedules and demands that both agree.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from importlib.metadata import entry_points
from typing import Any, ClassVar, Literal, TypeVar, dataclass_transform

from rotaplan.domain.calendar import EVERY_DAY, Days
from rotaplan.domain.people import EVERYBODY, People, Person
from rotaplan.domain.report import Unverifiable, Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period
from rotaplan.domain.work import ALL_WORK, Shifts
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Grade, Requirement
from rotaplan.problem import Cell

ParamKind = Literal[
    "count",
    "duration",
    "days",
    "period",
    "window",
    "shifts",
    "people",
    "skill",
    "sequence",
    "flag",
    "word",
]
Column = Literal["min", "max", "window", "value"]
Common = Literal["who", "shifts", "when"]
LEVELS = {
    1: "safety",
    2: "vital_cover",
    3: "commitments",
    4: "cover",
    5: "fairness",
    6: "wishes",
    7: "cost",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """What a parameter means, which column holds it and which values it takes.

    Attributes
    ----------
    column
        Column of the rules sheet; ``value`` for a named parameter ``name=...`` there, the name
        being that of the field (or its heading in either language).
    kind
        ``count`` (a whole number), ``duration`` (in minutes; written 11:00, 11h, 11), ``days``
        (a whole number of days), ``period`` (day, week, fortnight, month, year, horizon),
        ``window`` (a number of consecutive days: 7, 7 j, 12 semaines), ``shifts`` (a choice of
        shifts), ``people`` (a choice of people), ``skill`` (the code of one), ``sequence``
        (what stands on consecutive days: a :class:`~rotaplan.domain.sequences.Sequence`),
        ``flag`` (yes or no), ``word`` (one of ``choices``).
    least, most
        Bounds, inclusive, in the unit of the kind; of a sequence, its number of days.
    sample
        A sensible value, used in templates.
    choices
        For ``word``.
    """

    column: Column
    kind: ParamKind
    least: int = 0
    most: int = 10**6
    sample: object = None
    choices: tuple[str, ...] = ()


def param(
    column: Column,
    kind: ParamKind,
    *,
    default: Any = ...,
    least: int = 0,
    most: int = 10**6,
    sample: object = None,
    choices: tuple[str, ...] = (),
) -> Any:
    """Declare a parameter of a rule; without ``default`` the planner must give it."""
    meta = {
        "param": Param(
            column=column, kind=kind, least=least, most=most, sample=sample, choices=choices
        )
    }
    if default is ...:
        return field(metadata=meta)
    return field(default=default, metadata=meta)


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example, tested as it stands.

    Attributes
    ----------
    title
        What it shows.
    roster
        One line per person, ``|`` between history and plan, a code or ``.`` per day (``E/LIC``
        on E in the function LIC; ``E+L`` two duties on one day). The test
        harness knows the shifts E (early 06:00-14:00), D (day 09:00-17:00), L (late
        14:00-22:00), N (night 22:00-06:00) and S (split 06:30-09:30, 15:30-19:30); day 0 is a
        Monday; people are A, B, C...
    breaks
        How many violations are expected.
    amount
        Their amounts added up, where that says more; None to leave it out.
    params
        Parameters of the rule in this example.
    needs
        Needs as ``code: people`` on every day, where the rule speaks of cover.
    given
        Further attributes of the scenario: people, pins, absences, wishes, demand...
    """

    title: str
    roster: str
    breaks: int
    amount: int | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    needs: Mapping[str, int] = field(default_factory=dict)
    given: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RuleBase:
    """One row of the rules sheet.

    Attributes
    ----------
    who, shifts, when
        Scope: people, shifts and days meant. Only the ones in ``scope`` are offered.
    must
        Whether it must hold; otherwise it has a price.
    level, weight
        Level (1 to 7) and price of one unit.
    row
        Where it was written, such as ``Règles!A7``; its key for a basic rule.
    reference, note
        As written.
    origin
        Cell of the row.
    """

    who: People = EVERYBODY
    shifts: Shifts = ALL_WORK
    when: Days = EVERY_DAY
    must: bool = True
    level: int = 4
    weight: int = 1
    row: str = ""
    reference: str = ""
    note: str = ""
    origin: Cell | None = None

    key: ClassVar[str] = ""
    source: ClassVar[str] = ""
    scope: ClassVar[tuple[Common, ...]] = ("who", "shifts", "when")
    basic: ClassVar[bool] = False
    default_must: ClassVar[bool] = True
    default_level: ClassVar[int] = 4
    default_weight: ClassVar[int] = 1
    derogable: ClassVar[bool] = False
    alone: ClassVar[bool] = False
    decides: ClassVar[bool] = False
    counted: ClassVar[frozenset[str]] = frozenset()
    """Aspects of a rule on time whose figures are plain numbers."""
    timed: ClassVar[bool] = False
    """Whether it measures minutes though none of its bounds is a duration."""
    shared: ClassVar[bool] = False
    """Whether what it asks of a person depends on who else is meant: a share of the whole."""
    examples: ClassVar[tuple[Example, ...]] = ()

    # Said once for all rules: a dataclass writes these anew for each, which takes time.

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((self.key, self.row, self.must, self.level, self.weight))

    def __repr__(self) -> str:
        given = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{type(self).__name__}({given})"

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        """Yield what a schedule breaks: this is the meaning of the rule."""
        raise TypeError(f"{type(self).__name__} has no check")

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        """Yield the same as requirements of the cells."""
        raise TypeError(f"{type(self).__name__} has no post")

    @property
    def grade(self) -> Grade:
        """The grade of this row, for its requirements."""
        return Grade(True) if self.must else Grade(False, self.level, self.weight)

    def violation(
        self,
        *,
        person: Person | None = None,
        days: Iterable[int] = (),
        shift: str = "",
        skill: str = "",
        measured: int = 0,
        limit: int = 0,
        aspect: str = "",
        amount: int = 1,
    ) -> Violation:
        """Return a violation of this row."""
        return Violation(
            rule=self.key,
            row=self.row or self.key,
            person=person.id if person else "",
            days=tuple(sorted(set(days))),
            shift=shift,
            skill=skill,
            measured=measured,
            limit=limit,
            aspect=aspect,
            amount=amount,
            must=self.must,
            level=0 if self.must else self.level,
            weight=0 if self.must else self.weight,
            reference=self.reference,
        )

    def people(self, scenario: Scenario) -> Iterator[Person]:
        """Yield the people meant, in the order of the scenario."""
        return (person for person in scenario.people if self.who.has(person))

    def bound(self, frame: Frame, days: Iterable[int]) -> Iterator[tuple[int, Person]]:
        """Yield (number, person) of the people meant whom no recorded exception frees.

        Parameters
        ----------
        frame
            The cells.
        days
            What a breach would concern: the days that ``check`` names in its violation.
        """
        spoken = tuple(days)
        for number, person in frame.people(self.who):
            if frame.scenario.derogation(self, person.id, spoken) is None:
                yield number, person

    def excused(self, scenario: Scenario, person: Person) -> tuple[tuple[int, int], ...]:
        """Return first and last planned day of each recorded exception of a person.

        For requirements that speak of all days at once; others ask :meth:`bound`.
        """
        if not self.must:
            return ()
        return tuple(
            (max(one.first, 0), one.last)
            for one in scenario.derogations
            if one.last >= 0 and one.covers(self.key, self.row or self.key, person.id, (one.last,))
        )

    @property
    def counts_plan(self) -> bool:
        """Whether it counts over the whole plan, however long that is."""
        return False

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the stretches of days on each of which the rule passes judgement.

        Only rules that look back before the horizon name any: what depends on the planned days
        alone can always be verified.
        """
        return ()

    def unverifiable(self, scenario: Scenario) -> Iterator[Unverifiable]:
        """Yield what cannot be judged, as it depends on days that are not known.

        One entry stands for everybody whose past is known as far back as the history goes;
        people without any history where others have one have entries of their own. Somebody who
        was not under contract before the known days has no unknown past.
        """
        horizon = scenario.horizon
        whole = replace(horizon, history_days=_PAST_DAYS)
        spans = [(one.first, one.days) for one in self.judged(whole) if one.last >= 0]
        if not spans:
            return
        meant = [
            person
            for person in self.people(scenario)
            if person.contract_to is None or person.contract_to >= horizon.start
        ]
        found: dict[str, tuple[tuple[int, ...], int]] = {}
        for person in meant:
            apart = person.id in scenario.without_history
            known = 0 if apart else horizon.history_days
            began = person.contract_from
            cut = [(first, days) for first, days in spans if first < -known]
            if cut and (began is None or began < horizon.date(-known)):
                ahead = tuple(sorted({day for _, span in cut for day in span if day >= 0}))
                missing = max(-first - known for first, _ in cut)
                found[person.id if apart else ""] = (ahead, missing)
        for one, (days, missing) in sorted(found.items()):
            yield Unverifiable(
                rule=self.key,
                row=self.row or self.key,
                person=one,
                days=days,
                missing_days=missing,
                reference=self.reference,
            )

    def on(self, scenario: Scenario, day: int) -> bool:
        """Whether a day (planned or past) is meant."""
        return self.when.has(scenario.horizon.date(day), scenario.calendar)


_PAST_DAYS = 800
"""More days than any rule looks back: two years and some."""
_FOUND: dict[str, type[RuleBase]] = {}
R = TypeVar("R", bound=RuleBase)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field, param))
def rule(
    key: str,
    *,
    source: str = "",
    scope: tuple[Common, ...] = ("who", "shifts", "when"),
    basic: bool = False,
    must: bool = True,
    level: int = 4,
    weight: int = 1,
    derogable: bool = False,
    alone: bool = False,
    decides: bool = False,
) -> Any:
    """Register a rule class under its key.

    Parameters
    ----------
    key
        Stable key, from the vocabulary of the field.
    source
        Article or publication that it comes from.
    scope
        Which of the columns who, shifts and when it reads.
    basic
        Whether it is always on: where the rules sheet has no row for it, one with its default
        values is added.
    must, level, weight
        Grade where the planner gives none.
    derogable
        Whether a recorded exception can free one person of it for some days: ``post`` then asks
        nothing of those whom :meth:`RuleBase.bound` leaves out.
    alone
        Whether what it finds of each person depends on that person's own duties alone, so that
        changes of several people can be judged in one go. Never so where it counts people.
    decides
        Whether what it asks of single cells has been decided by somebody and stays, even where
        it breaks another rule that must hold: the roster is made around it, and says so.
    """

    def register(cls: type[R]) -> type[R]:
        # Read now: a dataclass makes up a docstring where there is none.
        prose = cls.__doc__
        made = dataclass(frozen=True, kw_only=True, eq=False, repr=False)(cls)
        made.key, made.source, made.scope, made.basic = key, source, scope, basic
        made.default_must, made.default_level, made.default_weight = must, level, weight
        made.derogable, made.alone, made.decides = derogable, alone, decides
        missing = [name for name in ("check", "post") if name not in vars(cls)]
        if not (prose or "").strip():
            missing.append("docstring")
        if missing:
            raise TypeError(f"rule {key}: missing {', '.join(missing)}")
        if not any(e.breaks for e in made.examples) or all(e.breaks for e in made.examples):
            raise TypeError(f"rule {key}: needs one breaking and one clean example")
        other = _FOUND.get(key, made)
        if (other.__module__, other.__qualname__) != (made.__module__, made.__qualname__):
            raise TypeError(f"rule {key}: in {made.__module__} and {other.__module__}")
        _FOUND[key] = made
        return made

    return register


def params_of(cls: type[RuleBase]) -> Mapping[str, Param]:
    """Return the parameters of a rule class by field name, in order."""
    return {f.name: f.metadata["param"] for f in fields(cls) if "param" in f.metadata}


@cache
def _discover() -> None:
    """Import every module of this package, then those of the entry-point group."""
    package = importlib.import_module("rotaplan.rules")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        if not module.name.startswith("_") and module.name != "base":
            importlib.import_module(f"rotaplan.rules.{module.name}")
    for entry in sorted(entry_points(group="rotaplan.rules"), key=lambda e: e.name):
        entry.load()


def all_rules() -> Mapping[str, type[RuleBase]]:
    """Return every rule class by key, in order of key."""
    _discover()
    return dict(sorted(_FOUND.items()))


def rule_class(key: str) -> type[RuleBase]:
    """Return the class of a key; raises KeyError where there is none."""
    _discover()
    return _FOUND[key]


def find_rule(key: str) -> type[RuleBase] | None:
    """Return the class of a key; None where there is none."""
    _discover()
    return _FOUND.get(key)


def basic_rules(given: Iterable[RuleBase]) -> tuple[RuleBase, ...]:
    """Return default instances of the basic rules that ``given`` does not set itself.

    Parameters
    ----------
    given
        Rule instances read from the rules sheet, switched-off ones included.
    """
    keys = {one.key for one in given}
    return tuple(
        cls(
            must=cls.default_must,
            level=cls.default_level,
            weight=cls.default_weight,
            row=key,
        )
        for key, cls in all_rules().items()
        if cls.basic and key not in keys
    )
