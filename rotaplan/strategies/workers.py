"""Several workers at once, each in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable

from rotaplan.engines.cpsat import Watch


def side_by_side(workers: int, work: Callable[[int], object], asked: Watch, watch: Watch) -> None:
    """Have some workers do their work; interrupted, stop them and keep what they have.

    Parameters
    ----------
    workers
        How many.
    work
        Of a worker, by its number from 0.
    asked
        Stopped where the planner interrupts.
    watch
        Of the workers: stopped, so that the others end too, where one fails; what it raised is
        raised here.
    """
    failures: list[BaseException] = []

    def guarded(number: int, over: threading.Event) -> None:
        try:
            work(number)
        except BaseException as failure:
            failures.append(failure)
            watch.stop()
        finally:
            over.set()
            watch.searching.set()

    events = [threading.Event() for _ in range(workers)]
    for number, over in enumerate(events):
        threading.Thread(target=guarded, args=(number, over), daemon=True).start()
    for over in events:
        while not over.is_set():
            try:
                over.wait(0.2)
            except KeyboardInterrupt:
                asked.stop()
    if failures:
        raise failures[0]
