"""Another process that prices some of the people, while this one prices the others."""

from __future__ import annotations

import pickle
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass

from rotaplan.engines.columns.counters import Floats, Ints
from rotaplan.engines.columns.graph import TooLarge
from rotaplan.engines.columns.price import Priced
from rotaplan.engines.process import END, Process, channel, send
from rotaplan.model.build import Model


@dataclass(frozen=True, eq=False)
class Opening:
    """Days that are open from now on, all others being as in a roster.

    With ``near`` all are, and rosters are near that one (see ``People.near``).
    """

    days: tuple[int, ...]
    roster: tuple[Ints, ...]
    near: float = 0.0


@dataclass(frozen=True, eq=False)
class Wanted:
    """People, what each option of each day costs them more, and how many rosters are wanted.

    ``binding`` are the kinds of limits that have bound somebody so far.
    """

    people: tuple[int, ...]
    premiums: tuple[Floats, ...]
    most: int
    binding: frozenset[Hashable]


Answer = tuple[Priced | None, int]
"""What somebody's rosters cost, and how much there was to look at for it."""


@dataclass(frozen=True, eq=False)
class Given:
    """The answers, in the order of the people, and the kinds of limits that have bound since."""

    answers: tuple[Answer, ...]
    binding: frozenset[Hashable]


class Helper:
    """The other process, as this one sees it.

    Parameters
    ----------
    model
        Of the people.

    Raises
    ------
    OSError
        Where no process can be started.
    """

    def __init__(self, model: Model) -> None:
        self._process = Process(f"{__name__}.help_out")
        self._process.send(model)
        self._opening: Opening | None = None
        self.gone = False

    def begin(self, opening: Opening | None, wanted: Wanted) -> None:
        """Have it price some people; ``opening`` is None where all days are open."""
        if opening is not self._opening:
            self._process.send(opening)
            self._opening = opening
        self._process.send(wanted)

    def answer(self) -> Given | None:
        """Wait for what was wanted last; None where the process has ended, for want of room."""
        answer = None if self.gone else self._process.inbox.get()
        self.gone = self.gone or answer is END
        return None if self.gone else answer

    def end(self) -> None:
        """End the process."""
        self.gone = True
        self._process.end()


def help_out() -> None:
    """Price people, in the other process, until there is no one to do it for."""
    from rotaplan.engines.columns.people import People  # it knows this module

    source, to = channel()
    # What is too large is so for whoever asked too, who says so.
    with suppress(EOFError, OSError, TooLarge):
        everybody = people = People(pickle.load(source))
        while True:
            message = pickle.load(source)
            if isinstance(message, Wanted):
                send(to, people.give(message))
            elif message is None:
                people = everybody
            elif message.near:
                people = everybody.near(message.roster, message.near)
            else:
                people = everybody.opened(message.days, message.roster)
