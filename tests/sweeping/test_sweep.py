"""Sweeps: more people never leave more posts open, and the table is the same everywhere."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import rotaplan
from rotaplan import api
from rotaplan.api import Settings
from rotaplan.api.sweeping import solve_task
from rotaplan.domain.scenario import Absence, Scenario, Wish
from rotaplan.domain.work import Shifts
from rotaplan.errors import WorkbookError
from rotaplan.exploring.sweeps import cut
from rotaplan.sweeping import Found, Store, Variant, fingerprint, swept
from rotaplan.write.xlsx.sweep import write_sweep
from tests.solve.small import row, scenario

SAME = Settings(reproducible=True, seconds=0.1)


def team(people: int = 3, days: int = 5) -> Scenario:
    """Return a service that three people cannot run, and five can."""
    return scenario(people, days, {"E": 2, "L": 1}, [row("work_run", maximum=3)])


def test_more_people_never_leave_more_posts_open() -> None:
    found = rotaplan.sweep(team(), SAME, staff=range(-1, 3), processes=1)
    assert [line.people for line in found.lines] == [2, 3, 4, 5]
    posts = [line.open_posts for line in found.lines]
    assert posts == sorted(posts, reverse=True)
    assert posts[0] > posts[-1]
    assert found.worse == ()
    assert list(found.to_frame()["open_posts"]) == posts


def test_larger_needs_are_variants_too() -> None:
    found = rotaplan.sweep(team(), SAME, staff=(0, 1), minimum=(0, 1), processes=1)
    assert [line.name for line in found.lines] == ["+0", "+1", "+0 / +1", "+1 / +1"]
    assert [line.asked for line in found.lines] == [15, 15, 25, 25]


def test_any_edit_is_a_variant() -> None:
    """A cap on work runs, leave refused: whatever can be said of a question."""
    rested = replace(team(), rules=(*team().rules, row("work_run", maximum=1)))
    found = rotaplan.sweep(team(), SAME, variants={"one day on end": rested}, processes=1)
    assert [line.name for line in found.lines] == ["+0", "one day on end"]
    assert found.lines[1].open_posts > found.lines[0].open_posts


@pytest.mark.slow
def test_pool_of_processes_gives_the_table_of_one() -> None:
    alone = rotaplan.sweep(team(), SAME, staff=range(3), processes=1)
    assert rotaplan.sweep(team(), SAME, staff=range(3), processes=2).to_json() == alone.to_json()


def test_known_answers_are_used_and_judged_anew(tmp_path: Path) -> None:
    first = rotaplan.sweep(team(), SAME, staff=(0, 1), processes=1, cache=tmp_path)
    again = rotaplan.sweep(team(), SAME, staff=(0, 1), processes=1, cache=tmp_path)
    assert [line.cached for line in again.lines] == [True, True]
    assert again.to_json() == first.to_json()
    other = rotaplan.sweep(team(), replace(SAME, seed=5), staff=(0,), processes=1, cache=tmp_path)
    assert not other.lines[0].cached


def test_spoilt_answers_are_not_believed(tmp_path: Path) -> None:
    """A roster that was changed has another price; what is no JSON is nothing."""
    first = rotaplan.sweep(team(), SAME, staff=(0, 1), processes=1, cache=tmp_path)
    spoilt, broken = sorted(tmp_path.glob("*.json"))
    content = json.loads(spoilt.read_text(encoding="utf-8"))
    content["roster"] = content["roster"][:3]
    spoilt.write_text(json.dumps(content), encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    again = rotaplan.sweep(team(), SAME, staff=(0, 1), processes=1, cache=tmp_path)
    assert not any(line.cached for line in again.lines)
    assert again.to_json() == first.to_json()


def test_variant_worse_than_the_one_below_is_solved_again_from_its_roster() -> None:
    """A search that finds nothing good by itself takes over the roster of fewer people."""
    calls: list[int] = []

    def lazy(tasks: Any) -> list[dict[str, Any]]:
        """Solve in earnest what comes with a start; spoil the second question the first time."""
        answers = []
        for task in tasks:
            answer = solve_task(task, replace(SAME, workers=1))
            calls.append(len(task.scenario.people))
            if calls == [3, 4]:
                empty = api.check(task.scenario, ())
                levels = [[one.level, one.cost, 0] for one in empty.levels]
                answer = {"status": "feasible", "levels": levels, "roster": []}
            answers.append(answer)
        return answers

    found = Found(run=lazy, key=fingerprint, result=api.sweeping._judged)
    # The second question is asked twice: the store must not keep it from the second search.
    variants = [
        Variant(name="few", scenario=team(3)),
        Variant(name="more", scenario=team(4), above="few"),
    ]
    table = swept(variants, found, _Forgetful())
    assert calls == [3, 4, 4]
    assert table.lines[1].again
    assert table.lines[1].open_posts <= table.lines[0].open_posts
    assert table.worse == ()


class _Forgetful(Store):
    """Keeps nothing."""

    def put(self, key: str, answer: dict[str, Any]) -> None:
        pass


def test_first_days_are_a_question_of_their_own() -> None:
    asked = replace(
        team(days=10),
        absences=(
            Absence(person="A", first=3, last=8),
            Absence(person="B", first=7, last=8),
        ),
        wishes=(Wish(person="A", day=2), Wish(person="A", day=5)),
    )
    week = cut(asked, 5)
    assert week.horizon.days == 5
    assert [one.person for one in week.absences] == ["A"]
    assert [one.day for one in week.wishes] == [2]
    with pytest.raises(ValueError, match="10 days"):
        cut(asked, 11)


def test_unknown_model_is_refused() -> None:
    with pytest.raises(WorkbookError):
        rotaplan.sweep(team(), SAME, staff=(1,), like="nobody", processes=1)


def test_fingerprint_does_not_hang_on_the_order_of_sets() -> None:
    """Other processes have other orders: the digest is the same."""
    code = (
        "from rotaplan.domain.work import Shifts\n"
        "from rotaplan.sweeping import fingerprint\n"
        "shifts = Shifts(codes=frozenset('abcdef'))\n"
        "print(fingerprint(shifts, {'b': 1, 'a': frozenset({'x', 'y', 'z'})}))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    shifts = Shifts(codes=frozenset("abcdef"))
    assert told == {fingerprint(shifts, {"a": frozenset("zyx"), "b": 1}) + "\n"}
    assert fingerprint(team(4)) != fingerprint(team(3))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sheet_holds_the_table(tmp_path: Path, language: str) -> None:
    found = rotaplan.sweep(team(), SAME, staff=(0, 1), processes=1)
    write_sweep(found, tmp_path / "s.xlsx", language)
    sheet = load_workbook(tmp_path / "s.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(min_row=5, max_row=6, values_only=True))
    assert [(row[0], row[1], row[3]) for row in rows] == [
        (line.name, line.people, line.open_posts) for line in found.lines
    ]


@pytest.mark.slow
def test_cluster_that_loses_a_worker_gives_the_same_table() -> None:
    """A real scheduler with two workers; one is killed while it works."""
    distributed = pytest.importorskip("distributed")
    alone = rotaplan.sweep(team(5, 14), SAME, staff=range(6), processes=1)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        killed: list[int] = []

        def kill() -> None:
            while not killed:
                busy = [one for one, tasks in client.processing().items() if tasks]
                # With work on both, several searches are under way or waiting.
                if len(busy) == 2:
                    pid = client.run(os.getpid, workers=busy[:1])[busy[0]]
                    os.kill(pid, signal.SIGKILL)
                    killed.append(pid)
                time.sleep(0.01)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        found = rotaplan.sweep(team(5, 14), SAME, staff=range(6), cluster=cluster.scheduler_address)
        assert killed
    assert found.to_json() == alone.to_json()
