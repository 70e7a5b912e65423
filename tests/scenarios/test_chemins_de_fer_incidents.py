"""The incidents of the railway scenario, re-planned and looked at by somebody else again."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from rotaplan.cli import main
from tests.scenarios.test_chemins_de_fer import FOLDER, imports_from

EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))["incidents"]
START = dt.date(2027, 3, 22)


@pytest.fixture(scope="module")
def tables() -> Any:
    """Return what the generator knows, and its own evaluation."""
    with imports_from(FOLDER):
        import evaluate
        import generate
        import incidents
        import staff
    return SimpleNamespace(
        evaluate=evaluate.evaluate,
        made=generate.make(),
        aftermath=incidents.aftermath,
        planning=incidents.Planning(FOLDER / "publie.xlsx"),
        rows=incidents.INCIDENTS,
        away=staff.Away,
        main=incidents.main,
    )


def rows_of(tables: Any, name: str) -> list[dict[str, Any]]:
    """Return the rows of an incident by heading."""
    heads = ("id", "type", "start", "end", "known", "target", "effect", "hours", "skills")
    return [dict(zip(heads, row, strict=False)) for row in tables.rows[name](tables.planning)]


def people_of(tables: Any, target: str) -> set[str]:
    """Return the staff numbers that a target names, by number or by team."""
    words = {word.strip() for word in target.split(";")}
    return {
        one.id for one in tables.made.people if one.id in words or f"équipe:{one.team}" in words
    }


def test_the_generator_writes_the_committed_incidents(tables: Any, tmp_path: Path) -> None:
    tables.main(tmp_path)
    for name in EXPECTED:
        file = f"incident_{name}.xlsx"
        assert (tmp_path / file).read_bytes() == (FOLDER / file).read_bytes(), name


def test_the_published_plan_is_sound_as_others_see_it_too(tables: Any) -> None:
    assignments = published(tables)
    verdict = tables.evaluate(tables.made, assignments)
    assert (verdict.open_posts, verdict.breaches) == (0, [])


def published(tables: Any) -> list[dict[str, Any]]:
    """Return the published plan with its functions, from its hidden sheet."""
    import openpyxl

    sheet = openpyxl.load_workbook(FOLDER / "publie.xlsx", read_only=True)["_donnees"]
    head, *rows = sheet.iter_rows(values_only=True)
    at = {str(title): column for column, title in enumerate(head)}
    return [
        {
            "person": row[at["agent"]],
            "day": row[at["day"]],
            "shift": row[at["code"]],
            "skill": row[at["function"]] or "",
        }
        for row in rows
        if row[at["agent"]]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", EXPECTED)
def test_an_incident_is_mastered_within_its_bounds(tables: Any, name: str, tmp_path: Path) -> None:
    """Every post held, no strict rule broken, no rest taken without consent, few people told."""
    wanted = EXPECTED[name]
    told = tmp_path / "answer.json"
    words = ["replan", str(FOLDER / "publie.xlsx"), str(FOLDER / f"incident_{name}.xlsx")]
    words += ["--plan", wanted["plan"], "--until", wanted["until"], "--json", str(told)]
    words += ["-o", str(tmp_path / "answer.xlsx"), "--reproducible", "--time-limit", "40"]
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 0, run.output
    (plan,) = json.loads(told.read_text(encoding="utf-8"))["plans"]
    made, rows = tables.made, rows_of(tables, name)
    struck = {row["target"]: row for row in rows if row["type"] in ("absence", "grève")}
    for target, row in struck.items():
        made = without(tables, made, people_of(tables, target), row)
    verdict = tables.evaluate(made, plan["assignments"], *tables.aftermath(name))
    assert (verdict.open_posts, verdict.breaches) == (wanted["open"], [])
    known = rows[0]["known"]
    agreed = {
        (person, row["start"] + dt.timedelta(days=day))
        for row in rows
        if row["type"] == "volontaire"
        for person in people_of(tables, row["target"])
        for day in range((row["end"] - row["start"]).days + 1)
    }
    now = {(one["person"], one["day"]): one["shift"] for one in plan["assignments"]}
    changed = set()
    for person in (one.id for one in tables.made.people):
        for day in range(70):
            date = START + dt.timedelta(days=day)
            before, after = tables.planning.code(person, date), now.get((person, day), "")
            if before == after:
                continue
            changed.add(person)
            assert known.date() <= date <= dt.date.fromisoformat(wanted["until"])
            assert before or (person, date) in agreed, (person, date, after)
    freed = {
        person
        for person in changed
        if any(person in people_of(tables, target) for target in struck)
    }
    if name == "chantier":
        dates = (dt.date(2027, 4, 24), dt.date(2027, 4, 25))
        freed = {p for date in dates for p in tables.planning.holders(date, "K1", "K2", "K3", "K4")}
    assert len(changed - freed) <= wanted["others_at_most"]


def without(tables: Any, made: Any, people: set[str], row: dict[str, Any]) -> Any:
    """Return the sector with people away on the days of a row."""
    first = row["start"].date() if isinstance(row["start"], dt.datetime) else row["start"]
    last = row["end"].date() if isinstance(row["end"], dt.datetime) else row["end"]
    more = tuple(tables.away(one, first, last, "ABS") for one in made.people if one.id in people)
    return type(made)(made.people, (*made.away, *more), made.history)
