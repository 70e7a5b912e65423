"""Patterns by hand: anchors, history, ends of the plan, days alone."""

from __future__ import annotations

from rotaplan.domain.calendar import Days
from rotaplan.domain.sequences import Sequence
from rotaplan.rules.patterns import Isolated, Pattern
from tests.rules.drawn import drawn
from tests.rules.verdicts import found

FRIDAYS = Days(weekdays=frozenset({4}))


def unwanted(text: str, **more: object) -> Pattern:
    return Pattern(sequence=Sequence.of(text), **more)  # type: ignore[arg-type]


def wanted(text: str, **more: object) -> Pattern:
    return unwanted(text, wanted=True, **more)


def test_each_place_where_it_stands_is_charged() -> None:
    assert [v.days for v in found(". E . E . . E", unwanted(". E ."))] == [(0, 1, 2), (2, 3, 4)]


def test_what_lies_in_the_history_alone_is_past() -> None:
    assert not found(". E . | . .", unwanted(". E ."))
    assert [v.days for v in found(". E | . .", unwanted(". E ."))] == [(-2, -1, 0)]


def test_beyond_the_end_nothing_is_known() -> None:
    assert not found("D D . E", unwanted(". E ."))


def test_the_anchor_is_the_first_day() -> None:
    """Monday is day 0, Friday day 4."""
    assert not found("N N . . . N N", unwanted("N N", when=FRIDAYS))
    assert len(found(". . . . N N .", unwanted("N N", when=FRIDAYS))) == 1


def test_a_wanted_sequence_is_asked_once_begun() -> None:
    (only,) = found("D N D . E", wanted("N . ."))
    assert (only.days, only.amount, only.measured, only.limit) == ((2,), 1, 2, 3)
    assert not found("D D D . E", wanted("N . ."))
    assert not found("D D D D N", wanted("N . ."))


def test_a_wanted_sequence_begun_in_the_history() -> None:
    (only,) = found("N E | E .", wanted("N . ."))
    assert (only.days, only.amount) == ((0,), 1)


def test_days_alone() -> None:
    roster = "D . D D . . D . ."
    assert [v.days for v in found(roster, Isolated())] == [(1,), (6,)]
    assert [v.days for v in found(roster, Isolated(which="work"))] == [(6,)]
    assert [v.days for v in found(roster, Isolated(which="off"))] == [(1,)]
    assert [v.days for v in found(roster, Isolated(when=Days(weekdays=frozenset({1}))))] == [(1,)]


def test_what_may_have_begun_before_the_known_days_is_not_verifiable() -> None:
    for rule in (unwanted(". E ."), Isolated()):
        scenario, _ = drawn("D D D", rule)
        (only,) = rule.unverifiable(scenario)
        assert (only.missing_days, only.days) == (2, (0, 1))
        scenario, _ = drawn("D D | D D D", rule)
        assert not list(rule.unverifiable(scenario))
