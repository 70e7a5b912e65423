"""What people are told: day 0 is Monday 1 February 2027, seen at 07:00."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from rotaplan.api import write_plan
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.people import People
from rotaplan.domain.published import Change, Post
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.replanning import Replanning
from rotaplan.text import LANGUAGES
from rotaplan.write.messages import change_text, messages
from tests.replanning.test_plans import HOUR, away, plans, service
from tests.write.test_replan_xlsx import table


@pytest.fixture(scope="module")
def sick() -> Replanning:
    """Return the plans for Ada, away on Tuesday, whose early duty the reserve takes."""
    scenario, schedule = service("E E E\nR R R\nL L L", E=1, R=1, L=1)
    names = {"A": "Ada", "B": "Bo", "C": "Cy"}
    people = tuple(replace(one, name=names[one.id]) for one in scenario.people)
    shifts = tuple(replace(one, site="Nord") if one.code == "E" else one for one in scenario.shifts)
    scenario = replace(scenario, people=people, shifts=shifts)
    return plans(scenario, Schedule.of(scenario, schedule.assignments), away(scenario, "A", 1))


def texts(found: Replanning, language: str = "fr") -> dict[str, str]:
    plan = found.plan("balanced")
    return {one.person: one.text for one in messages(found, plan, language)}


def test_a_message_says_old_and_new_where_when_and_why(sick: Replanning) -> None:
    assert texts(sick)["B"].split("\n") == [
        "Bonjour Bo, votre planning change :",
        (
            "mardi 2 février : au lieu de R (06:00–14:00), vous assurez E (06:00–14:00)."
            " Prise de service à 06:00, lieu : Nord."
        ),
        "Motif : réorganisation du service.",
        "Préavis : 23 h (urgent).",
        "Merci de confirmer à la personne qui vous adresse ce message que vous l'avez lu.",
    ]
    assert texts(sick, "en")["B"].split("\n")[1:3] == [
        (
            "Tuesday 2 February: instead of R (06:00–14:00), you work E (06:00–14:00)."
            " Sign-on at 06:00, place: Nord."
        ),
        "Reason: the service is reorganised.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_learns_who_is_away_or_why(sick: Replanning, language: str) -> None:
    others = [text for person, text in texts(sick, language).items() if person != "A"]
    assert others
    for text in others:
        assert "Ada" not in text
        assert "absence" not in text


def test_who_is_away_is_told_without_a_reason(sick: Replanning) -> None:
    assert texts(sick)["A"].split("\n") == [
        "Bonjour Ada, votre planning change :",
        (
            "mardi 2 février : votre service E (06:00–14:00) est retiré du planning,"
            " votre absence étant enregistrée."
        ),
        "Motif : votre absence.",
        "Aucune réponse n'est attendue.",
    ]


def test_people_are_written_to_in_their_language() -> None:
    scenario, schedule = service("E E E\nR R R", E=1, R=1)
    people = (scenario.people[0], replace(scenario.people[1], language="en"))
    scenario = replace(scenario, people=people)
    told = texts(plans(scenario, schedule, away(scenario, "A", 1)))
    assert told["A"].startswith("Bonjour A, votre planning change :")
    assert told["B"].startswith("Hello B, your roster changes:")


def closed_line() -> Replanning:
    """Return the plans for a line closed from 10:00, with a bus in its place."""
    scenario, schedule = service("E\nD\nL\n.", E=1, D=1, L=1)
    closed = Disruption(
        effect=Effect.CLOSED,
        start=scenario.horizon.instant(0, 10 * HOUR),
        end=scenario.horizon.instant(1),
        shifts=Shifts(codes=frozenset({"E", "L"})),
    )
    bus = Shift(code="BUS", spans=(Span(start=15 * HOUR, end=22 * HOUR),))
    added = replace(closed, effect=Effect.ADDED, shifts=Shifts(), made=bus, priority=1)
    return plans(scenario, schedule, closed, added, now=9 * HOUR)


def test_cut_and_replaced_duties_are_told_apart() -> None:
    told = texts(closed_line())
    assert (
        "votre service E (06:00–14:00) est écourté et devient E≤10:00 (06:00–10:00).\nMotif"
        in (told["A"])
    ), "the sign-on is past"
    assert "au lieu de L (14:00–22:00), vous assurez BUS (15:00–22:00)" in told["C"]
    assert "Motif : incident d'exploitation." in told["C"]


def test_who_comes_first_is_told_first() -> None:
    found = closed_line()
    told = messages(found, found.plan("fewest"), "fr")
    assert [one.before for one in told] == sorted(one.before for one in told)
    assert [one.person for one in told] == ["A", "C"]


def rested(scenario: Scenario, schedule: Schedule, *incident: Disruption) -> Replanning:
    """Return the plans where rest may be called on at a price."""
    rules = tuple(
        replace(rule, must=False, level=6) if rule.key == "recall_rule" else rule  # type: ignore[type-var]
        for rule in scenario.rules
    )
    return plans(replace(scenario, rules=rules), schedule, *incident)


def test_work_on_a_day_of_rest_is_an_offer_unless_the_person_volunteered() -> None:
    scenario, schedule = service("E E E E\n. . . .", E=1)
    ill = away(scenario, "A", 3)
    found = rested(scenario, schedule, ill)
    changes = {one.person: one for one in found.plan("most").modifications}
    assert (changes["B"].kind, changes["B"].consent) == (Change.FROM_REST, "asked")
    told = {one.person: one.text for one in messages(found, found.plan("most"), "fr")}
    assert "vous étiez en repos ; le service E (06:00–14:00) vous est proposé." in told["B"]
    assert "Votre accord est nécessaire, rien ne change sans lui" in told["B"]
    agreed = replace(ill, effect=Effect.VOLUNTEER, people=People(ids=frozenset({"B"})))
    found = plans(scenario, schedule, ill, agreed)
    told = {one.person: one.text for one in messages(found, found.plan("most"), "fr")}
    assert "Vous vous êtes déclaré(e) volontaire" in told["B"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Change)
def test_every_kind_has_its_sentence(sick: Replanning, kind: Change, language: str) -> None:
    one = sick.plan("balanced").modifications[1]
    gone = (Change.ABSENT, Change.FREED, Change.RESTORED, Change.TO_REST)
    for after in (Post(shift="L"), None) if kind in gone else (Post(shift="L"),):
        changed = replace(one, kind=kind, before=Post(shift="R"), after=after)
        text = change_text(sick.scenario, changed, language)
        assert "L (14:00–22:00)" in text or "R (06:00–14:00)" in text


def test_the_sheet_holds_a_row_for_each_person(sick: Replanning, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_plan(sick, "balanced", path, language="fr")
    rows = table(openpyxl.load_workbook(path)["Messages"])
    assert {row["Agent"]: row["Message"] for row in rows} == texts(sick)
    assert [row["N°"] for row in rows] == [1, 2]
