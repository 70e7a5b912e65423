"""Scenarios and public instances solved, judged, and looked at by somebody else again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rotaplan import api
from rotaplan.cli import main
from rotaplan.engines.cpsat import Watch
from rotaplan.strategies.asked import Progress
from tests.formats.evaluate_schedulingbenchmarks import INSTANCES, evaluate, roster_of

FOLDER = Path(__file__).resolve().parents[2] / "scenarios/regie_transports"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
BEST_KNOWN = {1: 607, 2: 828, 3: 1001}
"""Published optima; instances 4 to 6 take longer and are measured in ``benchmarks``."""


@pytest.fixture(scope="module")
def second_opinion() -> Any:
    """Return the generator's own evaluation of ``base.xlsx``."""
    sys.path.insert(0, str(FOLDER))
    try:
        import evaluate as opinion
        import generate
    finally:
        sys.path.remove(str(FOLDER))
    made = generate.draw()
    return lambda assignments: opinion.evaluate(made, made.away, assignments)


@pytest.mark.slow
def test_base_is_covered_and_reads_back(second_opinion: Any, tmp_path: Path) -> None:
    """Every duty held, no strict rule broken, as others see it too; the answer reads back."""
    watch = Watch()

    def stop_when_covered(progress: Progress) -> None:
        prices = dict(zip(progress.levels, progress.costs, strict=True))
        if not progress.repairing and prices[2] == 0:
            watch.stop()

    scenario = api.load(FOLDER / "base.xlsx")
    settings = api.Settings(seconds=170, workers=2)
    result = api.solve(scenario, settings, listener=stop_when_covered, watch=watch)
    assert result.schedule is not None
    assert result.report is not None
    assert result.report.clean
    assert [need for need, _ in result.schedule.uncovered() if need.minimum] == []
    opinion = second_opinion(result.to_json()["assignments"])
    assert (opinion.open_duties, opinion.breaches) == (EXPECTED["base.xlsx"]["open_duties"], [])
    target = tmp_path / "base_planning.xlsx"
    api.write(result, target, source=FOLDER / "base.xlsx")
    again = api.read(target)
    assert [p for p in again.problems if p.severity != "notice"] == []
    assert again.scenario is not None
    assert again.planning == result.schedule.assignments
    assert api.check(again.scenario, again.planning).report == result.report


@pytest.mark.slow
def test_what_stays_open_in_tendu_is_bounded() -> None:
    """At least the duties that counting shows stay open, and the bound says no fewer can."""
    scenario = api.load(FOLDER / "tendu.xlsx")
    watch = Watch()

    def stop_when_bounded(progress: Progress) -> None:
        bounds = dict(zip(progress.levels, progress.bounds, strict=True))
        if not progress.repairing and bounds[2] > 0:
            watch.stop()

    settings = api.Settings(seconds=170, workers=2)
    result = api.solve(scenario, settings, listener=stop_when_bounded, watch=watch)
    assert result.schedule is not None
    assert result.report is not None
    assert result.report.clean
    tram = sum(
        missing
        for need, missing in result.schedule.uncovered()
        if need.shift.startswith(("T1-", "T2-"))
    )
    assert tram >= EXPECTED["tendu.xlsx"]["open_tram_duties_at_least"]
    vital = next(level for level in result.levels if level.level == 2)
    assert 0 < vital.bound <= vital.cost


@pytest.mark.slow
@pytest.mark.skipif(not INSTANCES.is_dir(), reason="the public instances are not beside this tree")
@pytest.mark.parametrize("number", BEST_KNOWN)
def test_public_instance_from_its_file_to_its_optimum(number: int, tmp_path: Path) -> None:
    """Import and solve from the command line; the file alone prices the answer the same."""
    instance = INSTANCES / f"instances/Instance{number}.txt"
    book, told = tmp_path / "i.xlsx", tmp_path / "i.json"
    run = CliRunner().invoke
    words = ["import", "schedulingbenchmarks", str(instance), "-o", str(book)]
    assert run(main, words).exit_code == 0
    words = ["solve", str(book), "--json", str(told), "--time-limit", "60", "--workers", "2"]
    assert run(main, words).exit_code == 0
    answer = json.loads(told.read_text(encoding="utf-8"))
    verdict = evaluate(instance, *roster_of(answer["assignments"]))
    assert verdict.breaches == ()
    assert answer["status"] == "optimal"
    assert answer["objective"] == verdict.cost == BEST_KNOWN[number]
