"""Which duties no rest divides from each other, for requirements that add up work between rests."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from rotaplan.domain.presence import longest_free
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Join

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Ties:
    """What belongs together between two rests, for the requirements of one rule row.

    Attributes
    ----------
    frame
        The cells.
    work
        The options that are duties; all others are rest.
    rest
        How many minutes between two duties divide them; None where a day off does.

    Notes
    -----
    Absences are given as instants; time within them is no rest. People share what they do not
    touch: most of the tables are made once.
    """

    frame: Frame
    work: frozenset[int]
    rest: int | None
    _known: dict[tuple[int, int, Spans], tuple[Join, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _edges: dict[tuple[int, bool], list[tuple[int, list[int]]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def joins(self, away: Spans) -> Mapping[int, tuple[Join, ...]]:
        """Return by planned day which duties go on with an earlier one."""
        return {day: tuple(self._on(day, away)) for day in self.frame.scenario.horizon.planned}

    def closing(self, away: Spans) -> tuple[Join, ...]:
        """Return to what a duty that begins right after the plan would be tied."""
        horizon = self.frame.scenario.horizon
        found = []
        for gap in range(1, horizon.days + horizon.history_days + 1):
            day = horizon.days - gap
            tied = frozenset(
                option for option in self.work if not self._divided((day, option), None, away)
            )
            if not tied and gap > self.frame.longest_reach + 1:
                break
            if tied:
                found.append(Join(gap, tied, frozenset()))
        return tuple(found)

    def _on(self, day: int, away: Spans) -> Iterator[Join]:
        silent = 0
        for gap in range(1, day + self.frame.scenario.horizon.history_days + 1):
            found = self._across(day, gap, away)
            yield from found
            silent = 0 if found else silent + 1
            # Past a gap that no work reaches across, and that is long enough, all others are.
            if silent > self.frame.longest_reach + 1:
                return

    def _across(self, day: int, gap: int, away: Spans) -> tuple[Join, ...]:
        """Return the duties of a day tied to one so many days before, off between."""
        instant = self.frame.scenario.horizon.instant
        opens, closes = instant(day - gap), instant(day + 1)
        near = tuple(span for span in away if span[0] < closes and span[1] > opens)
        key = (day, gap, near)
        if key not in self._known:
            self._known[key] = tuple(self._tied(day, gap, near))
        return self._known[key]

    def _tied(self, day: int, gap: int, away: Spans) -> Iterator[Join]:
        if self.rest is None:
            instant = self.frame.scenario.horizon.instant
            if not longest_free(instant(day - gap + 1), instant(day), away):
                yield Join(gap, self.work, self.work)
            return
        starts = self._by(day, begins=True)
        times = [start for start, _ in starts]
        found: dict[int, list[int]] = {}
        for end, first in self._by(day - gap, begins=False):
            # The later a duty starts, the longer is the rest before it.
            tied = bisect_left(times, self.rest, key=_rest_after(end, away))
            found.setdefault(tied, []).extend(first)
        for tied, firsts in found.items():
            if tied:
                then = frozenset(option for _, options in starts[:tied] for option in options)
                yield Join(gap, frozenset(firsts), then)

    def _by(self, day: int, *, begins: bool) -> list[tuple[int, list[int]]]:
        """Return when duties of a day begin, or end, with the options that do, in order."""
        key = (day, begins)
        if key not in self._edges:
            found: dict[int, list[int]] = {}
            for option in sorted(self.work):
                start, end = self.frame.span(option, day)
                found.setdefault(start if begins else end, []).append(option)
            self._edges[key] = sorted(found.items())
        return self._edges[key]

    def under_way(self, person: int, away: Spans, worths: Mapping[int, Mapping[int, int]]) -> int:
        """Return what a person's history brings to what is under way at its end."""
        return next(reversed([0, *self.known(person, away, worths)]))

    def known(
        self, person: int, away: Spans, worths: Mapping[int, Mapping[int, int]]
    ) -> Iterator[int]:
        """Yield what each stretch of a person's history is worth, the one under way last."""
        frame = self.frame
        held, before = 0, None
        for day in range(-frame.scenario.horizon.history_days, 0):
            option = frame.past(person, day)
            if option not in self.work:
                continue
            if before is not None and self._divided(before, (day, option), away):
                yield held
                held = 0
            held += worths[day][option]
            before = (day, option)
        if before is not None:
            yield held

    def _divided(self, before: tuple[int, int], then: tuple[int, int] | None, away: Spans) -> bool:
        """Whether a rest lies between two duties, each a day and an option.

        Without a second one, between the first and the end of the plan.
        """
        horizon = self.frame.scenario.horizon
        if self.rest is None:
            closes = horizon.instant(horizon.days if then is None else then[0])
            return longest_free(horizon.instant(before[0] + 1), closes, away) > 0
        end = self.frame.span(before[1], before[0])[1]
        closes = (
            horizon.instant(horizon.days) if then is None else self.frame.span(then[1], then[0])[0]
        )
        return longest_free(end, closes, away) >= self.rest


def _rest_after(end: int, away: Spans) -> Callable[[int], int]:
    """Return what tells how long a rest is that begins at an instant, by when it ends."""
    return lambda start: longest_free(end, start, away)
