"""Where people work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rotaplan.domain.people import Person
from rotaplan.domain.report import Violation
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.model.frame import Frame
from rotaplan.model.requirements import Allowed, Requirement
from rotaplan.rules.base import Example, RuleBase, param, rule

_SHIFTS = tuple(
    Shift(code=code, site=site, spans=(Span(start=480, end=960),))
    for code, site in (("N", "nord"), ("S", "sud"), ("V", ""))
)
_NORTH = {"shifts": _SHIFTS, "people": (Person(id="A", site="nord"),)}
_ANYWHERE = {"shifts": _SHIFTS, "people": (Person(id="A"),)}
_ALL = {"N": 0, "S": 0, "V": 0}


@rule("allowed_sites", scope=("who", "shifts", "when"), level=3, weight=10, alone=True)
class AllowedSites(RuleBase):
    """People work at their own site only, and at those opened to them.

    For each person meant who has a site, each day meant and each shift named that has one: the
    two sites are the same, or the shift is among those of ``open`` (``site:Dépôt Nord``, a tag,
    a code). Shifts without a site are open to everybody, and people without one work anywhere.
    Priced per duty.
    """

    open: Shifts | None = param("value", "shifts", default=None)

    examples = (
        Example("from the north, on a shift in the south", "N S V", 1, 1, {}, _ALL, _NORTH),
        Example("no site of one's own", "N S V", 0, 0, {}, _ALL, _ANYWHERE),
        Example(
            "the south is opened",
            "N S V",
            0,
            0,
            {"open": Shifts(sites=frozenset({"sud"}))},
            _ALL,
            _NORTH,
        ),
    )

    def check(self, scenario: Scenario, schedule: Schedule) -> Iterator[Violation]:
        for person in self.people(scenario):
            if not person.site:
                continue
            for duty in schedule.timeline(person):
                shift = duty.shift
                if duty.day < 0 or not self.on(scenario, duty.day) or not self.shifts.has(shift):
                    continue
                elsewhere = shift.site not in ("", person.site)
                if elsewhere and (self.open is None or not self.open.has(shift)):
                    yield self.violation(person=person, days=(duty.day,), shift=shift.code)

    def post(self, frame: Frame, rule: int) -> Iterable[Requirement]:
        judged = frame.on(self.shifts)
        if self.open is not None:
            judged -= frame.on(self.open)
        sites = {
            number: option.shift.site
            for number, option in frame.numbered
            if number in judged and option.shift.site
        }
        for number, person in frame.people(self.who):
            away = {option for option, site in sites.items() if person.site and site != person.site}
            if away:
                for day in frame.scenario.horizon.planned:
                    if self.on(frame.scenario, day):
                        yield Allowed(rule, self.grade, number, day, frame.every - away)
