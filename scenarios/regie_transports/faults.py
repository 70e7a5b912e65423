"""Faults of a careless file, planted one by one in sale.xlsx, each with its cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from book import Sheet, Value

Fault = tuple[Sheet, int, int, str]
"""Sheet, row and column (from 1), and the code of the problem."""
_HEADING_ROWS = 1


def plant(content: list[Sheet]) -> list[dict[str, str]]:
    """Spoil the sheets, and return what a reader should find, in the order of the sheets."""
    by_name = {sheet.name: sheet for sheet in content}
    planted = [
        *_people(by_name["Agents"], by_name["Compétences"]),
        *_work(by_name["Postes"], by_name["Besoins"]),
        *_days(by_name["Absences"], by_name["Souhaits"], by_name["Fixes"]),
        *_rules(by_name["Règles"]),
        *_history(by_name["Historique"], by_name["Agents"]),
    ]
    expected = [
        {"sheet": sheet.name, "cell": f"{_letters(column)}{row}", "problem": code}
        for sheet, row, column, code in planted
    ]
    content.append(Sheet("Feuil2", ["brouillon"], [["à reprendre"]]))
    expected.append({"sheet": "Feuil2", "cell": "", "problem": "sheet-unknown"})
    return expected


def _set(sheet: Sheet, identity: Value, heading: str, value: Value, problem: str) -> Fault:
    """Spoil one cell of the first row with an identity."""
    at = next(at for at, row in enumerate(sheet.rows) if row[0] == identity)
    sheet.rows[at][sheet.column(heading) - 1] = value
    return sheet, at + 1 + _HEADING_ROWS, sheet.column(heading), problem


def _append(sheet: Sheet, heading: str, problem: str, **values: Value) -> Fault:
    """Add a row with the values named (headings with ``_`` for a space), one of them at fault."""
    row: list[Value] = [None] * len(sheet.headings)
    for name, value in values.items():
        row[sheet.column(name.replace("_", " ")) - 1] = value
    sheet.rows.append(row)
    return sheet, len(sheet.rows) + _HEADING_ROWS, sheet.column(heading), problem


def _people(agents: Sheet, skills: Sheet) -> Iterator[Fault]:
    yield _set(agents, "REG-044", "Quotité", 80, "share-out-of-range")
    yield _set(agents, "REG-052", "Heures hebdo", "17h3O", "duration-unreadable")
    yield _set(agents, "REG-061", "Apte nuit", "peut-être", "flag-unreadable")
    yield _append(
        *(agents, "Matricule", "person-duplicate"), Matricule="REG-023", Équipe="mixte", Quotité=1.0
    )
    agents.headings.append("Casier")
    for at, row in enumerate(agents.rows):
        row.append(100 + at)
    yield agents, 1, len(agents.headings), "column-unknown"
    licence = next(at for at, row in enumerate(skills.rows) if row[:2] == ["REG-070", "LIC:D"])
    skills.rows[licence][3] = dt.date(2019, 5, 31)
    yield skills, licence + 1 + _HEADING_ROWS, skills.column("Valide au"), "validity-reversed"
    yield _append(skills, "Agent", "person-unknown", Agent="REG-O12", Compétence="LIGNE:L4")


def _work(posts: Sheet, demand: Sheet) -> Iterator[Fault]:
    yield _set(posts, "L2-03", "TTE (min)", 404, "worked-time-differs")
    yield _set(posts, "L5-02", "Début", "06h75", "clock-impossible")
    yield _set(posts, "L4-06", "Nature", "aprem", "word-unknown")
    yield _append(
        *(posts, "Code", "code-duplicate"),
        Code="T2-05",
        Début="12:00",
        Fin="19:20",
        Nature="après-midi",
    )
    yield _set(demand, "L1-04", "Min", 2, "min-above-max")
    yield _set(demand, "L3-03", "Jour", "lu-vn", "days-unknown")
    # What the spreadsheet makes of "1-2".
    yield _set(demand, "RJ", "Cible", dt.date(2027, 2, 1), "number-mangled")
    yield _append(demand, "Code", "code-unknown", Code="L7-01", Jour="lu-ve", Cible=1)


def _days(absences: Sheet, wishes: Sheet, pins: Sheet) -> Iterator[Fault]:
    away = next(row for row in absences.rows if row[3] == "CA")
    yield _append(
        absences, "Du", "absence-overlap", Agent=away[0], Du=away[2], Au=away[2], Code="RTT"
    )
    free = iter(_never_away(absences, 4))
    yield _append(absences, "Du", "date-ambiguous", Agent=next(free), Du="3/4/27", Code="RTT")
    yield _append(absences, "Du", "date-impossible", Agent=next(free), Du="31/02/2027", Code="CA")
    yield _append(
        *(absences, "Au", "dates-reversed"),
        Agent=next(free),
        Du=dt.date(2027, 3, 19),
        Au=dt.date(2027, 3, 12),
        Code="CA",
    )
    yield _append(
        absences, "Code", "absence-works", Agent=next(free), Du=dt.date(2027, 3, 9), Code="L1-01"
    )
    yield _append(
        *(wishes, "Agent", "person-unknown"),
        Agent="REG-212",
        Date=dt.date(2027, 3, 14),
        Souhait="repos",
    )
    yield _append(
        *(wishes, "Souhait", "shifts-unknown"),
        Agent="REG-015",
        Date=dt.date(2027, 3, 11),
        Souhait="pas L9-01",
    )
    yield _append(pins, "Code", "pin-on-absence", Agent=away[0], Date=away[1], Code="RJ")


def _never_away(absences: Sheet, count: int) -> list[str]:
    """Return some drivers without any absence."""
    away = {row[0] for row in absences.rows}
    return [one for number in range(1, 113) if (one := f"REG-{number:03d}") not in away][:count]


def _rules(rules: Sheet) -> Iterator[Fault]:
    yield _append(rules, "Règle", "rule-unknown", Règle="Repos quotidein", Min="11:00")
    yield _append(
        *(rules, "Min", "min-above-max"),
        Règle="Jours travaillés consécutifs",
        Min=6,
        Max=2,
        Statut="souple",
    )
    yield _append(
        *(rules, "Valeur", "rule-parameter-unknown"),
        Règle="Équilibre des postes",
        Postes="tardif",
        Valeur="tolerence=1",
        Statut="souple",
    )
    yield _append(
        rules, "Qui", "people-unknown", Règle="Amplitude", Qui="équipe:métro", Max="12:00"
    )


def _history(history: Sheet, agents: Sheet) -> Iterator[Fault]:
    missing = next(row for row in history.rows if row[0] == "REG-057")
    history.rows.remove(missing)
    where = next(at for at, row in enumerate(agents.rows) if row[0] == "REG-057")
    yield agents, where + 1 + _HEADING_ROWS, agents.column("Matricule"), "history-missing"
    row = next(at for at, row in enumerate(history.rows) if row[0] == "REG-030")
    column = len(history.headings)
    history.rows[row][column - 1] = "L1-99"
    yield history, row + 1 + _HEADING_ROWS, column, "code-unknown"


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
