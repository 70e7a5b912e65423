"""Measure what starting costs: ``python -m benchmarks.imports`` writes imports.md.

Each command is run in a process of its own, once to warm the caches and then as often as asked;
medians of the processor's seconds and of the clock's, the interpreter alone beside them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.run import machine

HERE = Path(__file__).resolve().parent
MOST_SECONDS = 0.3
"""Of the import, on top of the interpreter; the aim."""
COMMANDS = {
    "interpreter alone": ("-c", "pass"),
    "`import rotaplan`": ("-c", "import rotaplan"),
    "`rotaplan.load`, not called": ("-c", "import rotaplan; rotaplan.load"),
    "`rotaplan --version`": ("-m", "rotaplan", "--version"),
    "`rotaplan --help`": ("-m", "rotaplan", "--help"),
}


def main() -> None:
    """Run all commands and write their table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--output", type=Path, default=HERE / "imports.md")
    given = parser.parse_args()
    found = {name: _measured(command, given.runs) for name, command in COMMANDS.items()}
    given.output.write_text(_page(given.runs, found), encoding="utf-8")
    print(given.output.name)


def _measured(command: tuple[str, ...], runs: int) -> tuple[float, float]:
    """Return the medians of the processor's seconds and of the clock's."""
    cpu, wall = zip(*(_once(command) for _ in range(runs + 1)), strict=True)
    return statistics.median(cpu[1:]), statistics.median(wall[1:])


def _once(command: tuple[str, ...]) -> tuple[float, float]:
    before, began = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    ended, after = time.perf_counter(), os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system, ended - began


def _page(runs: int, found: dict[str, tuple[float, float]]) -> str:
    alone, imported = found["interpreter alone"][0], found["`import rotaplan`"][0]
    holds = "yes" if imported - alone < MOST_SECONDS else "NO"
    aim = f"less than {MOST_SECONDS:g} s more than the interpreter"
    return "\n".join(
        [
            "# Starting measured",
            "",
            "Written by `python -m benchmarks.imports`; do not edit by hand.",
            "",
            *machine(1, 0),
            f"* Medians of {runs} runs",
            f"* `import rotaplan` takes {aim}: {holds}",
            "",
            "| What | Processor (s) | Clock (s) |",
            "| --- | ---: | ---: |",
            *(f"| {name} | {cpu:.3f} | {wall:.3f} |" for name, (cpu, wall) in found.items()),
            "",
        ]
    )


if __name__ == "__main__":
    main()
