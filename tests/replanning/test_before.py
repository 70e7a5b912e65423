"""What earlier re-plans mean for the next one."""

from __future__ import annotations

from rotaplan.domain.published import PastChange, Post
from rotaplan.replanning import told_before

M, S, N = (Post(shift=code) for code in "MSN")


def change(before: Post | None, after: Post | None, at: int, *, freed: bool = False) -> PastChange:
    return PastChange(person="A", day=3, before=before, after=after, announced=at, freed=freed)


def test_the_first_change_says_what_stood_there_the_last_one_when_it_was_announced() -> None:
    told = told_before([change(None, N, 30), change(M, S, 10), change(S, None, 20, freed=True)])
    assert told == {"announced": {("A", 3): 30}, "original": {("A", 3): M}, "freed": frozenset()}


def test_what_the_incident_left_free_is_known() -> None:
    told = told_before([change(M, S, 10), change(S, None, 20, freed=True)])
    assert told["freed"] == {("A", 3)}


def test_nothing_was_announced() -> None:
    assert told_before([]) == {"announced": {}, "original": {}, "freed": frozenset()}
