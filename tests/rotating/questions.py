"""Questions and rules that tests of rotations share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rotaplan.domain.rotation import Rotation
from rotaplan.domain.rotation_question import RotationQuestion, WeekNeed
from rotaplan.domain.work import Family, Shift, Shifts, Span
from rotaplan.engines.circulation import Flow, graph_of
from rotaplan.engines.cycle import Quantity
from rotaplan.model.cycle import cycle_of
from rotaplan.rules.base import RuleBase, rule_class

HOURS = {
    "M": (360, 840, Family.MORNING),
    "S": (840, 1320, Family.AFTERNOON),
    "N": (1320, 1800, Family.NIGHT),
    "J": (540, 1020, Family.DAY),
}


def shift(code: str) -> Shift:
    start, end, family = HOURS[code]
    return Shift(code=code, label=code, spans=(Span(start=start, end=end),), family=family)


def only(*codes: str) -> Shifts:
    return Shifts(codes=frozenset(codes), text=" ".join(codes))


def made(key: str, **parameters: object) -> RuleBase:
    return rule_class(key)(row=f"{key} {parameters}", **parameters)


def asked(
    lines: int,
    needs: Mapping[str, Sequence[int] | int],
    *rules: RuleBase,
    reach_days: int = 28,
) -> RotationQuestion:
    weekly = {
        code: [held] * 7 if isinstance(held, int) else list(held) for code, held in needs.items()
    }
    return RotationQuestion(
        name="test",
        lines=lines,
        shifts=tuple(shift(code) for code in weekly),
        needs=tuple(
            WeekNeed(shift=code, weekday=weekday, least=held, target=held, most=held)
            for code, row in weekly.items()
            for weekday, held in enumerate(row)
        ),
        rules=rules,
        reach_days=reach_days,
    )


RAILWAYS = (
    made("work_run", minimum=3, maximum=6),
    made("off_run", minimum=2),
    made("forbidden_succession", shifts=only("S"), then=only("M")),
    made("forbidden_succession", shifts=only("N"), then=only("M", "S")),
    made("rest_hours", double=60 * 60),
)


def numbers(question: RotationQuestion) -> dict[str, int]:
    return {one.code: number for number, one in enumerate(question.shifts, start=1)}


def flow_of(question: RotationQuestion) -> Flow:
    cycle, number = cycle_of(question), numbers(question)
    needs = [
        Quantity(
            weekday=one.weekday,
            options=frozenset({number[one.shift]}),
            least=one.least,
            target=one.target,
            most=one.most,
        )
        for one in question.needs
    ]
    return Flow(graph_of(cycle.options, cycle.windows), question.lines, needs)


def rotation_of(question: RotationQuestion, days: Sequence[int]) -> Rotation:
    codes = ["", *(one.code for one in question.shifts)]
    return Rotation.of(question.name, [codes[option] for option in days])


def options_of(question: RotationQuestion, rotation: Rotation) -> tuple[int, ...]:
    number = {"": 0, **numbers(question)}
    return tuple(number[code] for code in rotation.days)
