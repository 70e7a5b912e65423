"""Measure a sweep: ``python -m benchmarks.sweep`` writes sweep.md.

The first week of the régie with eight staffing levels, solved from Python, from the command line
and on a dask.distributed cluster of two workers on this machine: the three tables are compared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from distributed import LocalCluster

import rotaplan
from benchmarks.run import machine
from rotaplan.sweeping import Sweep

HERE = Path(__file__).resolve().parent
BASE = HERE.parent / "scenarios/regie_transports/base.xlsx"
DAYS, LEVELS, SEED, WORKERS = 7, range(-6, 2), 1, 2


def main() -> None:
    """Run the three and write their table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--effort", type=float, default=4.0, help="of each search")
    parser.add_argument("--output", type=Path, default=HERE / "sweep.md")
    given = parser.parse_args()
    settings = rotaplan.Settings(seconds=given.effort, seed=SEED, workers=1, reproducible=True)
    study = rotaplan.load(BASE)

    def here(cluster: str | None = None) -> Sweep:
        return rotaplan.sweep(
            study, settings, staff=LEVELS, first_days=DAYS, processes=WORKERS, cluster=cluster
        )

    def on_cluster() -> dict[str, Any]:
        with LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as some:
            return here(some.scheduler_address).to_json()

    ways: dict[str, Callable[[], dict[str, Any]]] = {
        "Python": lambda: here().to_json(),
        "Command line": lambda: _by_command(given.effort),
        "Cluster of two workers": on_cluster,
    }
    seconds: dict[str, float] = {}
    tables: list[dict[str, Any]] = []
    for name, way in ways.items():
        began = time.perf_counter()
        tables.append(way())
        seconds[name] = time.perf_counter() - began
        print(f"{name}: {seconds[name]:.0f} s", flush=True)
    given.output.write_text(_page(given.effort, seconds, tables), encoding="utf-8")


def _by_command(effort: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        told, table = Path(folder, "told.json"), Path(folder, "table.xlsx")
        command = [
            *(sys.executable, "-m", "rotaplan", "sweep", str(BASE), "-o", str(table)),
            *("--staff", f"{LEVELS[0]}..{LEVELS[-1]}", "--first-days", str(DAYS)),
            *("--time-limit", str(effort), "--seed", str(SEED), "--reproducible"),
            *("--processes", str(WORKERS), "--json", str(told)),
        ]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        return found


def _page(effort: float, seconds: dict[str, float], tables: Sequence[dict[str, Any]]) -> str:
    lines = tables[0]["variants"]
    opened = [(one["below_minimum"], one["open_posts"]) for one in lines]
    same, falling = all(one == tables[0] for one in tables), opened == sorted(opened, reverse=True)
    what = f"First {DAYS} days of `scenarios/regie_transports/base.xlsx`"
    return "\n".join(
        [
            "# A sweep measured",
            "",
            "Written by `python -m benchmarks.sweep`; do not edit by hand.",
            "",
            *machine(WORKERS, SEED),
            f"* {what}, {len(lines)} staffing levels, effort {effort:g} each, reproducible",
            "* " + "; ".join(f"{name}: {one:.0f} s" for name, one in seconds.items()),
            f"* The three tables are the same: {_word(same)}",
            f"* Open posts never rise with people: {_word(falling)}",
            "",
            "| Staff | People | Posts asked | Open | Below minimum | Hours | Prices by level |",
            "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
            *(
                f"| {one['name']} | {one['people']} | {one['asked']} | {one['open_posts']} "
                f"| {one['below_minimum']} | {one['minutes'] / 60:.0f} "
                f"| {', '.join(f'{level}: {price}' for level, price in one['prices'].items())} |"
                for one in lines
            ),
            "",
        ]
    )


def _word(holds: bool) -> str:
    return "yes" if holds else "NO"


if __name__ == "__main__":
    main()
