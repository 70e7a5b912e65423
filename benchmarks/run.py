"""Measure rotaplan: ``python -m benchmarks.run`` solves the chosen sets and writes results.md.

Programs beside the sets are timed where all of these sets are solved.

Every set is solved through the command line, in a process of its own whose memory and time are
taken from the system. Every roster is priced or judged again by an evaluator that shares no code
with rotaplan.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.ward import convert as convert_ward
from benchmarks.year import write_year
from rotaplan.formats import inrc1, inrc2
from rotaplan.formats.schedulingbenchmarks import convert as convert_instance
from rotaplan.text import say
from tests.formats import evaluate_inrc1, evaluate_inrc2
from tests.formats.evaluate_schedulingbenchmarks import INSTANCES, evaluate, roster_of
from tests.formats.evaluate_ward import WARD
from tests.formats.evaluate_ward import evaluate as evaluate_ward

HERE = Path(__file__).resolve().parent
REGIE = HERE.parent / "scenarios/regie_transports"
SHIFTS = {"1": 607, "2": 828, "3": 1001, "4": 1716, "5": 1143, "6": 1950}
LARGER = {
    "7": 1056,
    "8": 1300,
    "9": 439,
    "10": 4631,
    "11": 3443,
    "13": 1348,
    "14": 1278,
    "16": 3225,
    "17": 5746,
    "19": 3149,
    "21": 21133,
    "23": 17285,
    "24": 40439,
}
"""Further instances, ten minutes each, the last two an hour, solved only where they are named."""
NURSES = {"sprint01": 56, "sprint02": 58, "sprint03": 51, "sprint04": 59, "sprint05": 58}
WEEKS = ("n005w4_0_1-2-3-3", "n030w4_1_6-2-9-1")
PUBLISHED = SHIFTS | NURSES | LARGER
"""Best costs known of the public instances."""
SECONDS = {"base": 170, "tendu": 170, "ward": 60} | dict.fromkeys((*SHIFTS, *NURSES, *WEEKS), 60)
LIMITS = SECONDS | dict.fromkeys(LARGER, 600) | dict.fromkeys(("23", "24"), 3600)
_TIMED = """
import time
from pathlib import Path
from rotaplan.model.build import build
from rotaplan.sheets import read_workbook
{before}
began = time.perf_counter()
{timed}
print(time.perf_counter() - began)
"""
_READ = f"read = read_workbook(Path({str(REGIE / 'base.xlsx')!r}))"
PROGRAMS: Mapping[str, tuple[str, ...]] = {
    "`rotaplan --help`": ("-m", "rotaplan", "--help"),
    "Reading `base.xlsx`, rules found on the way": ("-c", _TIMED.format(before="", timed=_READ)),
    "Building the model of `base.xlsx`": (
        "-c",
        _TIMED.format(before=_READ, timed="build(read.scenario)"),
    ),
}
"""What is timed beside the sets; a program prints its own seconds."""
Speed = tuple[str, float, int]


@dataclass(frozen=True)
class Run:
    """One set, solved."""

    name: str
    seconds: float
    first: str
    megabytes: int
    result: Mapping[str, Any] | None
    second_opinion: str


@dataclass(frozen=True)
class Options:
    """What the command line asks for."""

    sets: Sequence[str]
    workers: int
    seed: int
    seconds: float | None
    strategy: str = "auto"


def main() -> None:
    """Run what is asked for, and write the table."""
    options, target = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        runs = []
        for name in options.sets:
            run = solve(name, Path(folder), options)
            print(_row(run, options), flush=True)
            runs.append(run)
        whole = [*options.sets] == [*SECONDS]
        timed = [*speeds(Path(folder), options)] if whole else []
    target.write_text("\n".join(_page(runs, timed, options)) + "\n", encoding="utf-8")
    print(f"-> {target}")


def _arguments() -> tuple[Options, Path]:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", choices=["all", *LIMITS], default="all", metavar="SET")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time-limit", type=float, help="seconds for each set, not its own")
    parser.add_argument("--strategy", default="auto", help="as of rotaplan solve")
    parser.add_argument("--output", type=Path, default=HERE / "results.md")
    given = parser.parse_args()
    chosen = [*SECONDS] if given.sets == "all" else given.sets
    options = Options(chosen, given.workers, given.seed, given.time_limit, given.strategy)
    return options, given.output


def solve(name: str, folder: Path, options: Options) -> Run:
    """Solve one set in a process of its own."""
    workbook, answer = _workbook(name, folder), folder / f"{name}.json"
    began = time.perf_counter()
    text, code, megabytes = _measured(
        *(sys.executable, "-m", "rotaplan", "solve", str(workbook), "--lang", "en"),
        *("--json", str(answer), "--output", str(folder / f"{name}_planning.xlsx"), "--force"),
        *("--time-limit", str(options.seconds or LIMITS[name])),
        *("--strategy", options.strategy),
        *("--workers", str(options.workers), "--seed", str(options.seed)),
    )
    seconds = time.perf_counter() - began
    if code > 1 or not answer.exists():
        print(text, file=sys.stderr)
        return Run(name, seconds, "", megabytes, None, f"exit code {code}")
    result = json.loads(answer.read_text(encoding="utf-8"))
    found = re.search(say("en", "cli-first", seconds=r"(\d+\.?\d*)"), text)
    return Run(
        name, seconds, found[1] if found else "", megabytes, result, _second_opinion(name, result)
    )


def _workbook(name: str, folder: Path) -> Path:
    """Return the workbook of a set, converted where it is a foreign format."""
    if name in ("base", "tendu"):
        return REGIE / f"{name}.xlsx"
    target = folder / f"{name}.xlsx"
    if name == "ward":
        convert_ward(WARD, target, "en")
    elif name in NURSES:
        inrc1.convert(evaluate_inrc1.FOLDER / f"instances_xml/{name}.xml", target, "en")
    elif name in WEEKS:
        inrc2.convert(evaluate_inrc2.DATASETS / name, target, "en")
    else:
        convert_instance(INSTANCES / f"instances/Instance{name}.txt", target, "en")
    return target


def _measured(*command: str) -> tuple[str, int, int]:
    """Run a command; return what it prints, its exit code, and its peak memory in megabytes."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return out.read(), child.returncode, usage.ru_maxrss // 1024


def _second_opinion(name: str, result: Mapping[str, Any]) -> str:
    """Return what the evaluator says of a result that it has never seen priced."""
    if result["assignments"] is None:
        return "no roster"
    if name == "ward":
        missing, breaches = evaluate_ward(WARD, result["assignments"])
        return f"{missing} posts open, {len(breaches)} breaches"
    if name in ("base", "tendu"):
        return _regie_opinion(name, result)
    cost, broken = _instance_opinion(name, result["assignments"])
    if broken:
        return f"{broken} hard rules broken"
    return f"cost {cost}" + ("" if cost == result["objective"] else " (differs)")


def _instance_opinion(name: str, assignments: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    """Return the cost of a public instance's roster, and how often a hard rule is broken."""
    if name in NURSES:
        nurses = evaluate_inrc1.Problem(evaluate_inrc1.FOLDER / f"instances_xml/{name}.xml")
        line = evaluate_inrc1.roster_of(assignments)
        costs = evaluate_inrc1.costs(nurses, line)
        return sum(costs.values()), evaluate_inrc1.uncovered(nurses, line)
    if name in WEEKS:
        weeks, cells = evaluate_inrc2.Problem(name), evaluate_inrc2.roster_of(assignments)
        broken = evaluate_inrc2.breaches(weeks, cells)
        return sum(evaluate_inrc2.costs(weeks, cells).values()), len(broken)
    roster, doubles = roster_of(assignments)
    verdict = evaluate(INSTANCES / f"instances/Instance{name}.txt", roster, doubles)
    return verdict.cost, len(verdict.breaches)


def _regie_opinion(name: str, result: Mapping[str, Any]) -> str:
    sys.path.insert(0, str(REGIE))
    from evaluate import evaluate as evaluate_regie  # type: ignore[import-not-found]
    from generate import draw  # type: ignore[import-not-found]

    made = draw()
    away = made.away if name == "base" else made.away_tight
    verdict = evaluate_regie(made, away, result["assignments"])
    return (
        f"{verdict.open_duties} duties and {verdict.open_reserves} reserves open, "
        f"{len(verdict.breaches)} breaches"
    )


def speeds(folder: Path, options: Options) -> Iterator[Speed]:
    """Yield what is timed, its seconds (the median of five fresh processes) and its megabytes."""
    for name, program in {**PROGRAMS, **_checks(folder, options)}.items():
        seconds, megabytes = [], []
        for _ in range(5):
            began = time.perf_counter()
            text, code, memory = _measured(sys.executable, *program)
            whole = time.perf_counter() - began
            if code > 1:
                raise RuntimeError(text)
            seconds.append(float(text) if program[0] == "-c" else whole)
            megabytes.append(memory)
        yield name, median(seconds), max(megabytes)


def _checks(folder: Path, options: Options) -> Mapping[str, tuple[str, ...]]:
    """Return what judges a roster; that of the régie is made first where no set has made it."""
    weeks, year = folder / "base_planning.xlsx", folder / "year.xlsx"
    if not weeks.exists():
        solve("base", folder, replace(options, seconds=20))
    write_year(year)
    check = ("-m", "rotaplan", "check")
    return {
        "`rotaplan check`, 112 people x 4 weeks (the answer to `base.xlsx`)": (*check, str(weeks)),
        "`rotaplan check`, 86 people x 53 weeks (`benchmarks/year.py`)": (*check, str(year)),
    }


def _page(runs: Sequence[Run], timed: Sequence[Speed], options: Options) -> Iterator[str]:
    """Yield the lines of results.md."""
    yield "# Measured"
    yield ""
    yield "Written by `python -m benchmarks.run`; do not edit by hand."
    yield ""
    yield from machine(options.workers, options.seed)
    yield f"* Strategy {options.strategy}"
    yield ""
    if timed:
        yield "| What | Seconds | Peak memory |"
        yield "| --- | ---: | ---: |"
        for name, seconds, megabytes in timed:
            yield f"| {name} | {seconds:.2f} | {megabytes} MB |"
        yield ""
    yield (
        "| Set | Status | Cost by level | Proven bound by level | Best known | Posts open "
        "| Strict rules broken | Second opinion | First complete (s) | Limit (s) "
        "| Whole command (s) | Peak memory |"
    )
    yield "| --- | --- | --- | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |"
    for run in runs:
        yield _row(run, options)
    yield ""
    yield "Levels: 1 safety, 2 vital cover, 3 commitments, 4 cover, 5 fairness, 6 wishes, 7 cost."
    yield ""
    yield (
        "Sets 1 to 6 are public shift scheduling instances (Curtois, Qu 2014); sprint01 to "
        "sprint05 are of the first nurse rostering competition (2010), n005w4 and n030w4 "
        "of the second (2015), all weeks known at once; base and tendu are "
        "`scenarios/regie_transports`; ward is a real month of a German hospital ward."
    )


def machine(workers: int, seed: int | str) -> Iterator[str]:
    """Yield what the figures were taken on."""
    processor = platform.processor() or platform.machine()
    described = Path("/proc/cpuinfo")
    if described.exists():
        names = re.findall(r"model name\s*: (.*)", described.read_text(encoding="utf-8"))
        processor = names[0] if names else processor
    packages = ", ".join(f"{name} {version(name)}" for name in ("rotaplan", "ortools"))
    yield f"* Machine: {processor}, {os.cpu_count()} cores, {platform.system()}"
    yield f"* Python {platform.python_version()}, {packages}"
    yield f"* Workers {workers}, seed {seed}"


def _row(run: Run, options: Options) -> str:
    """Return a set's line of the table."""
    limit = options.seconds or LIMITS[run.name]
    best = str(PUBLISHED.get(run.name, ""))
    result = run.result
    if result is None:
        cells = ["failed", "", "", best, "", "", run.second_opinion, ""]
    else:
        cells = [
            result["status"],
            ", ".join(f"{one['level']}: {one['cost']}" for one in result["levels"]),
            ", ".join(f"{one['level']}: {one['bound']}" for one in result["levels"]),
            best,
            str(sum(one["missing"] for one in result["uncovered"])),
            str(sum(one["strict"] for one in result["violations"])),
            run.second_opinion,
            run.first,
        ]
    cells += [f"{limit:g}", f"{run.seconds:.1f}", f"{run.megabytes} MB"]
    return "| " + " | ".join([run.name, *cells]) + " |"


if __name__ == "__main__":
    main()
