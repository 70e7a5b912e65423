"""The vocabulary in which rules say what they want of the cells.

A *cell* is one person on one day; it takes exactly one option: 0 (off) or the number of an
option of the frame (a shift, with the function filled where the post asks for functions). Days
are counted from the start of the horizon; negative days are history and already decided: an
engine reads their options from the model and never changes them. A requirement whose cells are
all decided asks nothing.

Every requirement names the rule instance it comes from (``rule``, an index into the model's
rules) and its ``grade``. A priced requirement costs ``weight * amount`` at its level, where the
amount is said in each class. The sum over the requirements of a rule instance must equal the
price that the rule's ``check`` finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

OFF = 0


@dataclass(frozen=True, slots=True)
class Grade:
    """How much a requirement matters: it must hold, or has a price at a level."""

    must: bool
    level: int = 0
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Allowed:
    """The cell takes one of ``options`` (0 among them if off is fine). Amount: ``amount``."""

    rule: int
    grade: Grade
    person: int
    day: int
    options: frozenset[int]
    amount: int = 1


@dataclass(frozen=True, slots=True)
class Clash:
    """One entry of a succession table: ``first``, then any of ``then``, costs ``amount``."""

    first: frozenset[int]
    then: frozenset[int]
    amount: int = 1


@dataclass(frozen=True, slots=True)
class Succession:
    """An option of ``first`` on ``day`` and one of ``then`` on ``day + gap`` do not go together.

    The clashes of one table never speak of the same pair of options twice; the table object is
    shared between people and days, so that engines can prepare it once. Amount: that of the
    clash that holds. 0 (off) may stand on either side.
    """

    rule: int
    grade: Grade
    person: int
    day: int
    gap: int
    table: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Runs:
    """Lengths of maximal runs of consecutive planned days whose option is one of ``options``.

    A run that touches day 0 continues the history: ``before`` days of it, the known run that
    ends on day -1 (0 where day -1 is known to be outside ``options``). ``before_open`` says that
    its beginning is not known: no history, or the run fills all of it.

    Amount, summed over the runs: days beyond ``most`` (beyond ``before`` where the history
    alone is longer), plus days missing to ``least`` for each run that is followed by a planned
    day outside it; a history run that ends before day 0 counts if ``before`` > 0. A run whose
    beginning is not known is never too short, nor is one that touches the last day, unless
    ``closed`` says that it ends there.
    """

    rule: int
    grade: Grade
    person: int
    options: frozenset[int]
    least: int = 0
    most: int | None = None
    before: int = 0
    before_open: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """A weighted sum over the cells of one person, between ``least`` and ``most``.

    ``days`` and ``values`` run in parallel: ``values[i]`` gives what each option is worth on
    ``days[i]`` (missing options are worth 0); the mappings are shared between people. ``base``
    is added to the sum. Amount: what is missing or too much, in started ``unit``.
    """

    rule: int
    grade: Grade
    person: int
    days: tuple[int, ...]
    values: tuple[Mapping[int, int], ...]
    base: int = 0
    least: int | None = None
    most: int | None = None
    unit: int = 1


@dataclass(frozen=True, slots=True)
class Groups:
    """How many groups of cells of one person hold at least one option of ``options``.

    ``groups`` are tuples of days (weekends, say). ``base`` is added. On the days that
    ``instead`` names, its options count in place of ``options`` (a Friday on which only the
    nights reach into the weekend). Amount: groups missing to ``least`` or beyond ``most``.
    """

    rule: int
    grade: Grade
    person: int
    groups: tuple[tuple[int, ...], ...]
    options: frozenset[int]
    base: int = 0
    least: int | None = None
    most: int | None = None
    instead: Mapping[int, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RestIn:
    """One rest of at least ``minutes``, with at least ``inside`` of them in a window.

    The rest is the time between the end of one duty and the start of the next; before the first
    known duty and after the last one the person is free without limit. Options of ``idle`` are
    as good as off (on call at home). The window runs from
    instant ``opens`` to ``closes``; ``first`` and ``last`` are the days whose cells can matter
    (the engine looks one day further on either side, where night work may spill over).
    Amount: 1 where there is no such rest.
    """

    rule: int
    grade: Grade
    person: int
    first: int
    last: int
    opens: int
    closes: int
    minutes: int
    inside: int
    idle: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Cover:
    """People whose cell on ``day`` is one of ``options``: at least, at most.

    ``people`` are the persons counted. Where ``given`` is not empty, ``least`` (and nothing else)
    is asked, and only if one of the people takes an option of ``given``. Amount: ``factor`` times
    the people missing to ``least``, or beyond ``most``.
    """

    rule: int
    grade: Grade
    day: int
    options: frozenset[int]
    people: tuple[int, ...]
    least: int | None = None
    most: int | None = None
    factor: int = 1
    given: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pool:
    """What several totals exceed their own allowance by, added up, is at most ``most``.

    Each member is a :class:`Total` of which ``most`` is the allowance (its grade is not read).
    With ``worst`` the largest excess counts in place of their sum. Amount: what the sum, or the
    largest, has beyond ``most``, in started ``unit``.
    """

    rule: int
    grade: Grade
    members: tuple[Total, ...]
    most: int
    unit: int = 1
    worst: bool = False


@dataclass(frozen=True, slots=True)
class Joint:
    """A weighted sum over cells of several people, between ``least`` and ``most``.

    ``cells`` (person, day) and ``values`` run in parallel: ``values[i]`` gives what each option
    is worth in ``cells[i]`` (missing options are worth 0; worths may be negative: one person's
    shift can be held against another's). A cell may be of the history. ``base`` is added.
    Amount: what is missing or too much, in started ``unit``.
    """

    rule: int
    grade: Grade
    cells: tuple[tuple[int, int], ...]
    values: tuple[Mapping[int, int], ...]
    base: int = 0
    least: int | None = None
    most: int | None = None
    unit: int = 1


@dataclass(frozen=True, slots=True)
class GroupRuns:
    """Lengths of maximal runs of consecutive groups of cells (weekends, say) of one person.

    A group belongs to a run if one of its cells holds an option of ``options``; with ``empty``,
    if none does. Groups are in order of time and each holds a planned day; the history in front
    is given as in :class:`Runs`, counted in groups. Amount: as in :class:`Runs`, a group being
    a day there.
    """

    rule: int
    grade: Grade
    person: int
    groups: tuple[tuple[int, ...], ...]
    options: frozenset[int]
    empty: bool = False
    least: int = 0
    most: int | None = None
    before: int = 0
    before_open: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that cells of one person can bring about.

    ``cells`` are pairs of a planned day and options. With ``every`` the event happens where each
    of these cells holds one of its options, otherwise where any of them does.
    """

    cells: tuple[tuple[int, frozenset[int]], ...]
    every: bool = False


@dataclass(frozen=True, slots=True)
class Occurrences:
    """How many of some events happen in the cells of one person, ``base`` added.

    Amount: events missing to ``least`` or beyond ``most``.
    """

    rule: int
    grade: Grade
    person: int
    events: tuple[Event, ...]
    base: int = 0
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Two duties that belong together: one of ``first``, and one of ``then`` so many days later.

    The person is off, or as good as off, on the days between them.
    """

    gap: int
    first: frozenset[int]
    then: frozenset[int]


@dataclass(frozen=True, slots=True)
class Stretches:
    """What duties of one person that belong together are worth, added up: at most ``most``.

    A duty goes on with the stretch of the one before it where one of ``joins`` of its day says
    so; otherwise it begins another. Options of ``idle`` are as good as off. ``values`` gives for
    each planned day what each option is worth. ``base`` is what the history brings to the stretch
    under way at its end. ``most`` is two units at least, so that no stretch would cost less as a
    part of a longer one.

    Amount, summed over the stretches that hold a planned duty: what they have beyond ``most``
    (beyond ``base``, where the history alone has more), in started ``unit``. A stretch whose
    planned days lie within one of ``excused``, first and last day, costs nothing; one that goes
    on from the history begins on day 0 in this.
    """

    rule: int
    grade: Grade
    person: int
    values: tuple[Mapping[int, int], ...]
    joins: Mapping[int, tuple[Join, ...]]
    most: int
    base: int = 0
    unit: int = 1
    excused: tuple[tuple[int, int], ...] = ()
    idle: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class StretchEnds:
    """What stretches of duties that belong together are like once they are over.

    Duties belong together as in :class:`Stretches`. A stretch is over where a duty begins another
    one; the last one is, where none of the ``joins`` of the day after the last planned one holds:
    they say to what a duty right after the plan would be tied. ``base`` is what the history
    brings to the stretch under way at its end.

    Amount, summed over the stretches that are over: what is missing to ``least``; and one for
    each that is worth more than ``most`` while one of ``near`` ties the next duty to its last.
    """

    rule: int
    grade: Grade
    person: int
    values: tuple[Mapping[int, int], ...]
    joins: Mapping[int, tuple[Join, ...]]
    base: int = 0
    least: int = 0
    most: int = 0
    near: Mapping[int, tuple[Join, ...]] = field(default_factory=dict)
    idle: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class StretchPairs:
    """No two stretches of duties on end that are both worth nothing less than 0.

    Duties belong together as in :class:`Stretches`; worths may be negative. ``base`` is what the
    history brings to the stretch under way at its end, None where it has no duty; ``before``
    says whether the stretch before that one counts.

    Amount: one for each stretch with a planned duty that counts while the one before it does.
    """

    rule: int
    grade: Grade
    person: int
    values: tuple[Mapping[int, int], ...]
    joins: Mapping[int, tuple[Join, ...]]
    base: int | None = None
    before: bool = False
    idle: frozenset[int] = frozenset()


Requirement = (
    Allowed
    | Succession
    | Runs
    | Total
    | Groups
    | RestIn
    | Cover
    | Pool
    | Joint
    | GroupRuns
    | Occurrences
    | Stretches
    | StretchEnds
    | StretchPairs
)
