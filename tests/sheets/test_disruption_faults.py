"""The sheet of disruptions: each fault with its cell, and what may not be meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.sheets.books import places
from tests.sheets.incidents import COLUMNS, event, reading


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        (event("météorite", "M"), "word-unknown", "type"),
        (event(None, "M"), "cell-required", "type"),
        (event("fermeture", "M", start=None), "cell-required", "start"),
        (event("fermeture", "M", start="mardi"), "moment-unreadable", "start"),
        (event("fermeture", "M", end="32/03/2027"), "date-impossible", "end"),
        (event("fermeture", "M", end="10/03/2027 10:39"), "dates-reversed", "end"),
        (event("fermeture", "M", end="10/03/2027 10:40"), "dates-reversed", "end"),
        (event("absence", "007", end="09/03/2027"), "dates-reversed", "end"),
        (event("fermeture", "M", known="hier"), "moment-unreadable", "known"),
        (event("fermeture", "M", certainty="bof"), "word-unknown", "certainty"),
        (event("fermeture"), "disruption-incomplete", "target"),
        (event("fermeture", "T9"), "shifts-unknown", "target"),
        (event("suppression", "007"), "shifts-unknown", "target"),
        (event("absence"), "disruption-incomplete", "target"),
        (event("absence", "999"), "people-unknown", "target"),
        (event("absence", "007; Norrd"), "people-unknown", "target"),
        (event("retard", "007"), "disruption-incomplete", "effect"),
        (event("retard", "007", effect="60 min"), "disruption-delay", "effect"),
        (event("retard", "007", effect="retard 1 h"), "disruption-delay", "effect"),
        (event("delay", "007", effect="+1h30"), "disruption-delay", "effect"),
        (event("retard", "007", effect="tard"), "disruption-sign-on", "effect"),
        (event("retard", "007", effect="06:15", site="Dépôts Nord"), "site-unknown", "site"),
        (event("habilitation perdue", "007"), "disruption-incomplete", "effect"),
        (event("habilitation perdue", "007", effect="LIC:C"), "skill-unknown", "effect"),
        (event("habilitation perdue", "007", skills="LIC:C"), "skill-unknown", "skills"),
        (event("horaires modifiés", "M"), "disruption-incomplete", "hours"),
        (event("horaires modifiés", "M", hours="7h"), "hours-unreadable", "hours"),
        (
            event("horaires modifiés", "M", hours="7h-8h/9h-10h/11h-12h"),
            "hours-unreadable",
            "hours",
        ),
        (event("horaires modifiés", "M", hours="7h-25h99"), "clock-impossible", "hours"),
        (event("ajout", "BR-1"), "disruption-added", "target"),
        (
            event("ajout", "BR-1", hours="12:00-19:00", skills="LIC:D; FC0"),
            "skill-unknown",
            "skills",
        ),
        (event("ajout", "BR-1", hours="12:00-19:00", effect="-1"), "disruption-count", "effect"),
        (
            event("ajout", "BR-1", hours="12:00-19:00", priority=9),
            "number-out-of-range",
            "priority",
        ),
        (event("ajout", "M", hours="07:00-14:15"), "disruption-code-taken", "target"),
        (event("ajout", "M", skills="LIC:D"), "disruption-code-taken", "target"),
        (event("ajout", "RH", hours="7h-9h"), "disruption-code-taken", "target"),
        (event("ajout", "repos", hours="7h-9h"), "disruption-code", "target"),
        (event("ajout", "B1; B2", hours="7h-9h"), "disruption-code", "target"),
        (event("ajout", "B1≤9", hours="7h-9h"), "disruption-code", "target"),
        (event("besoin", "M"), "disruption-incomplete", "effect"),
        (event("besoin", "M", effect="moins"), "disruption-change", "effect"),
        (event("besoin", "M", effect="+0"), "disruption-change", "effect"),
        (event("besoin", "M", effect="×-0,5"), "disruption-factor", "effect"),
        (event("besoin", "M", effect="-120 %"), "disruption-factor", "effect"),
        (event("besoin", "M", effect=-0.5), "disruption-factor", "effect"),
        (event("besoin", "M", effect="×1000"), "disruption-factor", "effect"),
        (event("service réduit"), "disruption-incomplete", "effect"),
        (event("service réduit", effect="niveau 3"), "day-kind-unknown", "effect"),
        (event("service réduit", effect="week-end"), "day-kind-unknown", "effect"),
    ],
)
def test_a_fault_is_named_with_its_cell(
    tmp_path: Path, cells: dict[str, Any], code: str, column: str
) -> None:
    found = reading(tmp_path, cells)
    errors = [p for p in found.problems if p.severity == "error"]
    assert places(errors) == [(code, f"Perturbations!{COLUMNS[column]}2")]
    assert found.scenario is None


@pytest.mark.parametrize(
    ("cells", "suggestion"),
    [
        (event("absence", "Norrd"), "Nord"),
        (event("absence", "Ane Petit"), "Anne Petit"),
        (event("fermeture", "soll"), "sol"),
        (event("fermeture", "Dépô"), "Dépôt"),
        (event("fermetur", "M"), "fermeture"),
        (event("habilitation perdue", "007", effect="LIC:E"), "LIC:D"),
        (event("service réduit", effect="niveau 3"), "niveau 2"),
    ],
)
def test_what_was_meant_is_suggested(
    tmp_path: Path, cells: dict[str, Any], suggestion: str
) -> None:
    found = reading(tmp_path, cells)
    assert [p.facts.get("suggestion") for p in found.problems if p.severity == "error"] == [
        suggestion
    ]


def test_a_code_belongs_to_one_duty(tmp_path: Path) -> None:
    first = event("ajout", "BR-1", end="13/03", hours="12h-19h")
    found = reading(tmp_path, first, {**first, "hours": "12:15-19:00"})
    assert places(found.problems) == [("disruption-code-taken", "Perturbations!G3")]
    assert found.problems[0].facts["other"] == "Perturbations!G2"


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        (event("fermeture", "M", start="01/05/2027"), "date-off-horizon", "start"),
        (event("absence", "007", start="01/02/2027"), "date-off-horizon", "start"),
        (event("fermeture", "RH"), "disruption-idle", "target"),
        (event("absence", "007; sauf 007"), "disruption-idle", "target"),
        (event("retard", "007", effect="1 h"), "disruption-early", "effect"),
        (event("retard", "007", effect=dt.time(1)), "disruption-early", "effect"),
        (event("absence", "007", hours="7h-9h"), "disruption-unused", "hours"),
        (event("fermeture", "M", priority=2), "disruption-unused", "priority"),
        (event("besoin", "M", effect="2"), "disruption-unsigned", "effect"),
        (event("besoin", "M", effect=2), "disruption-unsigned", "effect"),
        (event("ajout", "BR-1", hours="7h-9h", site="Gare"), "site-unknown", "site"),
    ],
)
def test_what_may_not_be_meant_is_a_warning(
    tmp_path: Path, cells: dict[str, Any], code: str, column: str
) -> None:
    found = reading(tmp_path, cells)
    warnings = [p for p in found.problems if p.severity == "warning"]
    assert places(warnings) == [(code, f"Perturbations!{COLUMNS[column]}2")]
    assert len(found.disruptions) == 1


def test_all_faults_are_collected_at_once(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        event("absence", "999", end="demain"),
        event("ajout", "X1", end="13/03", hours="7h", effect="0", skills="LIC:X"),
    )
    assert places(found.problems) == [
        ("moment-unreadable", "Perturbations!D2"),
        ("people-unknown", "Perturbations!G2"),
        ("disruption-count", "Perturbations!H3"),
        ("hours-unreadable", "Perturbations!I3"),
        ("skill-unknown", "Perturbations!J3"),
    ]
