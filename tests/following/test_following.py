"""The next period: the seam, the counters, the lines of cycles, what the workbook says of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import rotaplan
from rotaplan import api
from rotaplan.cli import main
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Past, Scenario
from rotaplan.domain.schedule import Assignment
from rotaplan.domain.time import Horizon
from rotaplan.exploring import Study
from rotaplan.following import closing, days_after, past_of
from tests.solve.small import row, scenario

CHEMINS = Path(__file__).parents[2] / "scenarios" / "chemins_de_fer" / "publie.xlsx"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("following")


@pytest.fixture(scope="module")
def published(folder: Path) -> Path:
    """Return the example with a roster: agent 2 works the night of the last day."""
    source, target = folder / "service.xlsx", folder / "service_planning.xlsx"
    api.write_template(source, language="fr", example=True)
    question = api.load(source)
    roster = [
        Assignment(person="0002", day=13, shift="N"),
        Assignment(person="0003", day=12, shift="M"),
    ]
    api.write(api.check(question, roster), target, source=source)
    return target


@pytest.fixture(scope="module")
def following(published: Path) -> Path:
    """Return the workbook of the next period, as the command writes it."""
    target = published.with_name("suivant.xlsx")
    found = CliRunner().invoke(main, ["next", str(published), "-o", str(target), "--lang", "fr"])
    assert found.exit_code == 0, found.output
    assert "28 jours d’historique" in found.output
    return target


def test_the_roster_becomes_history(following: Path) -> None:
    reading = api.read(following)
    found = reading.scenario
    assert found is not None
    assert not [one for one in reading.problems if one.severity != "notice"]
    assert reading.planning is None
    assert (found.horizon.start, found.horizon.days) == (dt.date(2027, 3, 22), 14)
    assert found.horizon.history_days == 28
    assert Past(person="0002", day=-1, shift="N") in found.history
    assert found.person["0002"].opening["nuits"] == 1
    assert found.person["0003"].opening["week-ends"] == 1


def test_the_seam_is_judged(following: Path) -> None:
    """The night of the eve ends at seven: no morning on the first day."""
    question = api.load(following)
    report = api.check(question, [Assignment(person="0002", day=0, shift="M")]).report
    assert report is not None
    assert "rest_between" in {one.rule for one in report.broken if one.person == "0002"}
    report = api.check(question, [Assignment(person="0003", day=0, shift="M")]).report
    assert report is not None
    assert "rest_between" not in {one.rule for one in report.broken if one.person == "0003"}


def test_a_study_and_the_command_ask_the_same(published: Path, following: Path) -> None:
    before = rotaplan.load(published)
    study = before.next_period(rotaplan.check(before))
    found, written = study.scenario, api.load(following)
    assert set(found.history) == set(written.history)
    assert [one.opening for one in found.people] == [one.opening for one in written.people]
    for name in ("horizon", "absences", "wishes", "pins", "availability", "derogations", "demand"):
        assert getattr(found, name) == getattr(written, name), name
    assert study.planning is None


def test_nothing_is_overwritten(published: Path, following: Path) -> None:
    content = following.read_bytes()
    call = ["next", str(published), "-o", str(following), "--lang", "en"]
    assert CliRunner().invoke(main, call).exit_code == 2
    assert following.read_bytes() == content
    assert CliRunner().invoke(main, ["next", str(following), "--lang", "en"]).exit_code == 2


def test_leave_and_wishes_of_the_new_days_are_kept(folder: Path) -> None:
    """What the reader left aside as too late for the first period is read for the second."""
    source = folder / "conges.xlsx"
    api.write_template(source, language="fr", example=True)
    from openpyxl import load_workbook

    book = load_workbook(source)
    book["Absences"].append(["0005", dt.datetime(2027, 3, 25), dt.datetime(2027, 3, 26), "CA"])
    book["Souhaits"].append(["0004", None, None, None, "mercredi", "repos"])
    book.save(source)
    study = rotaplan.load(source).without("0001").demand(add=1, where="M")
    found = study.next_period(api.check(study.scenario, [])).scenario
    assert [(one.person, one.first, one.last) for one in found.absences] == [("0005", 3, 4)]
    assert [one.day for one in found.wishes if one.person == "0004"] == [2, 9]
    assert "0001" not in found.person
    assert found.demand == study.scenario.demand


def test_edits_hold_and_staff_that_was_added_stays(published: Path) -> None:
    study = rotaplan.load(published).with_staff(1, like="0001")
    roster = [Assignment(person="+1", day=13, shift="N")]
    found = study.next_period(api.check(study.scenario, roster), weeks=1)
    assert found.scenario.person["+1"].opening["nuits"] == 1
    assert found.scenario.horizon.days == 7


@pytest.mark.slow
def test_lines_of_cycles_go_on(folder: Path) -> None:
    target = folder / "chemins.xlsx"
    found = CliRunner().invoke(main, ["next", str(CHEMINS), "--weeks", "3", "-o", str(target)])
    assert found.exit_code == 0, found.output
    before, after = api.load(CHEMINS), api.load(target)
    days = before.horizon.days
    for person in before.people:
        codes = [before.cycle_code(person, days + day) for day in range(21)]
        assert codes == [after.cycle_code(after.person[person.id], day) for day in range(21)]


def counted(**columns: object) -> Scenario:
    """Return five days of two people with a rule that carries a counter on."""
    return scenario(2, 5, {"E": 1, "N": 1}, [row("balance_count", **columns)])


def test_a_counter_gains_what_its_rule_counts() -> None:
    plain = scenario(2, 5, {"E": 1, "N": 1})
    rules = [
        row("balance_count", counter="Gardes"),
        row("balance_minutes", counter="Minutes", tolerance=0),
        row("priority", counter="Rang"),
    ]
    people = (
        replace(plain.people[0], opening={"gardes": 2, "rang": 5}),
        *plain.people[1:],
    )
    asked = replace(plain, rules=tuple(rules), people=people)
    first = asked.people[0].id
    roster = [Assignment(person=first, day=n, shift=code) for n, code in enumerate("EN")]
    found = closing(api.check(asked, roster))
    minutes = sum(asked.minutes(asked.shift[one.shift], one.day) for one in roster)
    assert found[first]["gardes"] == 4
    assert found[first]["minutes"] == minutes
    assert found[first]["rang"] == 5
    assert found[first]["nuits"] == 1
    assert found[asked.people[1].id]["gardes"] == 0


def test_history_goes_a_year_back_and_no_further() -> None:
    plain = counted()
    asked = replace(
        plain,
        horizon=replace(plain.horizon, history_days=365),
        history=(Past(person=plain.people[0].id, day=-365, shift="E"),),
    )
    past, known = past_of(
        api.check(asked, [Assignment(person=plain.people[0].id, day=4, shift="N")])
    )
    assert known == 366
    assert past == (Past(person=plain.people[0].id, day=-1, shift="N"),)


@pytest.mark.parametrize(
    ("start", "days", "weeks", "expected"),
    [
        (dt.date(2027, 3, 1), 31, None, 30),
        (dt.date(2027, 1, 1), 31, None, 28),
        (dt.date(2027, 3, 1), 28, None, 28),
        (dt.date(2027, 3, 1), 31, 4, 28),
        (dt.date(2027, 3, 8), 14, None, 14),
    ],
)
def test_after_a_whole_month_comes_the_next_one(
    start: dt.date, days: int, weeks: int | None, expected: int
) -> None:
    assert days_after(Horizon(start=start, days=days), weeks) == expected


def test_a_study_without_a_workbook_knows_no_next_days() -> None:
    study = Study(scenario=replace(counted(), people=(Person(id="A"),)))
    with pytest.raises(ValueError, match="workbook"):
        study.next_period(api.check(study.scenario, []))
