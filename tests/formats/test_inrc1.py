"""Instances of the first competition become workbooks whose cost is the competition's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from rotaplan.api import Settings, solve
from rotaplan.cli import main
from rotaplan.domain.report import Report
from rotaplan.domain.scenario import Language, Scenario
from rotaplan.domain.schedule import Assignment, Schedule
from rotaplan.errors import WorkbookError
from rotaplan.formats.inrc1 import convert, read_instance
from rotaplan.judge import judge
from rotaplan.sheets import read_workbook
from tests.formats.evaluate_inrc1 import FOLDER, Problem, Roster, costs, solution, uncovered
from tests.formats.test_evaluate_inrc1 import CASES, case_path, needs_instances

INSTANCES = FOLDER / "instances_xml"
ELEMENT = {
    "days_period": "NumAssignments",
    "work_run": "WorkingDays",
    "off_run": "FreeDays",
    "weekend_run": "WorkingWeekends",
    "weekend_complete": "CompleteWeekends",
    "weekend_identical": "IdenticalShiftTypesDuringWeekend",
    "shifts_period": "AlternativeSkillCategory",
    "requests": "requests",
}


LATE_02 = """\
...DEEL...DEED...DELL...EELL
EEEED..DEE.DDE....EELL..EEEE
...DEEL...EEEDL..ELL....DEEE
DDDE..ELLLL...EDDEL..LLLL...
LLLL..EEE....EDE..EEDDE..DLL
EE..LL....DL..LLLL..E...LL..
L..LLL....LLLL...D..EEDDD...
...EE..EDDE...EEE..DDEEE....
.....DD...EE.....ED.......DD
......DL....LL...L......EL.D
"""
"""Rosters of employees 0 to 9 of sprint_late02."""


def read(source: Path, target: Path, language: Language = "fr") -> Scenario:
    convert(source, target, language)
    reading = read_workbook(target)
    # Skills stand in prices of single shifts only: the reader notes that nothing requires them.
    assert {one.code for one in reading.problems} <= {"skill-unasked"}
    assert reading.scenario is not None
    return reading.scenario


def verdict(scenario: Scenario, roster: Roster) -> Report:
    assignments = [
        Assignment(person=employee, day=day, shift=shift)
        for (employee, day), shift in roster.items()
    ]
    return judge(scenario, Schedule.of(scenario, assignments))


def soft(report: Report) -> int:
    return dict(report.cost_by_level).get(4, 0)


def hard(report: Report) -> int:
    """Return the places empty, and those taken twice."""
    return sum(
        one.amount for one in report.violations if one.rule in ("cover_minimum", "cover_maximum")
    )


@needs_instances
@pytest.mark.parametrize(("name", "which", "cost", "missed"), CASES, ids=[c[1] for c in CASES])
def test_the_judge_finds_the_expected_costs(
    name: str, which: str, cost: int, missed: int, tmp_path: Path
) -> None:
    scenario = read(case_path(name), tmp_path / "i.xlsx")
    report = verdict(scenario, solution(Problem(case_path(name)), case_path(which)))
    assert soft(report) == cost
    assert hard(report) == missed
    assert {one.rule for one in report.violations if one.must} <= {"cover_maximum"}


def draw(rng: Random, problem: Problem) -> Roster:
    """Return a roster with long and short runs, mostly of one shift."""
    roster: Roster = {}
    shifts = sorted(str(shift) for shift in problem.required)
    for employee in problem.employees:
        day = 0
        while day < problem.days:
            shift = rng.choice(["", "", *shifts])
            for _ in range(rng.randint(1, 6)):
                if shift and day < problem.days:
                    roster[employee, day] = shift if rng.random() < 0.8 else rng.choice(shifts)
                day += 1
    return roster


def by_element(report: Report) -> Counter[str]:
    """Return the prices by what asks for them; patterns, being of two origins, left out."""
    found: Counter[str] = Counter()
    for one in report.violations:
        if one.rule in ELEMENT:
            found[ELEMENT[one.rule]] += one.amount * one.weight
    return found


def expected(found: Counter[str], standard: bool) -> Counter[str]:
    """Return an evaluator's costs under the same names."""
    names = {
        name: next((element for element in ELEMENT.values() if name.endswith(element)), "requests")
        for name in found
    }
    same: Counter[str] = Counter()
    for name, cost in found.items():
        of_weekend = name in ("CompleteWeekends", "IdenticalShiftTypesDuringWeekend")
        if name != "UnwantedPatterns" and (standard or not of_weekend):
            same[names[name]] += cost
    return same


@needs_instances
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_country_has_its_holidays_in_a_set_that_knows_none(
    language: Language, tmp_path: Path
) -> None:
    scenario = read(INSTANCES / "sprint01.xml", tmp_path / "i.xlsx", language)
    assert (scenario.horizon.date(0).day, scenario.horizon.date(0).month) == (1, 1)
    assert not scenario.calendar.holidays


@needs_instances
@pytest.mark.parametrize(
    "name", ["sprint01", "sprint_late09", "sprint_late10", "medium05", "long03", "long_late01"]
)
def test_judge_and_evaluator_agree_on_random_rosters(name: str, tmp_path: Path) -> None:
    path = INSTANCES / f"{name}.xml"
    problem, scenario = Problem(path), read(path, tmp_path / "i.xlsx", "en")
    standard = {c.findtext("WeekendDefinition") for c in problem.contracts.values()} == {
        "SaturdaySunday"
    }
    rng = Random(name)
    for _ in range(4):
        roster = draw(rng, problem)
        report, found = verdict(scenario, roster), costs(problem, roster)
        assert soft(report) == sum(found.values())
        assert hard(report) == uncovered(problem, roster)
        if standard:
            assert +by_element(report) == expected(found, standard)


@needs_instances
def test_a_month_without_night_shift_can_cost_less_than_published(tmp_path: Path) -> None:
    """sprint_late02: 38 by the rules, where the list of best known costs has 42."""
    path = INSTANCES / "sprint_late02.xml"
    problem, scenario = Problem(path), read(path, tmp_path / "i.xlsx", "en")
    lines = zip(problem.employees, LATE_02.splitlines(), strict=True)
    roster = {
        (employee, day): shift
        for employee, line in lines
        for day, shift in enumerate(line)
        if shift != "."
    }
    assert uncovered(problem, roster) == hard(verdict(scenario, roster)) == 0
    assert costs(problem, roster) == {
        "DayOff": 28,
        "MinConsecutiveWorkingDays": 5,
        "CompleteWeekends": 4,
        "MinConsecutiveFreeDays": 1,
    }
    assert soft(verdict(scenario, roster)) == 38


@needs_instances
def test_every_instance_becomes_a_workbook(tmp_path: Path) -> None:
    for number, path in enumerate(sorted(INSTANCES.glob("*.xml"))):
        language: Language = "fr" if number % 2 else "en"
        scenario = read(path, tmp_path / "i.xlsx", language)
        problem = Problem(path)
        assert scenario.language == language
        assert scenario.horizon.days == problem.days
        assert [one.id for one in scenario.people] == list(problem.employees)
        assert sum(n.minimum for d in scenario.needs.values() for n in d) == sum(
            problem.need().values()
        )


CONTRACT = """
<Contract ID="0"><Description>x</Description>
 <MinConsecutiveWorkingDays on="1" weight="3">3</MinConsecutiveWorkingDays>
 <MaxConsecutiveWorkingDays on="1" weight="2">4</MaxConsecutiveWorkingDays>
 <MinConsecutiveFreeDays on="1" weight="5">2</MinConsecutiveFreeDays>
 <MaxConsecutiveFreeDays on="1" weight="7">3</MaxConsecutiveFreeDays>
 <MinConsecutiveWorkingWeekends on="1" weight="11">2</MinConsecutiveWorkingWeekends>
 <MaxConsecutiveWorkingWeekends on="1" weight="13">2</MaxConsecutiveWorkingWeekends>
 <WeekendDefinition>SaturdaySunday</WeekendDefinition>
 <CompleteWeekends weight="17">true</CompleteWeekends>
 <IdenticalShiftTypesDuringWeekend weight="19">true</IdenticalShiftTypesDuringWeekend>
 <AlternativeSkillCategory weight="23">true</AlternativeSkillCategory>
 <UnwantedPatterns><Pattern>p</Pattern></UnwantedPatterns>
</Contract>"""
TINY = f"""<SchedulingPeriod ID="tiny">
<StartDate>2010-01-02</StartDate><EndDate>2010-01-29</EndDate>
<ShiftTypes>
 <Shift ID="A"><StartTime>06:00:00</StartTime><EndTime>14:00:00</EndTime></Shift>
 <Shift ID="B"><StartTime>14:00:00</StartTime><EndTime>22:00:00</EndTime>
  <Skills><Skill>s</Skill></Skills></Shift>
 <Shift ID="C"><StartTime>22:00:00</StartTime><EndTime>06:00:00</EndTime></Shift>
</ShiftTypes>
<Patterns><Pattern ID="p" weight="29"><PatternEntries>
 <PatternEntry index="1"><ShiftType>None</ShiftType><Day>Any</Day></PatternEntry>
 <PatternEntry index="0"><ShiftType>C</ShiftType><Day>Thursday</Day></PatternEntry>
 <PatternEntry index="2"><ShiftType>Any</ShiftType><Day>Any</Day></PatternEntry>
</PatternEntries></Pattern></Patterns>
<Contracts>{CONTRACT}</Contracts>
<Employees><Employee ID="7"><ContractID>0</ContractID><Name>x</Name></Employee></Employees>
<CoverRequirements>
 <DayOfWeekCover><Day>Monday</Day>
  <Cover><Shift>A</Shift><Preferred>1</Preferred></Cover>
  <Cover><Shift>B</Shift><Preferred>1</Preferred></Cover>
  <Cover><Shift>C</Shift><Preferred>1</Preferred></Cover></DayOfWeekCover>
 <DateSpecificCover><Date>2010-01-04</Date>
  <Cover><Shift>A</Shift><Preferred>0</Preferred></Cover></DateSpecificCover>
</CoverRequirements>
<ShiftOnRequests><ShiftOn weight="31"><ShiftTypeID>B</ShiftTypeID><EmployeeID>7</EmployeeID>
 <Date>2010-01-05</Date></ShiftOn></ShiftOnRequests>
<DayOnRequests><DayOn weight="37"><EmployeeID>7</EmployeeID><Date>2010-01-07</Date></DayOn>
</DayOnRequests>
</SchedulingPeriod>
"""
WEEKENDS = (
    "SaturdaySunday",
    "FridaySaturdaySunday",
    "SaturdaySundayMonday",
    "FridaySaturdaySundayMonday",
)


@pytest.mark.parametrize("weekend", WEEKENDS)
@pytest.mark.parametrize("first", ["2010-01-02", "2010-01-03", "2010-01-04", "2010-01-01"])
def test_all_weekends_and_edges_cost_the_same_twice(
    weekend: str, first: str, tmp_path: Path
) -> None:
    """Single lines, so that each element has its say; weekends are cut at either end."""
    source = tmp_path / "tiny.xml"
    text = TINY.replace("SaturdaySunday", weekend).replace("2010-01-02<", f"{first}<")
    if first == "2010-01-01":  # ends on a Saturday
        text = text.replace("2010-01-29<", "2010-01-30<")
    source.write_text(text, encoding="utf-8")
    problem, scenario = Problem(source), read(source, tmp_path / "tiny.xlsx")
    rng = Random(f"{weekend}{first}")
    for _ in range(60):
        roster = draw(rng, problem)
        assert soft(verdict(scenario, roster)) == sum(costs(problem, roster).values())


def test_needs_of_a_date_go_before_those_of_its_weekday(tmp_path: Path) -> None:
    source = tmp_path / "tiny.xml"
    source.write_text(TINY, encoding="utf-8")
    scenario = read(source, tmp_path / "tiny.xlsx")
    needs = {day: {n.shift for n in needs} for day, needs in scenario.needs.items() if needs}
    assert needs == {2: {"B", "C"}, 9: {"A", "B", "C"}, 16: {"A", "B", "C"}, 23: {"A", "B", "C"}}
    assert read_instance(source).patterns["p"].shifts == ("C", "None", "Any")


@pytest.mark.parametrize(
    ("old", "new", "code", "fact"),
    [
        ("</Contracts>", "", "format-xml", None),
        ("<EndDate>2010-01-29", "<EndDate>29/01/2010", "format-element", "29/01/2010"),
        ('weight="17"', 'weight="x"', "format-element", "x"),
        (">3</MaxCon", ">many</MaxCon", "format-element", "many"),
        ("SaturdaySunday<", "Wednesday<", "format-element", "Wednesday"),
        ("<ContractID>0", "<ContractID>1", "format-reference", "1"),
        ("<EmployeeID>7", "<EmployeeID>8", "format-reference", "8"),
        ("<ShiftType>C", "<ShiftType>Z", "format-reference", "Z"),
    ],
)
def test_what_has_no_sense_is_named(
    old: str, new: str, code: str, fact: str | None, tmp_path: Path
) -> None:
    assert old in TINY
    source = tmp_path / "tiny.xml"
    source.write_text(TINY.replace(old, new), encoding="utf-8")
    with pytest.raises(WorkbookError) as raised:
        convert(source, tmp_path / "i.xlsx")
    (problem,) = raised.value.problems
    assert problem.code == code
    assert problem.facts.get("found") == fact
    assert not (tmp_path / "i.xlsx").exists()


def test_command_line_imports_a_file(tmp_path: Path) -> None:
    source, target = tmp_path / "tiny.xml", tmp_path / "i.xlsx"
    source.write_text(TINY, encoding="utf-8")
    told = CliRunner().invoke(main, ["import", "inrc1", str(source), "-o", str(target)])
    assert told.exit_code == 0, told.output
    reading = read_workbook(target)
    assert reading.scenario is not None
    assert reading.scenario.title == "tiny"


@needs_instances
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "best"),
    [("sprint01", 56), ("sprint02", 58), ("sprint03", 51), ("sprint04", 59), ("sprint05", 58)],
)
def test_sprints_are_solved_to_their_best_known_costs(name: str, best: int, tmp_path: Path) -> None:
    path = INSTANCES / f"{name}.xml"
    result = solve(read(path, tmp_path / "i.xlsx"), Settings(seconds=60, seed=1))
    assert result.schedule is not None
    assert result.objective == best
    roster = {(a.person, a.day): a.shift for a in result.schedule.assignments}
    problem = Problem(path)
    assert sum(costs(problem, roster).values()) == best
    assert uncovered(problem, roster) == 0
