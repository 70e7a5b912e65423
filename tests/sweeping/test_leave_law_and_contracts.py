"""Caps on leave, contracts and laws as variants: from Python, by options, and by the sheet."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

import rotaplan
from rotaplan import api
from rotaplan.cli import main
from rotaplan.domain.scenario import Absence, Scenario
from rotaplan.errors import WorkbookError
from rotaplan.exploring.leave import leave
from rotaplan.problem import Cell
from rotaplan.replies.sweeps import print_sweep
from tests.sheets.books import Book, base, write_xlsx
from tests.solve.small import row, scenario

SAME = rotaplan.Settings(reproducible=True, seconds=0.1)
QUICK = ["--time-limit", "0.1", "--reproducible", "--processes", "1"]
SCENARIOS = ["Nom", "Feuille", "Clé", "Champ", "Valeur"]


def away(person: str, first: int, last: int, at: int, code: str = "CA") -> Absence:
    """Return leave that stands in a row of the sheet of absences."""
    origin = Cell(sheet="Absences", row=at, column=1)
    return Absence(person=person, first=first, last=last, code=code, origin=origin)


def service(*absences: Absence) -> Scenario:
    """Return four people over five days, two early shifts a day."""
    return scenario(4, 5, {"E": 2}, [row("work_run", maximum=5)], absences=absences)


def granted(asked: Scenario) -> set[str]:
    return {one.person for one in asked.absences if one.firm}


def test_leave_is_granted_in_the_order_of_the_sheet() -> None:
    asked = service(away("A", 0, 4, 4), away("B", 0, 1, 2), away("C", 1, 1, 3), away("D", 3, 3, 5))
    assert granted(leave(asked, 2)) == {"B", "C", "D"}
    assert granted(leave(asked, 1)) == {"B", "D"}
    assert granted(leave(asked, 0)) == set()
    assert granted(leave(asked, 9)) == set("ABCD")
    assert len(leave(asked, 0).absences) == 4


def test_illness_is_not_refused_and_takes_nobodys_place() -> None:
    asked = service(away("A", 0, 4, 2, "MAL"), away("B", 0, 1, 3), away("C", 1, 1, 4))
    assert granted(leave(asked, 1)) == {"A", "B"}


@pytest.mark.parametrize("seed", range(20))
def test_a_lower_cap_only_refuses_more(seed: int) -> None:
    """No day has more people on leave than the cap; who is refused stays refused lower down."""
    rng = random.Random(seed)
    rows = [away(f"P{n}", d := rng.randrange(5), d + rng.randrange(4), n) for n in range(12)]
    asked = service(*rows)
    before = granted(asked)
    for most in range(8, -1, -1):
        capped = leave(asked, most)
        days = Counter(
            day
            for one in capped.absences
            if one.firm
            for day in range(one.first, min(one.last, 4) + 1)
        )
        assert max(days.values(), default=0) <= most
        assert granted(capped) <= before
        before = granted(capped)


def test_cover_is_no_worse_where_fewer_are_on_leave() -> None:
    asked = service(away("A", 0, 4, 2), away("B", 0, 4, 3), away("C", 1, 2, 4))
    found = rotaplan.sweep(asked, SAME, leave=(0, 1, 2, 3), processes=1)
    assert [line.name for line in found.lines] == ["+0", *(f"≤ {n} en congé" for n in (3, 2, 1, 0))]
    posts = [line.open_posts for line in found.lines]
    assert posts == sorted(posts, reverse=True)
    assert (posts[0], posts[-1]) == (2, 0)
    assert found.worse == ()


def test_new_people_can_be_part_time() -> None:
    found = rotaplan.sweep(service(), SAME, staff=(0, 2), quotite="50 %", processes=1)
    people = found.lines[1].result.scenario.people
    assert [float(one.fte) for one in people[-2:]] == [0.5, 0.5]
    with pytest.raises(WorkbookError):
        rotaplan.sweep(service(), SAME, staff=(1,), quotite="half", processes=1)


def test_a_pack_holds_for_everybody_and_once() -> None:
    study = rotaplan.Study(scenario=service())
    under = study.pack("fph")
    assert {one.regime for one in under.scenario.people} == {"FPH"}
    more = [one for one in under.scenario.rules if one not in study.scenario.rules]
    assert more
    assert all(one.reference.startswith("FPH") for one in more)
    assert under.pack("fph").scenario.rules == under.scenario.rules
    other = under.pack("tpu").scenario
    assert {one.regime for one in other.people} == {"TPU"}
    assert not any(one.who.has(other.people[0]) for one in other.rules if one in more)
    with pytest.raises(WorkbookError, match="fph"):
        study.pack("fpx")


def test_no_roster_breaks_the_pack_of_its_variant() -> None:
    """The roster is judged by its rows as well."""
    asked = scenario(2, 7, {"E": 1}, [row("work_run", maximum=7)])
    found = rotaplan.sweep(asked, SAME, staff=(-1,), packs=("fph",), processes=1)
    assert [line.name for line in found.lines] == ["-1", "§ fph"]
    under = found.lines[1].result
    assert under.report.clean
    assert under.scenario == rotaplan.Study(scenario=asked).pack("fph").scenario


def told(path: Path, *options: str) -> dict[str, Any]:
    """Return what a sweep of a workbook tells, by name of the variant."""
    target = path.with_suffix(".json")
    asked = ["sweep", str(path), *QUICK, "--json", str(target), "--force", *options]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code in (0, 1), done.output
    lines = json.loads(target.read_text(encoding="utf-8"))["variants"]
    return {one["name"]: one for one in lines}


def holiday() -> Book:
    """Return the workbook of the tests in a week in which three of four want to be away."""
    rows = [["Agent", "Du", "Au", "Code"]]
    rows += [[who, "08/03/2027", "14/03/2027", "CA"] for who in ("007", "008", "009")]
    return {**base(), "Absences": rows}


def test_options_ask_for_caps_part_time_and_laws(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "b.xlsx", holiday())
    found = told(
        *(path, "--leave", "1..2", "--staff", "0,1", "--fte", "50%", "--pack", "FPH"),
    )
    caps = [f"≤ {n} en congé" for n in (2, 1)]
    assert list(found) == ["+0", "+1", *caps, "§ fph"]
    posts = [found[name]["open_posts"] for name in ("+0", *caps)]
    assert posts == sorted(posts, reverse=True)
    assert posts[0] > posts[-1]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--leave", "-1"], "-1"),
        (["--leave", "deux"], "deux"),
        (["--staff", "1", "--fte", "demi"], "demi"),
        (["--staff", "1", "--fte", "50"], "50 %"),
        (["--pack", "fpx"], "fpx"),
    ],
)
def test_faulty_options_are_told(tmp_path: Path, options: list[str], said: str) -> None:
    path = write_xlsx(tmp_path / "b.xlsx", holiday())
    done = CliRunner().invoke(main, ["sweep", str(path), *QUICK, *options])
    assert done.exit_code == 2
    assert said in done.output


def test_the_sheet_says_leave_contracts_and_laws(tmp_path: Path) -> None:
    """Each through cells written over, as any other cell: refused leave, hours, a regime."""
    book = holiday()
    book["Règles"] += [["work_run", None, "strict"]]
    book["Règles"][0] = ["Règle", "Min", "Statut", "Qui", "Max"]
    book["Règles"][2] += ["régime:FPH", 2]
    book["Scénarios"] = [
        SCENARIOS,
        ["Un congé refusé", "Absences", "A3", "Statut", "refusée"],
        ["Deux congés refusés", "Absences", "A3", "Statut", "refusée"],
        ["Deux congés refusés", "Absences", "009", "Statut", "refusée"],
        ["Mi-temps", "Agents", "tous", "Quotité", "50 %"],
        ["Deux de plus à mi-temps", "Agents", "010", "Nombre", 3],
        ["Régime FPH", "Agents", None, "Régime", "FPH"],
        ["Sans la règle FPH", "Règles", "A3", "Statut", "inactif"],
    ]
    path = write_xlsx(tmp_path / "b.xlsx", book)
    found = told(path)
    posts = {name: one["open_posts"] for name, one in found.items()}
    assert posts["+0"] >= posts["Un congé refusé"] >= posts["Deux congés refusés"]
    assert posts["+0"] > posts["Deux congés refusés"]
    assert found["Deux de plus à mi-temps"]["people"] == 6
    assert posts["Deux de plus à mi-temps"] < posts["+0"]
    assert posts["Régime FPH"] > posts["+0"] == posts["Sans la règle FPH"]
    questions = {name: one.scenario for name, one in rotaplan.variants(path).items()}
    assert {float(one.fte) for one in questions["Mi-temps"].people} == {0.5}
    assert api.read(path).scenario is not None


def test_the_rows_of_a_pack_can_be_switched_by_the_sheet(tmp_path: Path) -> None:
    """A workbook with a pack, everybody out of its regime in one variant: its rows mean nobody."""
    source, target = tmp_path / "s.xlsx", tmp_path / "t.xlsx"
    asked = ["init", str(source), "--pack", "fph", "--pack", "tpu"]
    assert CliRunner().invoke(main, asked).exit_code == 0
    book = load_workbook(source)
    sheet = book["Scénarios"]
    sheet.delete_rows(2, 9)
    for regime in ("FPH", "TPU"):
        sheet.append([f"Tous {regime}", "Agents", None, "Régime", regime])
    book.save(target)
    for regime, (name, study) in zip(
        ("FPH", "TPU"), rotaplan.variants(target).items(), strict=True
    ):
        assert name == f"Tous {regime}"
        scenario_of = study.scenario
        own = [one for one in scenario_of.rules if one.reference.startswith(("FPH", "TPU"))]
        meant = {one.reference[:3] for one in own if one.who.has(scenario_of.people[0])}
        assert meant == {regime}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--staff", "-4"], "4"),
        (["--cluster", "tcp://127.0.0.1:1"], "tcp://127.0.0.1:1"),
    ],
)
def test_what_cannot_be_done_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    """More people taken away than there are; a scheduler that does not answer."""
    monkeypatch.setattr("rotaplan.api.sweeping._CONNECT_SECONDS", 0.2)
    path = write_xlsx(tmp_path / "b.xlsx", holiday())
    done = CliRunner().invoke(main, ["sweep", str(path), *QUICK, *options])
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "b_variantes.xlsx").exists()


def test_the_table_on_a_narrow_screen_has_whole_words(capsys: pytest.CaptureFixture[str]) -> None:
    asked = service(away("A", 0, 4, 2))
    found = rotaplan.sweep(asked, SAME, leave=(0,), processes=1)
    print_sweep(found, "fr")
    told = capsys.readouterr().out
    assert max(map(len, told.splitlines()[:4])) <= 80
    assert "…" not in told
    assert {"Variante", "voulus", "optimal", "congé"} <= set(told.split())
