"""Measure conflicts: ``python -m benchmarks.conflicts`` writes conflicts.md.

Every planted workbook (``tests/explanation/planted.py``) is read and explained. Whether a conflict
is minimal, and whether a concession made alone leaves a roster, is asked again outside of the
explanation: a question reduced to what the conflict names, and ``api.solve`` of the question as
changed, whose roster the judge has to find clean.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.run import machine
from rotaplan import Settings, api
from rotaplan.explanation import Concession, Conflict
from tests.explanation.alone import possible
from tests.explanation.planted import CASES, Case, planted
from tests.sheets.books import write_xlsx

HERE = Path(__file__).resolve().parent
LIMIT, EFFORT, LEFT_OUT = 60.0, 0.01, 4
"""Seconds for an explanation, effort for a roster, items left out one by one of a large one."""
HEAD = (
    "| Planted | People | Weeks | Seconds | CPU s | Culprits in one conflict | "
    "Minimal, solved again | Concessions, each a roster by `api.solve` | Priced |\n"
    "| --- | ---: | ---: | ---: | ---: | --- | --- | --- | --- |"
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What came of one workbook."""

    case: Case
    seconds: float
    processor: float
    found: bool
    minimal: bool
    concessions: Sequence[tuple[Concession, bool]]

    @property
    def line(self) -> str:
        family, seed, people, days = self.case
        listed = ", ".join(
            f"{one.kind} {'yes' if able else 'NO'}"
            + ("" if one.scope == "roster" else f" ({one.scope} only)")
            for one, able in self.concessions
        )
        priced = all(one.price is not None for one, _ in self.concessions)
        return (
            f"| {family} {seed} | {people} | {days // 7} | {self.seconds:.1f} | "
            f"{self.processor:.1f} | {_word(self.found)} | {_word(self.minimal)} | {listed} | "
            f"{_word(priced)} |"
        )


def measured(case: Case) -> Told:
    """Return what is told of a planted workbook, looked at again from outside."""
    made = planted(*case)
    with tempfile.TemporaryDirectory() as folder:
        reading = api.read(write_xlsx(Path(folder) / "planted.xlsx", made.book))
    scenario = reading.scenario
    assert scenario is not None
    began, worked = time.perf_counter(), time.process_time()
    told = api.conflicts(scenario, Settings(seconds=LIMIT))
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    holding = [one for one in told.conflicts if made.culprits <= _rows(one)]
    minimal = bool(told.conflicts)
    for one in told.conflicts:
        left_out = one.items if case[2] <= 12 else one.items[:LEFT_OUT]
        minimal &= not possible(scenario, one.items) and all(
            possible(scenario, [each for each in one.items if each is not item])
            for item in left_out
        )
    return Told(
        case=case,
        seconds=seconds,
        processor=processor,
        found=len(holding) == 1,
        minimal=minimal,
        concessions=[
            (each, _has_roster(each)) for one in told.conflicts for each in one.concessions
        ],
    )


def _has_roster(one: Concession) -> bool:
    """Whether a question as changed has a roster that the judge finds clean."""
    settings = Settings(seconds=EFFORT, reproducible=True, proofs=False)
    report = api.solve(one.scenario, settings).report
    return report is not None and report.clean


def _rows(conflict: Conflict) -> set[tuple[str, int]]:
    return {(cell.sheet, cell.row) for item in conflict.items for cell in item.rows}


def _word(yes: bool) -> str:
    return "yes" if yes else "NO"


def _sum_up(told: Sequence[Told]) -> str:
    tried = [able for one in told for _, able in one.concessions]
    seconds = [one.seconds for one in told]
    processor = [one.processor for one in told]
    return (
        f"* {len(told)} planted workbooks, limit {LIMIT:g} s each; with other work going on beside "
        "them, CPU seconds say more than seconds\n"
        f"* Median {median(seconds):.1f} s ({median(processor):.1f} s CPU), at most "
        f"{max(seconds):.1f} s ({max(processor):.1f} s CPU)\n"
        f"* Culprits found in {sum(one.found for one in told)} of {len(told)}, conflicts minimal "
        f"in {sum(one.minimal for one in told)} of {len(told)}, concessions that leave a roster: "
        f"{sum(tried)} of {len(tried)}"
    )


def report(told: Sequence[Told]) -> str:
    """Return the table, as Markdown."""
    lines = [
        "# Conflicts and concessions, measured",
        "",
        "Written by `python -m benchmarks.conflicts`; do not edit by hand.",
        "",
        *machine(workers=1, seed=1),
        _sum_up(told),
        "",
        HEAD,
        *(one.line for one in told),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure the planted workbooks of the sizes asked for, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most-people", type=int, default=60)
    parser.add_argument("--output", type=Path, default=HERE / "conflicts.md")
    given = parser.parse_args()
    told = []
    for case in (one for one in CASES if one[2] <= given.most_people):
        told.append(measured(case))
        print(told[-1].line, flush=True)
    given.output.write_text(report(told), encoding="utf-8")


if __name__ == "__main__":
    main()
