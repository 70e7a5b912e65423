"""The page for whoever decides, and the plans side by side: day 0 is Monday 1 February 2027."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from rotaplan.api import write_plan
from rotaplan.domain.disruption import Disruption, Effect
from rotaplan.domain.people import People
from rotaplan.domain.scenario import Scenario
from rotaplan.domain.schedule import Schedule
from rotaplan.domain.work import Shift, Shifts, Span
from rotaplan.replanning import Replanning
from rotaplan.text import LANGUAGES, say
from rotaplan.write.causes import causes
from rotaplan.write.comparison import SECTIONS, open_posts
from rotaplan.write.note import PARTS, note
from rotaplan.write.sentences import quantity
from tests.replanning.test_plans import HOUR, away, plans, service


@pytest.fixture(scope="module")
def sick() -> Replanning:
    """Return the plans for A, away on Thursday: nobody is in reserve, B and C rest."""
    scenario, schedule = service("E E E E\nL . . .\n. . . .", E=1, L=0)
    return plans(scenario, schedule, away(scenario, "A", 3))


def text(found: Replanning, part: str, name: str = "fewest") -> str:
    return "\n".join(note(found, found.plan(name), "fr")[part])


def test_the_situation_is_that_in_which_nothing_is_decided(sick: Replanning) -> None:
    assert text(sick, "situation").split("\n") == [
        "Au lun. 1 févr. 07:00, une perturbation nouvelle touche le planning publié.",
        (
            "Si rien n'est décidé, une place reste à pourvoir sur 4 (lun. 1 févr. – jeu. 4 févr.),"
            " dont 1 sous le minimum."
        ),
        "L'incident lui-même concerne une personne, à prévenir quoi qu'on décide.",
    ]


def test_who_could_be_recalled_is_an_option_with_its_cost(sick: Replanning) -> None:
    decision = text(sick, "decision")
    assert "Une place reste à pourvoir : E jeu. 4 févr.\n" in decision
    assert "seulement avec l'accord de la personne" in decision
    assert "B (préavis 71 h, 8 h de travail, 16 h dans la semaine)" in decision
    assert "C (préavis 71 h, 8 h de travail, 8 h dans la semaine)" in decision
    nobody = replace(sick.plan("fewest"), recalls=())
    told = note(sick, nobody, "fr")["decision"]
    assert "personne en repos ne pourrait être rappelé" in told[-1]


def test_recalls_that_the_page_leaves_out_are_counted(sick: Replanning) -> None:
    plan = sick.plan("fewest")
    one = plan.recalls[0]
    more = tuple(replace(one, need=replace(one.need, day=day)) for day in range(6))
    horizon = replace(sick.scenario.horizon, days=6)
    longer = replace(sick, scenario=replace(sick.scenario, horizon=horizon))
    told = note(longer, replace(plan, recalls=more[:4]), "fr")["decision"]
    assert "autres postes" not in told[-1]
    told = note(longer, replace(plan, recalls=more), "fr")["decision"]
    assert told[-1].startswith("2 autres postes auraient des rappels possibles")


def test_a_plan_that_holds_everything_asks_for_no_recall() -> None:
    scenario, schedule = service("E E E\nR R R", E=1, R=0)
    found = plans(scenario, schedule, away(scenario, "A", 1))
    assert "Tous les postes sont tenus" in text(found, "decision", "balanced")
    assert "Prévenir 2 personnes, la première avant mar. 2 févr. 06:00" in text(
        found, "decision", "balanced"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_says_something_in_both_languages(sick: Replanning, language: str) -> None:
    told = note(sick, sick.plan("fewest"), language)
    assert tuple(told) == PARTS
    assert all(told.values())
    here = say(language, "note-here")
    assert sum(here in sentence for sentence in told["options"]) == 1
    assert len(told["options"]) == len(sick.alternatives)


def test_prices_of_changes_tell_notice_as_time() -> None:
    assert quantity("change_cost", 1520) == "25 h 20"
    assert quantity("reachable", 375) == "6 h 15"


# Causes


def asked() -> tuple[Scenario, Schedule]:
    return service("E E\nL L", E=1, L=1)


def at(scenario: Scenario, effect: Effect, **given: object) -> Disruption:
    start, end = scenario.horizon.instant(0, 10 * HOUR), scenario.horizon.instant(1, 4 * HOUR)
    return Disruption(effect=effect, **{"start": start, "end": end, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("effect", [one for one in Effect if one is not Effect.VOLUNTEER])
def test_every_effect_has_its_sentence(effect: Effect, language: str) -> None:
    scenario, _ = asked()
    made = Shift(code="BUS", spans=(Span(start=900, end=1320),))
    given = {"made": made} if effect is Effect.ADDED else {}
    one = at(scenario, effect, people=People(ids=frozenset({"A"})), **given)
    (sentence,) = causes([one], scenario, language)
    assert sentence.endswith(".")
    assert sentence != next(causes([at(scenario, Effect.ABSENT)], scenario, language))


def test_causes_name_times_words_and_amounts_and_no_reason_of_an_absence() -> None:
    scenario, _ = asked()
    ill = replace(
        away(scenario, "A", 0), told=(("type", "maladie"), ("target", "A"), ("note", "grippe"))
    )
    line = at(scenario, Effect.CLOSED, shifts=Shifts(tags=frozenset({"t1"}), text="ligne T1"))
    bus = Shift(code="BUS", spans=(Span(start=900, end=1320),))
    tram = replace(bus, code="TRAM")
    found = [
        ill,
        replace(line, estimated=True),
        at(scenario, Effect.ADDED, made=bus, count=2),
        at(scenario, Effect.ADDED, made=tram, end=scenario.horizon.instant(2)),
        at(scenario, Effect.VOLUNTEER),
        at(scenario, Effect.DEMAND, shifts=Shifts(codes=frozenset({"E"})), factor=Fraction(1, 2)),
        at(scenario, Effect.LATE, minute=375, end=None),
        at(scenario, Effect.ABSENT, end=scenario.horizon.instant(2)),
    ]
    assert list(causes(found, scenario, "fr")) == [
        "A : absence, lun. 1 févr.",
        (
            "ligne T1 : interruption ou fermeture, lun. 1 févr. 10:00 – mar. 2 févr. 04:00 "
            "(fin estimée) ; les services en cours sont écourtés, les autres supprimés."
        ),
        "4 services ajoutés (BUS, TRAM), lun. 1 févr., mar. 2 févr.",
        "E : besoin ×1/2, lun. 1 févr. 10:00 – mar. 2 févr. 04:00.",
        "A, B : pas de prise de service avant 06:15, depuis lun. 1 févr. 10:00, fin inconnue.",
        "A, B : absence, lun. 1 févr. 10:00 – mar. 2 févr. 24:00.",
    ]


# The plans side by side


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_shows_every_figure_of_every_plan(
    sick: Replanning, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "plan.xlsx"
    write_plan(sick, "fewest", path, language=language)  # type: ignore[arg-type]
    sheet = openpyxl.load_workbook(path)[say(language, "out-sheet-comparison")]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True) if row[0]}
    everything = [sick.untouched, *(one.figures for one in sick.alternatives)]
    for lines in SECTIONS.values():
        for line in lines:
            shown = rows.get(say(language, f"replan-row-{line.key}"))
            values = [line.value(one) for one in everything]
            if shown is None:
                assert line.key.startswith("notice-")
                assert not any(values)
            elif line.unit != "minutes":
                assert list(shown) == values
    here = rows[say(language, "out-comparison-which")]
    assert here[1] == say(language, "out-comparison-here")


def test_what_stays_open_is_told_post_by_post(sick: Replanning, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_plan(sick, "fewest", path, language="fr")
    sheet = openpyxl.load_workbook(path)["Comparaison"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True) if row[0]}
    ((need, missing),) = open_posts(sick).items()
    assert (need.shift, need.day) == ("E", 3)
    assert missing == tuple([1] * (1 + len(sick.alternatives)))
    assert rows["jeu. 4 févr. · E (06:00–14:00) · priorité 2"] == missing


def test_the_note_is_one_page(sick: Replanning, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_plan(sick, "fewest", path, language="fr")
    sheet = openpyxl.load_workbook(path)["Note"]
    assert (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
        "portrait",
        True,
    )
    shown = [row[0] for row in sheet.iter_rows(values_only=True) if row[0]]
    for part, sentences in note(sick, sick.plan("fewest"), "fr").items():
        assert say("fr", f"out-note-{part}") in shown
        assert all(f"• {sentence}" in shown for sentence in sentences)
