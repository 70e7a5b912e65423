"""What is made of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rotaplan.domain.disruption import Disruption, merged
from rotaplan.domain.published import PastChange
from rotaplan.domain.scenario import Absence, Language, Pin, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The cells of the sheet Planning that hold something, each a decision of the planner.

    Attributes
    ----------
    pins
        Work, and days of rest.
    absences
        Days of leave and absence that no other sheet knows of.
    """

    pins: tuple[Pin, ...] = ()
    absences: tuple[Absence, ...] = ()

    def decided(self, scenario: Scenario) -> Scenario:
        """Return the question in which these cells stay as they are.

        They go before the days that the sheet Fixes imposes; where both say the same it is said
        once.
        """
        known = {(pin.person, pin.day, pin.shift) for pin in self.pins}
        others = (pin for pin in scenario.pins if (pin.person, pin.day, pin.shift) not in known)
        return replace(
            scenario,
            pins=(*self.pins, *others),
            absences=(*scenario.absences, *self.absences),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was made of a workbook.

    Attributes
    ----------
    scenario
        The planning question as the disruptions of the workbook leave it; None where an error
        stands in the way.
    planning
        The roster of the sheet Planning; None where there is none.
    problems
        Everything found: errors first, then warnings and notices, in the order of the cells.
    language
        Language of most headings, or as set in the workbook.
    away
        Person and day of the cells of the sheet Planning that hold a code of leave or absence.
    filled
        The cells of the sheet Planning as decisions; None where there is no such sheet.
    changes
        Cells that earlier re-plans changed, the oldest announcement first.
    disruptions
        Rows of the sheet of disruptions, in their order; a later one may replace an earlier one.
    undisturbed
        The planning question without any of them; the same where there are none.
    rates
        Chance that somebody is away on a day, 0 to 1, by team; by an empty text for all others.
    """

    scenario: Scenario | None
    planning: tuple[Assignment, ...] | None
    problems: tuple[Problem, ...]
    language: Language
    away: frozenset[tuple[str, int]] = frozenset()
    filled: Filled | None = None
    changes: tuple[PastChange, ...] = ()
    disruptions: tuple[Disruption, ...] = ()
    undisturbed: Scenario | None = None
    rates: Mapping[str, float] = field(default_factory=dict)

    @property
    def announced(self) -> int | None:
        """When people were told of changes last, in minutes since 1970 (UTC); None if never."""
        return max((one.announced for one in self.changes), default=None)

    def news(self, incident: Iterable[Disruption] = ()) -> tuple[Disruption, ...]:
        """Return the disruptions that the roster does not take into account yet.

        Parameters
        ----------
        incident
            What has happened, from elsewhere.

        Returns
        -------
        tuple
            Rows of the workbook that became known after the last announcement and are not over
            before the plan, then those of the incident that say something new.
        """
        if self.undisturbed is None:
            return tuple(incident)
        horizon, told = self.undisturbed.horizon, self.announced
        opens, closes = horizon.instant(0), horizon.instant(horizon.days)
        own = [
            one
            for one in self.disruptions
            if (told is None or one.known_since > told)
            and one.start < closes
            and (one.end is None or one.end > opens)
        ]
        known = {_saying(one) for one in merged((), self.disruptions)}
        return (*own, *(one for one in incident if _saying(one) not in known))


def _saying(one: Disruption) -> Disruption:
    """Return a row without its place, its spelling, and since when it is known."""
    return replace(one, known=None, told=(), origin=None)
