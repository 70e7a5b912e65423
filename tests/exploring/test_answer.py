"""Answers in a notebook: figures, comparisons, drawings, and nothing unescaped."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import rotaplan
from rotaplan import api
from rotaplan.api import write_template
from rotaplan.cli import main
from rotaplan.cli.searching import find
from rotaplan.domain.people import Person
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.domain.schedule import Assignment
from rotaplan.engines.cpsat import Watch
from rotaplan.errors import WorkbookError
from rotaplan.exploring import Answer, Study, calls
from rotaplan.exploring.progress import Line, state_of
from rotaplan.result import Result
from rotaplan.strategies.asked import Progress
from rotaplan.text import say
from tests.solve.small import row, scenario

HELD = [Assignment(person="A", day=0, shift="E"), Assignment(person="B", day=1, shift="E")]


def answer(roster: list[Assignment] = HELD, **given: object) -> Answer:
    """Return a judged roster of two people over three days, one of them wanted a day."""
    return rotaplan.check(scenario(2, 3, {"E": 1}, **given), roster)


def test_solve_takes_its_limits_by_name() -> None:
    found = rotaplan.solve(Study(scenario=scenario(2, 3, {"E": 1})), seconds=2, workers=1, seed=7)
    assert (found.status, found.seed, found.workers) == ("optimal", 7, 1)
    assert found.indicators()["open_posts"] == 0


def wishing() -> tuple[Scenario, Result]:
    """Return a question, and a roster that refuses A a day off which B would take over."""
    rules = [row("requests"), row("cover_target")]
    asked = scenario(2, 3, {"E": 1}, rules, wishes=(Wish(person="A", day=0),))
    return asked, api.check(asked, [*HELD, Assignment(person="A", day=2, shift="E")])


def test_solve_grants_what_the_command_grants(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that leaves a wish refused for nothing: both ways in hand out the same roster."""
    asked, poor = wishing()
    monkeypatch.setattr("rotaplan.api.solve", lambda *_, **__: poor)
    settings = rotaplan.Settings(reproducible=True)
    found = rotaplan.solve(asked, settings)
    told, _ = find(asked, settings, "fr")
    assert found.schedule == told.schedule
    assert found.report.cost_by_level == told.report.cost_by_level
    granted = [one.indicators()["wishes_granted"] for one in (Answer.of(poor), found)]
    assert granted == [0, 1]


def test_a_search_that_was_stopped_is_handed_out_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, poor = wishing()
    monkeypatch.setattr("rotaplan.api.solve", lambda *_, **__: poor)
    watch = Watch()
    watch.stop()
    assert rotaplan.solve(asked, watch=watch).schedule == poor.schedule


@pytest.mark.slow
def test_python_and_the_command_give_the_same_roster(tmp_path: Path) -> None:
    """The example, one of whose wishes is granted after the search."""
    source, told = tmp_path / "s.xlsx", tmp_path / "s.json"
    write_template(source, language="fr", example=True)
    options = ["--time-limit", "0.2", "--reproducible", "--json", str(told)]
    assert CliRunner().invoke(main, ["solve", str(source), *options]).exit_code == 0
    content = json.loads(told.read_text(encoding="utf-8"))
    found = rotaplan.solve(rotaplan.load(source), seconds=0.2, reproducible=True)
    assert content["assignments"] == found.to_json()["assignments"]


def test_indicators_are_those_of_the_roster() -> None:
    found = answer().indicators()
    assert (found["coverage"], found["asked"], found["open_posts"]) == (0.666, 3, 1)
    assert (found["people"], found["hours"], found["changes"]) == (2, 16.0, None)
    assert found["cost_4"] == answer().report.cost_by_level.get(4, 0)
    assert answer().indicators(labels=True)["Places à pourvoir"] == 1


def test_comparison_holds_indicators_and_cells_against_each_other() -> None:
    better = answer([*HELD, Assignment(person="A", day=2, shift="E")])
    found = answer().compare(better, ("avant", "après"))
    assert list(found.indicators.loc["open_posts"]) == [1, 0, -1]
    assert found.cells.to_numpy().tolist() == [["A", "A", dt.date(2027, 3, 3), "", "E"]]
    assert "Une case change." in found._repr_html_()


def test_variants_and_risks_show_themselves_and_escape_what_a_workbook_says() -> None:
    """Not the questions within them, which fill pages."""
    asked = replace(scenario(2, 3, {"E": 1}), language="fr")
    people = (replace(asked.people[0], team="<b>T</b>"), asked.people[1])
    asked = replace(asked, people=people)
    settings = rotaplan.Settings(seconds=0.1, reproducible=True)
    table = rotaplan.sweep(asked, settings, variants={"<i>": asked}, processes=1)
    assert repr(table) == "<Variants: +0, <i>>"
    assert "Postes ouverts" in table._repr_html_()
    assert "<i>" not in table._repr_html_()
    risks = rotaplan.robustness(asked, HELD, rates={"": 1.0}, runs=2)
    assert list(risks.to_frame()["open"]) == [1.0, 1.0]
    assert repr(risks) == "<Risks: 2.00 posts open a simulation>"
    assert "&lt;b&gt;T&lt;/b&gt;" in risks._repr_html_()
    assert "100,0" in risks._repr_html_()
    assert "<b>" not in risks._repr_html_()


def test_comparison_knows_people_of_either_side() -> None:
    other = rotaplan.check(scenario(3, 3, {"E": 1}), [Assignment(person="C", day=0, shift="E")])
    assert set(answer().compare(other).cells["person"]) == {"A", "B", "C"}


def test_an_answer_explains_its_open_posts_and_its_cells() -> None:
    found = answer()
    (account,) = found.explain().accounts
    assert (account.need.day, account.missing, account.of("able")) == (2, 1, ("A", "B"))
    cell = found.explain("A", dt.date(2027, 3, 1))
    assert (cell.holds.shift, cell.asked.on) == ("E", False)
    with pytest.raises(ValueError, match="together"):
        found.explain("A")


def test_without_a_roster_what_clashes_is_explained() -> None:
    strict = scenario(1, 1, {"E": 2}, [row("cover_minimum", must=True)])
    none = Answer(scenario=strict, status="infeasible", schedule=None, report=None)
    (conflict,) = none.explain(seconds=20).conflicts
    assert "cover_minimum" in {item.rule.key for item in conflict.items}


def test_without_a_schedule_nothing_is_counted() -> None:
    none = Answer(scenario=scenario(1, 1, {"E": 1}), status="unknown", schedule=None, report=None)
    for ask in (none.indicators, lambda: none.compare(answer()), none.plot.roster):
        with pytest.raises(ValueError, match="no schedule"):
            ask()
    assert "inconnu" in none._repr_html_()


def test_what_a_notebook_shows_is_escaped() -> None:
    evil = "<script>alert(1)</script>"
    people = (Person(id="A", name=evil),)
    asked = replace(scenario(1, 3, {"E": 1}), people=people, title=evil)
    one = rotaplan.check(asked, HELD[:1])
    shown = [
        Study(scenario=asked)._repr_html_(),
        one._repr_html_(),
        one.compare(answer([]), (evil, "b"))._repr_html_(),
    ]
    assert all("<script" not in page for page in shown)
    assert "&lt;script&gt;" in shown[0]


def test_the_roster_is_shown_in_the_colours_of_the_workbook() -> None:
    assert "background:#FFF2CC" in answer()._repr_html_()


@pytest.mark.parametrize("name", ["roster", "coverage", "equity"])
def test_drawings_are_pictures_and_the_same_each_time(name: str) -> None:
    first, second = (getattr(answer().plot, name)()._repr_png_() for _ in range(2))
    assert first.startswith(b"\x89PNG")
    assert first == second


def test_changes_are_drawn_for_the_people_concerned_alone(tmp_path: Path) -> None:
    drawn = answer().plot.changes(answer([*HELD, Assignment(person="A", day=2, shift="E")]))
    (axes,) = drawn.figure.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == ["A"]
    assert "·→E" in [text.get_text() for text in axes.texts]
    drawn.save(tmp_path / "changes.svg")
    assert (tmp_path / "changes.svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")


def test_a_missing_library_is_named_with_the_command_that_brings_it() -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "from tests.exploring.test_answer import answer\n"
        "try: answer().plot\n"
        "except ImportError as error: print(error)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 'pip install "rotaplan[notebook]"' in told.stdout


def test_progress_tells_price_and_bound_of_each_level() -> None:
    told = Progress(seconds=1.0, levels=(4, 5), costs=(3, 9), bounds=(3, 2), repairing=False)
    assert state_of(told, "fr") == "effectifs cibles : 3 (au mieux 3) · équité : 9 (au mieux 2)"


def test_load_says_what_is_wrong_in_words(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match=r"absent\.xlsx n'existe pas"):
        rotaplan.load(tmp_path / "absent.xlsx")


def test_an_absence_is_planned_around(tmp_path: Path) -> None:
    """From the workbook to the plans of an incident, as a notebook goes."""
    asked = scenario(3, 3, {"E": 1})
    known = Study(scenario=asked).publish(rotaplan.check(asked, HELD))
    told = known.incident(absent="B", first="02/03/2027", known="01/03 09:00")
    plans = rotaplan.replan(told, reproducible=True, seconds=3)
    assert plans.to_frame().loc["open", "untouched"] == 1
    assert plans.names  # who is at rest is not recalled unasked: the post may stay open
    assert plans.plan(plans.names[-1]).schedule.code("B", 1) == ""
    assert "Ne rien faire" in plans._repr_html_()
    assert plans.note(plans.names[0])["decision"]
    plans.to_excel(plans.names[0], tmp_path / "plan.xlsx")
    with pytest.raises(FileExistsError):
        plans.to_excel(plans.names[0], tmp_path / "plan.xlsx")


def test_a_workbook_is_loaded_as_a_study(tmp_path: Path) -> None:
    write_template(tmp_path / "example.xlsx", language="fr", example=True)
    study = rotaplan.load(tmp_path / "example.xlsx")
    assert len(study.scenario.people) == 10
    assert study.planning is None
    assert "10" in study._repr_html_()


def test_an_answer_is_written_but_never_over_a_file(tmp_path: Path) -> None:
    target = tmp_path / "planning.xlsx"
    answer().to_excel(target)
    assert target.stat().st_size > 0
    with pytest.raises(FileExistsError, match=r"planning\.xlsx"):
        answer().to_excel(target)
    answer([]).to_excel(target, force=True)


def test_a_choice_of_rosters_is_a_table_and_a_drawing() -> None:
    asked = scenario(3, 3, {"E": 1}, [row("cover_target"), row("balance_count")])
    found = rotaplan.tradeoff(asked, plans=2, distance=1, seconds=1, workers=1, reproducible=True)
    assert found.choices
    assert list(found.to_frame().columns) == list(found.names)
    assert found.plan(1).report == found.choices[0].result.report
    figure = found.plot.prices().figure
    assert len(figure.axes) == len(found.goals)
    assert [bar.get_width() for bar in figure.axes[0].patches] == [
        one.prices[found.goals[0]] for one in found.choices
    ]
    assert found.names[0] in found._repr_html_()
    with pytest.raises(KeyError):
        found.plan(9)


def test_replan_and_tradeoff_tell_how_far_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line beneath the cell is told of each search, and ends with what was found."""
    shown: list[str] = []

    class Handle:
        def update(self, texts: dict[str, str], *, raw: bool) -> None:
            shown.append(texts["text/plain"])

    monkeypatch.setattr(calls, "line_of", lambda language: Line(Handle(), language))
    asked = scenario(3, 3, {"E": 1}, [row("cover_target")])
    roster = [Assignment(person="ABC"[day], day=day, shift="E") for day in range(3)]
    study = Study(scenario=asked, planning=tuple(roster))
    told = study.incident(absent="B", first="2/3", known="1/3 08:00")
    plans = rotaplan.replan(told, seconds=3, workers=1, reproducible=True)
    count = len(plans.names)
    assert shown[-1] == say("fr", "explore-ended-several", count=count)
    assert len(shown) > 1
    shown.clear()
    rotaplan.tradeoff(asked, plans=2, seconds=1, workers=1, reproducible=True)
    assert shown[-1] == say("fr", "explore-ended-several", count=1)
    assert len(shown) > 1


def test_levels_of_a_choice_of_rosters_have_no_name() -> None:
    progress = Progress(seconds=1, levels=(30,), costs=(5,), bounds=(0,), repairing=False)
    assert state_of(progress, "fr") == say("fr", "explore-searching")
