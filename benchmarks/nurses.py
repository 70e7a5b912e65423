"""Measure the nurse rostering competitions: ``python -m benchmarks.nurses`` writes nurses.md.

Every instance is solved in a process of its own, and every roster priced again by an evaluator
that shares no code with rotaplan. Each run is kept in a file as soon as it is over, with what it
was asked and the sources that it ran on: what is there already is not run again. Best known costs
are compared with after the solve; nothing of it sees them.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import get_args

from benchmarks.run import machine
from rotaplan.api import Settings, solve
from rotaplan.domain.schedule import Assignment
from rotaplan.formats import inrc1, inrc2
from rotaplan.sheets import read_workbook
from rotaplan.strategies.asked import Progress, Strategy
from tests.formats import evaluate_inrc1, evaluate_inrc2

HERE = Path(__file__).resolve().parent
FIRST = ("sprint", "sprint_late", "medium", "medium_late", "long", "long_late")
SECOND = "four weeks"
WEEKS = {
    **dict.fromkeys(("n030w4_1_6-2-9-1", "n030w4_1_6-7-5-3"), (1755, 1935)),
    **dict.fromkeys(("n040w4_0_2-0-6-1", "n040w4_2_6-1-0-6"), (1730, 1880)),
    **dict.fromkeys(("n050w4_0_0-4-8-7", "n050w4_0_7-2-7-2"), (1480, 1490)),
    **dict.fromkeys(("n060w4_1_6-1-1-5", "n060w4_1_9-6-3-8"), (2815, 2950)),
    **dict.fromkeys(("n080w4_2_4-3-3-3", "n080w4_2_6-0-4-8"), (3535, 3570)),
    **dict.fromkeys(("n100w4_0_1-1-0-8", "n100w4_2_0-6-4-6"), (1445, 2100)),
    **dict.fromkeys(("n120w4_1_4-6-2-6", "n120w4_1_5-6-9-8"), (2435, 2485)),
}
"""The best of the competition, week after week; which of a pair has which is not published."""
QUICK = 10.0
"""Seconds within which most of the smallest instances should be at the best known cost."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a run is asked.

    Attributes
    ----------
    name
        Of the instance.
    seconds, seed, workers, strategy
        As of ``rotaplan solve``.
    sources
        What stands for the sources of rotaplan in its repository; empty outside of one.
    """

    name: str
    seconds: float
    seed: int
    workers: int
    strategy: Strategy
    sources: str


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What came of a run.

    Attributes
    ----------
    status
        What is proven.
    cost, bound
        Of the competition's soft constraints, by rotaplan; None, as all prices, without a roster.
    opinion, broken
        The same cost, and hard constraints broken, by the evaluator.
    best_seconds, seconds
        Until the last improvement, and in all.
    processor
        Seconds of the processor, on all workers.
    megabytes
        Peak memory.
    """

    status: str
    cost: int | None
    bound: int | None
    opinion: int | None
    broken: int
    best_seconds: float | None
    seconds: float
    processor: float
    megabytes: int


def main() -> None:
    """Run what is asked for and not there yet, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"instances, or sets: {', '.join(sets())}")
    parser.add_argument("--time-limit", type=float, help="seconds for each, not those of its set")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strategy", choices=get_args(Strategy), default="auto")
    parser.add_argument("--runs", type=Path, default=HERE / "nurses.jsonl", help="where runs stay")
    parser.add_argument("--output", type=Path, default=HERE / "nurses.md")
    given = parser.parse_args()
    runs, sources = _kept(given.runs), _sources()
    for name in _chosen(given.names or ["sprint", "sprint_late"]):
        asked = Asked(
            name=name,
            seconds=given.time_limit or (60.0 if name.startswith("sprint") else 600.0),
            seed=given.seed,
            workers=given.workers,
            strategy=given.strategy,
            sources=sources,
        )
        if asked not in runs:
            runs[asked] = measure(asked)
            _keep(given.runs, asked, runs[asked])
        print(_row(asked, runs[asked]), flush=True)
    alike = {
        asked: run
        for asked, run in runs.items()
        if (asked.seed, asked.workers, asked.strategy, asked.sources)
        == (given.seed, given.workers, given.strategy, sources)
    }
    lines = _page(alike, given.workers, given.seed)
    given.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"-> {given.output}")


def sets() -> dict[str, list[str]]:
    """Return the instances of each set."""
    return {one: [n for n in _best() if n[:-2] == one] for one in FIRST} | {SECOND: list(WEEKS)}


@cache
def _best() -> dict[str, int]:
    """Return the best known costs of the first competition."""
    lines = (evaluate_inrc1.FOLDER / "best_known_wssuite.csv").read_text("utf-8").splitlines()
    return {one["instance"]: int(one["best_known_ub"]) for one in csv.DictReader(lines)}


def _chosen(names: Sequence[str]) -> list[str]:
    return [one for name in names for one in sets().get(name, [name])]


def _sources() -> str:
    """Return what git calls the committed sources of rotaplan; nothing is run on others."""
    if _git("status", "--porcelain", "rotaplan"):
        raise SystemExit("rotaplan/ has changes that are not committed")
    return _git("rev-parse", "HEAD:rotaplan")[:12]


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=HERE.parent, capture_output=True, text=True)
    return done.stdout.strip()


def _kept(path: Path) -> dict[Asked, Answered]:
    """Return the runs of a file."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    both = [json.loads(line) for line in lines]
    return {Asked(**one["asked"]): Answered(**one["answered"]) for one in both}


def _keep(path: Path, asked: Asked, answered: Answered) -> None:
    line = json.dumps({"asked": asdict(asked), "answered": asdict(answered)})
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def measure(asked: Asked) -> Answered:
    """Solve an instance in a process of its own."""
    spawn = get_context("spawn")
    here, there = spawn.Pipe()
    child = spawn.Process(target=_run, args=(asked, there))
    child.start()
    there.close()
    try:
        answered: Answered = here.recv()
    finally:
        child.join()
    return answered


def _run(asked: Asked, pipe: Connection) -> None:
    pipe.send(answer(asked))


def answer(asked: Asked) -> Answered:
    """Solve an instance, and have its roster priced again."""
    with tempfile.TemporaryDirectory() as folder:
        scenario = read_workbook(_workbook(asked.name, Path(folder))).scenario
    if scenario is None:
        raise RuntimeError(asked.name)
    heard: list[tuple[float, tuple[int, ...]]] = []

    def listen(progress: Progress) -> None:
        if not heard or heard[-1][1] != progress.costs:
            heard.append((progress.seconds, progress.costs))

    settings = Settings(
        seconds=asked.seconds, seed=asked.seed, workers=asked.workers, strategy=asked.strategy
    )
    result = solve(scenario, settings, listener=listen)
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    rows = [] if result.schedule is None else result.schedule.assignments
    opinion, broken = _opinion(asked.name, rows) if rows else (None, 0)
    last = result.levels[-1] if result.levels else None
    return Answered(
        status=result.status,
        cost=last.cost if last else None,
        bound=last.bound if last else None,
        opinion=opinion,
        broken=broken,
        best_seconds=heard[-1][0] if last else None,
        seconds=result.seconds,
        processor=sum(used.ru_utime + used.ru_stime for used in both),
        megabytes=sum(used.ru_maxrss for used in both) // 1024,
    )


def _workbook(name: str, folder: Path) -> Path:
    """Return an instance as a workbook."""
    target = folder / f"{name}.xlsx"
    if name in WEEKS:
        inrc2.convert(evaluate_inrc2.DATASETS / name, target, "en")
    else:
        inrc1.convert(evaluate_inrc1.FOLDER / f"instances_xml/{name}.xml", target, "en")
    return target


def _opinion(name: str, assignments: Sequence[Assignment]) -> tuple[int, int]:
    """Return what the evaluator says: the cost, and hard constraints broken."""
    rows = [asdict(one) for one in assignments]
    if name in WEEKS:
        weeks, cells = evaluate_inrc2.Problem(name), evaluate_inrc2.roster_of(rows)
        broken = len(evaluate_inrc2.breaches(weeks, cells))
        return sum(evaluate_inrc2.costs(weeks, cells).values()), broken
    month = evaluate_inrc1.Problem(evaluate_inrc1.FOLDER / f"instances_xml/{name}.xml")
    roster = evaluate_inrc1.roster_of(rows)
    return sum(evaluate_inrc1.costs(month, roster).values()), evaluate_inrc1.uncovered(
        month, roster
    )


def _page(runs: Mapping[Asked, Answered], workers: int, seed: int) -> Iterator[str]:
    """Yield the lines of nurses.md."""
    yield "# Nurse rostering competitions"
    yield ""
    yield "Written by `python -m benchmarks.nurses`; do not edit by hand."
    yield ""
    yield from machine(workers, seed)
    yield ""
    for title, names in sets().items():
        there = [(asked, run) for asked, run in runs.items() if asked.name in names]
        if there:
            there.sort(key=lambda pair: (pair[0].name, pair[0].seconds))
            yield from _set(title, there)
    yield (
        "Cost, and hard constraints broken, as the evaluator prices the roster; best known: of the "
        "first competition the best published, of the second the best of the competition itself "
        "for the two instances of a size, which had one week at a time where rotaplan has all four."
    )


def _set(title: str, runs: Sequence[tuple[Asked, Answered]]) -> Iterator[str]:
    """Yield the lines of a set."""
    reached = [run for asked, run in runs if _reached(asked, run)]
    quick = sum((run.best_seconds or 0) <= QUICK for run in reached)
    yield f"## {title}"
    yield ""
    yield f"{len(reached)} of {len(runs)} at the best known, {quick} of these within {QUICK:g} s."
    yield ""
    yield (
        "| Instance | Cost | Proven bound | Best known | Broken | Status | Limit (s) "
        "| Best after (s) | Seconds | Processor (s) | Peak memory |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |"
    for asked, run in runs:
        yield _row(asked, run)
    yield ""


def _reached(asked: Asked, run: Answered) -> bool:
    """Whether a run is at the best known cost, whichever of a pair it is."""
    reached = run.opinion is not None and run.opinion <= min(_known(asked.name))
    return reached and not run.broken


def _known(name: str) -> tuple[int, ...]:
    return WEEKS.get(name) or (_best()[name],)


def _row(asked: Asked, run: Answered) -> str:
    """Return the line of a run."""
    if run.cost is None:
        cost = "no roster"
    else:
        cost = f"{run.opinion}" if run.opinion == run.cost else f"{run.opinion} (not {run.cost})"
    bound = "" if run.bound is None else run.bound
    last = "" if run.best_seconds is None else f"{run.best_seconds:.1f}"
    cells = [
        *(asked.name, cost, bound, " or ".join(map(str, _known(asked.name))), run.broken),
        *(run.status, f"{asked.seconds:g}", last, f"{run.seconds:.1f}"),
        *(f"{run.processor:.0f}", f"{run.megabytes} MB"),
    ]
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main()
