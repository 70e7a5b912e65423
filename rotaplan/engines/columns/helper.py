"""Another process that prices some of the people, while this one prices the others."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from rotaplan.engines.columns.counters import Floats
from rotaplan.engines.columns.layers import Ints
from rotaplan.engines.columns.price import Priced
from rotaplan.engines.process import END, Process, channel, send
from rotaplan.model.build import Model


@dataclass(frozen=True, eq=False)
class Opening:
    """Days that are open from now on, all others being as in a roster."""

    days: tuple[int, ...]
    roster: tuple[Ints, ...]


@dataclass(frozen=True, eq=False)
class Wanted:
    """People, what each option of each day costs them more, and how many rosters are wanted."""

    people: tuple[int, ...]
    premiums: tuple[Floats, ...]
    most: int


Answer = tuple[Priced | None, int]
"""What somebody's rosters cost, and how much there was to look at for it."""


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

    def answer(self) -> Sequence[Answer] | None:
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
    with suppress(EOFError):
        everybody = people = People(pickle.load(source))
        while True:
            message = pickle.load(source)
            if isinstance(message, Wanted):
                send(to, [people.answer(*one, message.most) for one in _each(message)])
            elif message is None:
                people = everybody
            else:
                people = everybody.opened(message.days, message.roster)


def _each(wanted: Wanted) -> Sequence[tuple[int, Floats]]:
    return list(zip(wanted.people, wanted.premiums, strict=True))
