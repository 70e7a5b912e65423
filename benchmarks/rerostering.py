"""Measure re-plans: ``python -m benchmarks.rerostering`` writes rerostering.md.

Every case of the public re-rostering set is imported, re-planned and exported through the command
line; the re-plan runs in a process of its own, whose time is taken from the system. The exported
answer is priced again by an evaluator that shares no code with rotaplan.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.run import machine
from rotaplan.formats.rerostering import date_of, read_case
from tests.formats.evaluate_rerostering import (
    CASES,
    breaches,
    cells_of_answer,
    load,
    name_of,
    objectives,
    proven,
)

HERE = Path(__file__).resolve().parent
SEED = 1


@dataclass(frozen=True)
class Run:
    """One case, re-planned.

    Attributes
    ----------
    name
        Of the case.
    changes, preferences
        Cells that are not as they were, and price of preferences, by the evaluator.
    bound
        Changes below which no schedule can be, as rotaplan has proven.
    proven
        The same, as others have published it.
    broken
        Hard constraints broken, by the evaluator.
    seconds, processor
        Of the whole command: by the clock, and of the processor.
    """

    name: str
    changes: int
    preferences: int
    bound: int
    proven: int
    broken: int
    seconds: float
    processor: float


def main() -> None:
    """Re-plan every case, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", help="parts of names; all cases where none is given")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--output", type=Path, default=HERE / "rerostering.md")
    given = parser.parse_args()
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for path in CASES:
            if not given.cases or any(part in path.name for part in given.cases):
                runs.append(replan(path, Path(folder), given.workers))
                print(_row(runs[-1]), flush=True)
    given.output.write_text("\n".join(_page(runs, given.workers)) + "\n", encoding="utf-8")
    print(f"-> {given.output}")


def replan(path: Path, folder: Path, workers: int) -> Run:
    """Import a case, re-plan it and export the answer."""
    book, plan, answer = (folder / f"{stem}" for stem in ("case.xlsx", "plan.xlsx", "answer.json"))
    result = folder / "plan.json"
    _rotaplan("import", "rerostering", path, "-o", book, "--force")
    seconds, processor = _rotaplan(
        *("replan", book, "--plan", "fewest", "--until", date_of(read_case(path).days)),
        *("-o", plan, "--json", result, "--workers", workers, "--seed", SEED, "--force"),
    )
    _rotaplan("export", "rerostering", path, plan, "-o", answer, "--force")
    case = load(path)
    cells = cells_of_answer(case, json.loads(answer.read_text(encoding="utf-8")))
    costs = objectives(case, cells)
    lost = sum(
        case["params"]["sigma"][one["i"]][day] > 0
        for one in case["scenario"]["events"]
        for day in range(one["t_start"], one["t_start"] + one["duration"])
    )
    (solved,) = json.loads(result.read_text(encoding="utf-8"))["plans"]
    (level,) = (one for one in solved["levels"] if one["level"] == 3)
    return Run(
        name=name_of(path),
        changes=costs["f_stab"],
        preferences=costs["f_pref"],
        bound=lost + level["bound"],
        proven=proven()[name_of(path)],
        broken=len(list(breaches(case, cells))),
        seconds=seconds,
        processor=processor,
    )


def _rotaplan(*words: object) -> tuple[float, float]:
    """Run a command; return its seconds by the clock and of the processor."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "rotaplan", *map(str, words)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"exit code {child.returncode}: {' '.join(command)}")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime


def _page(runs: Sequence[Run], workers: int) -> Iterator[str]:
    """Yield the lines of rerostering.md."""
    yield "# Re-plans measured"
    yield ""
    yield "Written by `python -m benchmarks.rerostering`; do not edit by hand."
    yield ""
    yield from machine(workers, SEED)
    yield ""
    clock, processor = [one.seconds for one in runs], [one.processor for one in runs]
    yield (
        f"{sum(one.changes == one.proven for one in runs)} of {len(runs)} with the least number "
        f"of changes. The whole command `rotaplan replan`: median {median(clock):.1f} s by the "
        f"clock, {max(clock):.1f} s at most; of the processor {median(processor):.1f} s, "
        f"{max(processor):.1f} s at most."
    )
    yield ""
    yield (
        "| Case | Changes | Proven here | Proven by others | Preferences | Hard constraints broken "
        "| Seconds | Processor (s) |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for run in runs:
        yield _row(run)
    yield ""
    yield (
        "Public cases of a nurse re-rostering set: small 40 people x 28 days, medium 100 x 56; "
        "1 %, 3 % or 7 % of the people away. Changes, preferences and constraints are counted by "
        "`tests/formats/evaluate_rerostering.py`; changes come first, preferences second."
    )


def _row(run: Run) -> str:
    """Return a case's line of the table."""
    cells = [run.name, run.changes, run.bound, run.proven, run.preferences, run.broken]
    return f"| {' | '.join(map(str, cells))} | {run.seconds:.1f} | {run.processor:.1f} |"


if __name__ == "__main__":
    main()
