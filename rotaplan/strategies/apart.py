"""Columns in a process of their own, so that searches beside them do not wait for each other.

Python runs one thread at a time: two searches in one process would each take nearly twice as long.
The process that asks keeps the incumbent; the other one has a copy that follows it.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from rotaplan.engines.cpsat import Watch
from rotaplan.engines.part import PersonDay, Roster
from rotaplan.model.build import Model
from rotaplan.strategies.asked import Barrier
from rotaplan.strategies.beside import Others, by_columns
from rotaplan.strategies.incumbent import Costs, Incumbent

_LOOK = 0.05
"""Seconds between two looks at what other searches have found meanwhile."""
_PATIENCE = 3.0
"""Seconds that the other process has to end once it is told to."""
_COMMAND = "from rotaplan.strategies.apart import answer; answer()"
_END = object()


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
    turn: tuple[int, int]
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
    turn: tuple[int, int] = (0, 1),
) -> Barrier | None:
    """Do what :func:`~rotaplan.strategies.beside.by_columns` does, in another process.

    Where no process can be started, it is done here.
    """
    try:
        process = _start()
    except OSError:
        return by_columns(incumbent, seed, watch, until, bounds, told, others, turn)
    served = Kept(process, incumbent, watch, bounds)
    try:
        served.send(
            Task(
                model=incumbent.model,
                levels=incumbent.levels,
                allowed=incumbent.allowed,
                seed=seed,
                seconds=until - time.monotonic(),
                turn=turn,
                state=served.state(),
            )
        )
        return served.run(told, others)
    finally:
        served.end()


def _start() -> subprocess.Popen[bytes]:
    """Start a process that finds this package where this one has it."""
    places = os.pathsep.join(place or os.getcwd() for place in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _COMMAND],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": places},
    )


class Kept:
    """The side that keeps the incumbent."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        incumbent: Incumbent,
        watch: Watch,
        bounds: Callable[[], Costs],
    ) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._to = process, process.stdin
        self._incumbent, self._watch, self._bounds = incumbent, watch, bounds
        self._version = -1
        self._last: tuple[Any, ...] = ()
        self._inbox = _listen(process.stdout)

    def state(self) -> State:
        """Return where the solve stands, the roster only where it was not told yet."""
        self._last = self._standing()
        roster, version, costs = self._incumbent.snapshot()
        fresh = None if version == self._version else roster
        self._version = version
        return State(fresh, costs, self._bounds(), self._watch.stopped)

    def _standing(self) -> tuple[Any, ...]:
        return (self._incumbent.version, self._bounds(), self._watch.stopped)

    def send(self, message: object) -> None:
        """Send something, unless the process has ended meanwhile."""
        with suppress(OSError):
            pickle.dump(message, self._to, pickle.HIGHEST_PROTOCOL)
            self._to.flush()

    def run(self, told: Callable[[float], None], others: Others) -> Barrier | None:
        """Answer until the process is done, or does not end although it is told to."""
        stopped = None
        while stopped is None or time.monotonic() < stopped + _PATIENCE:
            try:
                message = self._inbox.get(timeout=_LOOK)
            except queue.Empty:
                message = None
            match message:
                case Offered(changes, version):
                    taken = self._incumbent.offer(changes, version)
                    self.send(Answer(taken, self.state()))
                case Asked():
                    self.send(Answer(others(), self.state()))
                case Told(bound):
                    told(bound)
                case Over(barrier, failure):
                    if failure:
                        raise RuntimeError(failure)
                    return barrier
                case _ if message is _END:
                    return None  # killed, for its memory perhaps: what it found is kept
            if self._standing() != self._last:
                self.send(self.state())
            if self._watch.stopped and stopped is None:
                stopped = time.monotonic()
        return None

    def end(self) -> None:
        """Have the process end at once: nobody waits for it any more."""
        self._process.kill()
        with suppress(OSError):
            self._to.close()
        self._process.wait()


def _listen(stream: IO[bytes]) -> queue.SimpleQueue[Any]:
    """Return a queue of the messages of a stream, with a mark at its end."""
    inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def listen() -> None:
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                inbox.put(pickle.load(stream))
        inbox.put(_END)

    threading.Thread(target=listen, daemon=True).start()
    return inbox


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
        pickle.dump(message, self._to, pickle.HIGHEST_PROTOCOL)
        self._to.flush()


def answer() -> None:
    """Do the task that stands at the beginning of the standard input."""
    # Whoever interrupts the solve means the process that asked, which then tells.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints must not stand between the messages.
    to = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    task: Task = pickle.load(sys.stdin.buffer)
    until = time.monotonic() + task.seconds
    here = Followed(task, to)

    def listen() -> None:
        here.listen(sys.stdin.buffer)
        os._exit(0)  # whoever asked is gone

    threading.Thread(target=listen, daemon=True).start()
    try:
        barrier = by_columns(
            here, task.seed, here.watch, until, here.bounds, here.told, here.others, task.turn
        )
        here.send(Over(barrier))
    except BaseException:
        here.send(Over(None, traceback.format_exc()))
