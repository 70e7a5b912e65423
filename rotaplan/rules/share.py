"""How large a part of all work shifts of some kind may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Demand, Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.time import Horizon, Period, PeriodName
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Joint, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_WHOLE = 100
_NIGHTS = {"shifts": Shifts(codes=frozenset("N")), "maximum": 25}
_CALL = {
    "shifts": (
        Shift(code="D", spans=(Span(start=540, end=1020),)),
        Shift(code="N", spans=(Span(start=1320, end=1800),), family=Family.NIGHT),
        Shift(code="H", spans=(Span(start=360, end=1800),), family=Family.ON_CALL),
    ),
    "demand": tuple(Demand(shift=code) for code in "DNH"),
}


@rule(
    "shift_share",
    source="accord-cadre du 22 décembre 1998 (IDCC 1424), art. 5 à 7 et 10",
    level=4,
    weight=10,
)
class ShiftShare(RuleBase):
    """In each period, shifts of a kind are so many per cent of all duties, at most.

    Of the duties that the people meant start on the days meant, all of them together: those that
    count <= ``maximum`` per cent of all. The shifts named count; with ``span``, only those of
    which the spread, from first start to last end on the clock, is longer; with ``parts``, only
    those of so many pieces of work or more. Being on call at home is no duty. The history of the
    period is part of it; what it exceeds alone is not charged. Priced per duty too many, started
    ones counting whole.
    """

    maximum: int = param("max", "count", most=_WHOLE, sample=35)
    span: int = param("value", "duration", default=0, most=24 * 60, sample="11:00")
    parts: int = param("value", "count", default=1, least=1, most=6, sample=3)
    period: PeriodName = param("window", "period", default="horizon", sample="month")

    examples = (
        Example("two nights of five duties", "N N D D D", 1, 1, _NIGHTS),
        Example("one of four", "N D D D", 0, 0, _NIGHTS),
        Example("one of four, by two people", "N D\nD D", 0, 0, _NIGHTS),
        Example("nobody works", ". .", 0, 0, _NIGHTS),
        Example("a spread of 13 hours", "S E E", 1, 1, {"maximum": 30, "span": 660}),
        Example("a spread of 13 hours exactly", "S E E", 0, 0, {"maximum": 30, "span": 780}),
        Example("two pieces of work", "S E E", 1, 1, {"maximum": 30, "parts": 2}),
        Example("each day on its own", "N D\nD D", 1, 1, {**_NIGHTS, "period": "day"}),
        Example(
            "three nights of the history are no fault of the plan",
            "N N N | D D",
            0,
            0,
            {**_NIGHTS, "period": "year"},
        ),
        Example("on call at home is no duty", "N H H H", 1, 1, _NIGHTS, given=_CALL),
    )

    def judged(self, horizon: Horizon) -> Iterable[Period]:
        """Yield the periods."""
        return horizon.periods(self.period)

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        duties = [
            (duty.day, self._counts(duty.shift))
            for person in self.people(scenario)
            for duty in schedule.at_work(person)
            if self.on(scenario, duty.day)
        ]
        for period in scenario.horizon.periods(self.period):
            held = [(day, counts) for day, counts in duties if day in period.days]
            past = [(day, counts) for day, counts in held if day < 0]
            beyond, before = (
                _WHOLE * sum(counts for _, counts in some) - self.maximum * len(some)
                for some in (held, past)
            )
            if beyond > max(before, 0):
                yield self.violation(
                    days=period.days,
                    shift=self.shifts.text,
                    measured=-(-_WHOLE * sum(counts for _, counts in held) // len(held)),
                    limit=self.maximum,
                    amount=-((max(before, 0) - beyond) // _WHOLE),
                )

    def _counts(self, shift: Shift) -> bool:
        """Whether a shift is one of those of which there may be only so many."""
        long = not self.span or shift.end - shift.start > self.span
        return self.shifts.has(shift) and long and len(shift.spans) >= self.parts

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        work = frame.at_work(at_home=False)
        named = frame.on(self.shifts)
        worth = {
            number: (_WHOLE if counts else 0) - self.maximum
            for number, option in frame.numbered
            if number in work
            for counts in (
                number in named
                and len(option.shift.spans) >= self.parts
                and (self.span == 0 or option.shift.end > option.shift.start + self.span),
            )
        }
        people = [number for number, _ in frame.people(self.who)]
        for period in frame.scenario.horizon.periods(self.period):
            days = [day for day in period.days if self.on(frame.scenario, day)]
            past = sum(
                worth.get(frame.past(number, day), 0)
                for number in people
                for day in days
                if day < 0
            )
            cells = tuple((number, day) for number in people for day in days if day >= 0)
            if cells:
                yield Joint(
                    rule,
                    self.grade,
                    cells,
                    (worth,) * len(cells),
                    past,
                    most=max(past, 0),
                    unit=_WHOLE,
                )
