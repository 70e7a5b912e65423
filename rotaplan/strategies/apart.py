"""Columns in a process of their own, so that searches beside them do not wait for each other.

Python runs one thread at a time: two searches in one process would each take nearly twice as long.
The process that asks keeps the incumbent; the other one has a copy that follows it.
"""

from __future__ import annotations

import os
import pickle
import queue
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import PersonDay, Roster
from rotaplan.engines.process import END, Process, channel, send
from rotaplan.model.build import Model
from rotaplan.strategies.asked import Barrier
from rotaplan.strategies.beside import Others, by_columns
from rotaplan.strategies.incumbent import Costs, Incumbent

_LOOK = 0.05
"""Seconds between two looks at what other searches have found meanwhile."""
_PATIENCE = 3.0
"""Seconds that the other process has to end once it is told to."""


@dataclass(frozen=True)
class State:
    """Where the solve stands: the incumbent, where it changed, and what is proven."""

    roster: dict[PersonDay, int] | None
    costs: Costs
    bounds: Costs
    stopped: bool


@dataclass(frozen=True)
class Task:
    """What a process is asked; ``seconds`` are those that are left."""

    model: Model
    levels: tuple[int, ...]
    allowed: Mapping[int, int]
    seed: int
    seconds: float
    state: State


@dataclass(frozen=True)
class Answer:
    """To what the process has asked, with where the solve stands since."""

    value: Any
    state: State


@dataclass(frozen=True)
class Offered:
    """New options of some cells."""

    changes: Roster
    version: int


@dataclass(frozen=True)
class Told:
    """A proven bound."""

    bound: float


@dataclass(frozen=True)
class Asked:
    """The process asks for rosters of single people that were seen."""


@dataclass(frozen=True)
class Over:
    """The process has done what it could, or what went wrong."""

    barrier: Barrier | None
    failure: str = ""


def by_columns_apart(
    incumbent: Incumbent,
    seed: int,
    watch: Watch,
    until: float,
    bounds: Callable[[], Costs],
    told: Callable[[float], None],
    others: Others = list,
) -> Barrier | None:
    """Do what :func:`~rotaplan.strategies.beside.by_columns` does, in another process.

    Where no process can be started, it is done here.
    """
    try:
        process = Process(f"{__name__}.answer")
    except OSError:
        return by_columns(incumbent, seed, watch, until, bounds, told, others)
    served = Kept(process, incumbent, watch, bounds)
    try:
        process.send(
            Task(
                model=incumbent.model,
                levels=incumbent.levels,
                allowed=incumbent.allowed,
                seed=seed,
                seconds=until - time.monotonic(),
                state=served.state(),
            )
        )
        return served.run(told, others)
    finally:
        process.end()


class Kept:
    """The side that keeps the incumbent."""

    def __init__(
        self,
        process: Process,
        incumbent: Incumbent,
        watch: Watch,
        bounds: Callable[[], Costs],
    ) -> None:
        self._process = process
        self._incumbent, self._watch, self._bounds = incumbent, watch, bounds
        self._version = -1
        self._last: tuple[Any, ...] = ()

    def state(self) -> State:
        """Return where the solve stands, the roster only where it was not told yet."""
        self._last = self._standing()
        roster, version, costs = self._incumbent.snapshot()
        fresh = None if version == self._version else roster
        self._version = version
        return State(fresh, costs, self._bounds(), self._watch.stopped)

    def _standing(self) -> tuple[Any, ...]:
        return (self._incumbent.version, self._bounds(), self._watch.stopped)

    def run(self, told: Callable[[float], None], others: Others) -> Barrier | None:
        """Answer until the process is done, or does not end although it is told to."""
        stopped = None
        while stopped is None or time.monotonic() < stopped + _PATIENCE:
            try:
                message = self._process.inbox.get(timeout=_LOOK)
            except queue.Empty:
                message = None
            match message:
                case Offered(changes, version):
                    taken = self._incumbent.offer(changes, version)
                    self._process.send(Answer(taken, self.state()))
                case Asked():
                    self._process.send(Answer(others(), self.state()))
                case Told(bound):
                    told(bound)
                case Over(barrier, failure):
                    if failure:
                        raise RuntimeError(failure)
                    return barrier
                case _ if message is END:
                    return None  # killed, for its memory perhaps: what it found is kept
            if self._standing() != self._last:
                self._process.send(self.state())
            if self._watch.stopped and stopped is None:
                stopped = time.monotonic()
        return None


class Followed:
    """The incumbent as the other process sees it: it follows the one that is kept."""

    def __init__(self, task: Task, to: IO[bytes]) -> None:
        self.model, self.levels, self.allowed = task.model, task.levels, task.allowed
        self.watch = Watch()
        self._to = to
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._roster: dict[PersonDay, int] = {}
        self.costs: Costs = ()
        self._bounds: Costs = ()
        self._follow(task.state)

    def snapshot(self) -> tuple[dict[PersonDay, int], int, Costs]:
        """Return the roster, its version, which is not known here, and its prices."""
        return dict(self._roster), -1, self.costs

    def offer(self, changes: Roster, version: int) -> bool:
        """Offer new options of some cells; tell whether they were taken."""
        return bool(self._ask(Offered(changes, version)))

    def bounds(self) -> Costs:
        """Return what is proven."""
        return self._bounds

    def told(self, bound: float) -> None:
        """Hand a proven bound on."""
        self.send(Told(bound))

    def others(self) -> list[Any]:
        """Return rosters of single people that others have seen."""
        return list(self._ask(Asked()))

    def listen(self, stream: IO[bytes]) -> None:
        """Follow what is told, until the other side ends."""
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                message = pickle.load(stream)
                self._follow(message.state if isinstance(message, Answer) else message)
                if isinstance(message, Answer):
                    self._answers.put(message.value)

    def _follow(self, state: State) -> None:
        if state.roster is not None:
            self._roster = state.roster
        self.costs, self._bounds = state.costs, state.bounds
        if state.stopped:
            self.watch.stop()

    def _ask(self, message: object) -> Any:
        self.send(message)
        return self._answers.get()

    def send(self, message: object) -> None:
        """Send something to whoever asked."""
        send(self._to, message)


def answer() -> None:
    """Do the task that stands at the beginning of the standard input."""
    source, to = channel()
    task: Task = pickle.load(source)
    until = time.monotonic() + task.seconds
    here = Followed(task, to)

    def listen() -> None:
        here.listen(source)
        os._exit(0)  # whoever asked is gone

    threading.Thread(target=listen, daemon=True).start()
    try:
        barrier = by_columns(
            here, task.seed, here.watch, until, here.bounds, here.told, here.others
        )
        here.send(Over(barrier))
    except BaseException:
        here.send(Over(None, traceback.format_exc()))
