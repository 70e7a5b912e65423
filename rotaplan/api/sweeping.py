"""Many variants of a question: on this machine by a pool of processes, or on a cluster."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rotaplan.api.settings import Settings, processors, versions
from rotaplan.api.solving import check, solve, without_schedule
from rotaplan.domain.scenario import Scenario
from rotaplan.result import LevelOutcome, Result

if TYPE_CHECKING:
    from rotaplan.sweeping import Store, Sweep, Task, Variant

_TRIES = 5
_CONNECT_SECONDS = 10


def sweep(
    variants: Sequence[Variant],
    settings: Settings | None = None,
    *,
    processes: int | None = None,
    cluster: str | None = None,
    cache: Path | None = None,
    store: Store | None = None,
) -> Sweep:
    """Return the table of many variants, each searched by one worker.

    With ``reproducible`` settings the table is the same wherever it is computed.

    Parameters
    ----------
    variants
        What to solve, the one to start from first; names are unique.
    settings
        Limits of each search, and seed; one worker each, whatever they say.
    processes
        Searches side by side on this machine; as many as there are processors where None.
    cluster
        Address of a dask.distributed scheduler that runs the searches instead.
    cache
        Folder in which answers are kept from sweep to sweep; none where None.
    store
        Answers kept by the caller, instead of a folder.

    Raises
    ------
    ValueError
        Where two variants have one name.
    ConnectionError
        Where no scheduler answers at that address.
    ImportError
        Where a cluster is named and dask.distributed is not installed.
    """
    from rotaplan.sweeping import Found, Store, fingerprint, swept

    twice = [name for name, count in Counter(one.name for one in variants).items() if count > 1]
    if twice:
        raise ValueError(f"two variants have the same name: {', '.join(twice)}")
    chosen = replace(settings or Settings(), workers=1)

    def run(tasks: Sequence[Task]) -> list[dict[str, Any]]:
        if cluster is not None:
            return _on_cluster(cluster, tasks, chosen)
        return _here(tasks, chosen, processes or processors())

    found = Found(
        run=run,
        key=lambda scenario, start: fingerprint(scenario, chosen, versions(), start),
        result=_judged,
    )
    return swept(variants, found, store or Store(cache))


def solve_task(task: Task, settings: Settings) -> dict[str, Any]:
    """Return the answer to one task as plain values; it runs where the work is done."""
    from rotaplan.sweeping.run import assignments_of

    start = assignments_of(task.start) if task.start else None
    result = solve(task.scenario, settings, start=start)
    schedule = result.schedule
    return {
        "status": result.status,
        "levels": [[one.level, one.cost, one.bound] for one in result.levels],
        "roster": None
        if schedule is None
        else [[one.person, one.day, one.shift, one.skill] for one in schedule.assignments],
    }


def _here(tasks: Sequence[Task], settings: Settings, processes: int) -> list[dict[str, Any]]:
    if processes == 1 or len(tasks) == 1:
        return [solve_task(task, settings) for task in tasks]
    # Started anew rather than copied: a copy of a process with threads may wait for ever.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(tasks)), mp_context=context) as pool:
        return list(pool.map(solve_task, tasks, [settings] * len(tasks)))


def _on_cluster(address: str, tasks: Sequence[Task], settings: Settings) -> list[dict[str, Any]]:
    """Run tasks on a cluster; those of a worker that is lost run again on another one."""
    from distributed import Client

    connect: Any = Client
    try:
        client = connect(address, set_as_default=False, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise ConnectionError(address) from error
    with client:
        waiting = [
            client.submit(solve_task, task, settings, key=f"rotaplan-{task.key}", retries=_TRIES)
            for task in tasks
        ]
        return list(client.gather(waiting))


def _judged(scenario: Scenario, answer: dict[str, Any]) -> Result | None:
    """Return an answer as a result, judged anew; None where it is no answer to this question."""
    from rotaplan.sweeping.run import assignments_of

    try:
        if answer["roster"] is None:
            return replace(without_schedule(scenario), status=_status(answer))
        result = check(scenario, assignments_of(answer["roster"]))
        levels = tuple(
            LevelOutcome(level=int(level), cost=int(cost), bound=int(bound))
            for level, cost, bound in answer["levels"]
        )
    except (KeyError, TypeError, ValueError):
        return None
    report = result.report
    priced = {one.level: one.cost for one in levels if one.cost}
    if report is None or dict(report.cost_by_level) != priced:
        return None
    return replace(result, status=_status(answer), levels=levels)


def _status(answer: dict[str, Any]) -> Any:
    status = answer["status"]
    if status not in ("optimal", "feasible", "infeasible", "unknown"):
        raise ValueError(status)
    return status
