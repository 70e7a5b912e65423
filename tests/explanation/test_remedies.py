"""Where one change is not enough: several at once, which together leave a roster."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import openpyxl
from click.testing import CliRunner

from rotaplan import Settings
from rotaplan.api import conflicts
from rotaplan.cli import main
from rotaplan.domain.people import HeldSkill, People
from rotaplan.domain.scenario import Absence, Demand, Scenario
from rotaplan.engines.cpsat import Watch
from rotaplan.explanation import Clauses, Conceder, remedy, shortages
from rotaplan.model.build import build
from rotaplan.problem import Cell
from rotaplan.rules.base import RuleBase
from tests.explanation.alone import has_roster
from tests.explanation.planted import Planted, sound
from tests.sheets.books import write_xlsx
from tests.solve.small import row, scenario

LONG = Settings(seconds=600)


def away(*names: str, first: int = 1, last: int = 4) -> tuple[Absence, ...]:
    """Illness, which nobody is asked to give back."""
    return tuple(
        Absence(
            person=name, first=first, last=last, code="MAL", origin=Cell(sheet="Absences", row=at)
        )
        for at, name in enumerate(names, start=2)
    )


def needing(least: int, rules: list[RuleBase], **given: object) -> Scenario:
    """Three people, six days, some of them early every day."""
    line = Demand(shift="E", minimum=least, target=least, origin=Cell(sheet="Besoins", row=2))
    return replace(scenario(3, 6, {}, rules), demand=(line,), **given)  # type: ignore[arg-type]


def strict(key: str, number: int = 9, **given: object) -> RuleBase:
    """A strict row that a planner wrote."""
    cell = Cell(sheet="Règles", row=number)
    return replace(row(key, must=True, **given), origin=cell, row=str(cell))


def test_posts_of_several_days_are_left_open_together() -> None:
    """Two of three are ill for four days: one conflict, its other days, four posts open."""
    asked = needing(2, [strict("cover_minimum")], absences=away("A", "B"))
    told = conflicts(asked, LONG)
    (found,) = told.conflicts
    assert found.alike_days == (2, 3, 4)
    assert told.together is not None
    assert told.together.fewest
    (posts,) = told.together.concessions
    assert (posts.kind, posts.days, posts.count) == ("post", (1, 2, 3, 4), 4)
    assert has_roster(told.together.scenario)
    assert told.together.price is not None
    assert told.together.price.open_posts == 4


def test_of_posts_that_lack_unlike_numbers_each_number_is_told_by_itself() -> None:
    asked = needing(3, [strict("cover_minimum")], absences=(*away("A"), *away("B", last=2)))
    told = conflicts(asked, LONG).together
    assert told is not None
    assert [(one.days, one.count) for one in told.concessions] == [((1, 2), 4), ((3, 4), 2)]


def test_a_strict_target_is_lowered_too() -> None:
    """The row asks for the target: leaving a post open means asking for fewer."""
    asked = needing(2, [strict("cover_target")], absences=away("A", "B", last=1))
    asked = replace(asked, demand=tuple(replace(one, minimum=0) for one in asked.demand))
    (found,) = conflicts(asked, LONG).conflicts
    (post,) = (one for one in found.concessions if one.kind == "post")
    assert post.count == 1
    assert post.scope == "roster"
    assert has_roster(post.scenario)


def test_as_many_more_people_as_it_takes() -> None:
    """One holder, three wanted: one more does not settle it, two more do."""
    people = scenario(3, 2, {}).people
    people = (replace(people[0], skills=(HeldSkill(skill="HAB"),)), *people[1:])
    asked = needing(3, [strict("cover_minimum")], people=people)
    asked = replace(asked, demand=tuple(replace(one, skill="HAB") for one in asked.demand))
    (found,) = conflicts(asked, LONG).conflicts
    (more,) = (one for one in found.concessions if one.kind == "person")
    assert more.count == 2
    assert more.scope == "roster"
    assert len(more.scenario.people) == 5
    assert has_roster(more.scenario)


def test_rows_of_single_people_are_settled_one_by_one() -> None:
    """A and C owe by rows of their own what illness takes from them: both rows together."""
    rows = [
        strict("days_period", number, who=People(ids=frozenset(name)), minimum=3, period="horizon")
        for number, name in ((4, "A"), (5, "C"))
    ]
    told = conflicts(needing(0, rows, absences=away("A", "C")), LONG)
    assert [len(one.concessions) for one in told.conflicts] == [1, 1]
    assert told.together is not None
    assert [one.cell for one in told.together.concessions] == [one.origin for one in rows]
    assert has_roster(told.together.scenario)


def test_posts_are_left_open_once_the_rows_of_people_are_settled() -> None:
    """Both kinds of trouble at once."""
    owed = [
        strict("days_period", number, who=People(ids=frozenset(name)), minimum=3, period="horizon")
        for number, name in ((4, "A"), (5, "B"))
    ]
    asked = needing(2, [strict("cover_minimum"), *owed], absences=away("A", "B"))
    told = conflicts(asked, LONG).together
    assert told is not None
    assert [one.kind for one in told.concessions] == ["soft", "soft", "post"]
    assert has_roster(told.scenario)


def test_sums_alone_are_enough_to_look_for_posts_to_leave_open() -> None:
    """Where no conflict was found within the time, counting has proven that there is one."""
    asked = needing(2, [strict("cover_minimum")], absences=away("A", "B"))
    conceder = Conceder(
        scenario=asked,
        prepare=lambda changed: Clauses.of(build(changed)),
        solve=lambda *_: None,
        until=time.monotonic() + 600,
        seed=0,
        watch=Watch(),
    )
    assert remedy(conceder, ()) is None
    found = remedy(conceder, (), shortages(build(asked)))
    assert found is not None
    assert sum(one.count for one in found.concessions) == 4


def test_one_change_that_is_enough_needs_no_other() -> None:
    asked = needing(2, [strict("cover_minimum")], absences=away("A", "B", last=1))
    told = conflicts(asked, LONG)
    assert told.conflicts[0].concessions[0].kind == "post"
    assert told.together is None


def ill_for_days() -> Planted:
    """All holders are ill on three days that need one of them."""
    made = sound(0, 8, 7)
    made.book["Absences"] = made.book["Absences"][:1]
    made.add("Besoins", "M", "HAB", None, 1, 1)
    for name in made.holders:
        made.add("Absences", name, made.date(4), made.date(6), "MAL")
    return made


def test_what_settles_everything_is_told_everywhere(tmp_path: Path) -> None:
    """In the terminal, on the sheet and in the JSON, the other days of a conflict too."""
    book = write_xlsx(tmp_path / "a.xlsx", ill_for_days().book)
    answer = ["solve", str(book), "--time-limit", "30", "--json", str(tmp_path / "a.json")]
    told = CliRunner().invoke(main, answer, catch_exceptions=False)
    assert told.exit_code == 1, told.output
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["together"]
    (posts,) = found["concessions"]
    assert (posts["count"], len(posts["dates"]), posts["sheet"]) == (3, 3, "Besoins")
    sheet = openpyxl.load_workbook(tmp_path / "a_planning.xlsx")["Explications"]
    lines = [str(cell.value) for (cell,) in sheet.iter_rows(max_col=1) if cell.value]
    assert lines[-1] == posts["text"]
    assert lines[-2] in told.output
    assert "De même : sam. 6 mars, dim. 7 mars." in told.output
