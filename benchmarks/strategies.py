"""Compare strategies with the plain model: ``python -m benchmarks.strategies``, strategies.md.

Ten small instances, three seeds, the same limit for all. Each run is kept as soon as it is over,
with the sources it ran on: what is there already is not run again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import get_args

from benchmarks.run import NURSES, SHIFTS, Options, Run, machine, solve
from rotaplan.strategies.asked import Strategy

HERE = Path(__file__).resolve().parent
SETS = (*SHIFTS, *[*NURSES][:3], "n005w4_0_1-2-3-3")
SEEDS = (1, 2, 3)
PLAIN = "model"
STRATEGIES = (PLAIN, *(one for one in get_args(Strategy) if one != PLAIN))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a run is asked; ``sources`` stands for those of rotaplan that are committed."""

    name: str
    seed: int
    strategy: str
    seconds: float
    workers: int
    sources: str


@dataclass(frozen=True, kw_only=True)
class Answered:
    """Status, price of each level in order, the evaluator's opinion, seconds and load before."""

    status: str
    costs: tuple[int, ...] | None
    opinion: str
    seconds: float
    load: float


def main() -> None:
    """Run what is not kept yet, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, metavar="SET")
    parser.add_argument("--time-limit", type=float, default=10.0, help="seconds of each run")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--runs", type=Path, default=HERE / "strategies.jsonl")
    parser.add_argument("--output", type=Path, default=HERE / "strategies.md")
    given = parser.parse_args()
    sources = _sources()
    asked = [
        Asked(
            name=name,
            seed=seed,
            strategy=strategy,
            seconds=given.time_limit,
            workers=given.workers,
            sources=sources,
        )
        for name in given.sets
        for seed in SEEDS
        for strategy in STRATEGIES
    ]
    runs = kept(given.runs)
    for one in asked:
        if one not in runs:
            runs[one] = measure(one)
            keep(given.runs, one, runs[one])
            print(one.name, one.seed, one.strategy, runs[one], flush=True)
    text = "\n".join(page({one: runs[one] for one in asked}, given.workers)) + "\n"
    given.output.write_text(text, encoding="utf-8")


def _sources() -> str:
    command = ("git", "-C", str(HERE.parent), "rev-parse", "HEAD:rotaplan")
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def kept(path: Path) -> dict[Asked, Answered]:
    """Return the runs of a file; none where there is no file."""
    if not path.exists():
        return {}
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        asked, answered = json.loads(line)
        costs = answered.pop("costs")
        prices = None if costs is None else tuple(costs)
        found[Asked(**asked)] = Answered(**answered, costs=prices)
    return found


def keep(path: Path, asked: Asked, answered: Answered) -> None:
    """Add a run to a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps([asdict(asked), asdict(answered)]) + "\n")


def measure(asked: Asked) -> Answered:
    """Solve an instance in a process of its own."""
    load = os.getloadavg()[0]
    options = Options([], asked.workers, asked.seed, asked.seconds, asked.strategy)
    with tempfile.TemporaryDirectory() as folder:
        run: Run = solve(asked.name, Path(folder), options)
    result = run.result
    costs = None
    if result is not None and result["assignments"] is not None:
        costs = tuple(one["cost"] for one in result["levels"])
    return Answered(
        status="failed" if result is None else result["status"],
        costs=costs,
        opinion=run.second_opinion,
        seconds=round(run.seconds, 1),
        load=round(load, 1),
    )


def verdict(plain: Answered, other: Answered) -> str:
    """Return how an answer compares with the plain model's, the levels in order."""
    if other.costs == plain.costs:
        return "equal"
    if plain.costs is None:
        return "better"
    return "worse" if other.costs is None or other.costs > plain.costs else "better"


def page(runs: Mapping[Asked, Answered], workers: int) -> Iterator[str]:
    """Yield the lines of strategies.md."""
    yield from ("# Strategies against the plain model", "")
    yield from ("Written by `python -m benchmarks.strategies`; do not edit by hand.", "")
    yield from machine(workers, ", ".join(map(str, SEEDS)))
    loads = [one.load for one in runs.values()]
    yield f"* Load before a run: {min(loads)} to {max(loads)}"
    yield ""
    found = [*_compared(runs)]
    for strategy in STRATEGIES[1:]:
        own = [row[-1] for row in found if row[2] == strategy]
        counts = ", ".join(f"{own.count(word)} {word}" for word in ("better", "equal", "worse"))
        yield f"* {strategy}: {counts}"
    yield ""
    yield (
        "| Set | Seed | Strategy | Limit (s) | Plain model | Its status | Costs by level "
        "| Status | Second opinion | Whole command (s) | Verdict |"
    )
    yield "| --- | ---: | --- | ---: | --- | --- | --- | --- | --- | ---: | --- |"
    for row in found:
        yield "| " + " | ".join(row) + " |"


def _compared(runs: Mapping[Asked, Answered]) -> Iterator[Sequence[str]]:
    """Yield a row for each run that is not the plain model's own."""
    plain = {(a.name, a.seed, a.seconds): run for a, run in runs.items() if a.strategy == PLAIN}
    for asked, run in runs.items():
        if asked.strategy == PLAIN:
            continue
        against = plain[asked.name, asked.seed, asked.seconds]
        yield (
            *(asked.name, str(asked.seed), asked.strategy, f"{asked.seconds:g}"),
            *(_told(against.costs), against.status, _told(run.costs), run.status),
            *(run.opinion, f"{run.seconds:.1f}", verdict(against, run)),
        )


def _told(costs: Sequence[int] | None) -> str:
    return "none" if costs is None else ", ".join(map(str, costs))


if __name__ == "__main__":
    main()
