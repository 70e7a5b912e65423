"""Posts of one day against the people who can hold them: too few of them, proven by matching."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from rotaplan.explanation.arithmetic.asked import Asked


def too_few(asked: Sequence[Asked]) -> tuple[tuple[Asked, ...], frozenset[int]] | None:
    """Return rows that together ask for more people than can hold any of their posts.

    Nobody may count for two of the rows. Returned beside them are all who can hold one of their
    posts (Hall's theorem: where no such rows exist, every post can be held). None where every
    post can be held.
    """
    holds: dict[int, int] = {}
    seats = [(row, seat) for row, one in enumerate(asked) for seat in range(one.least)]
    able = [sorted(one.able) for one in asked]
    for number, (row, _) in enumerate(seats):
        seen = _augment(number, row, seats, able, holds)
        if seen is not None:
            rows = {seats[one][0] for one in seen}
            people = frozenset().union(*(asked[one].able for one in rows))
            return tuple(asked[one] for one in sorted(rows)), people
    return None


def _augment(
    number: int,
    row: int,
    seats: Sequence[tuple[int, int]],
    able: Sequence[Sequence[int]],
    holds: dict[int, int],
) -> set[int] | None:
    """Give a seat to somebody, moving others; return the seats that were looked at if none can."""
    seen, queue = {number}, deque([(number, row)])
    came: dict[int, int] = {}
    while queue:
        seat, place = queue.popleft()
        for person in able[place]:
            if person in came:
                continue
            came[person] = seat
            if person not in holds:
                _seat(person, number, came, holds)
                return None
            held = holds[person]
            if held not in seen:
                seen.add(held)
                queue.append((held, seats[held][0]))
    return seen


def _seat(person: int, wanted: int, came: dict[int, int], holds: dict[int, int]) -> None:
    """Seat a free person at the end of a chain of moves that begins at the wanted seat."""
    while True:
        seat = came[person]
        leaves = next((one for one, held in holds.items() if held == seat), None)
        holds[person] = seat
        if seat == wanted or leaves is None:
            return
        del holds[leaves]
        person = leaves
