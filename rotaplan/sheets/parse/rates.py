"""How often people of each team are away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rotaplan.domain.people import Person
from rotaplan.problem import Problems, nearest
from rotaplan.sheets import headings
from rotaplan.sheets.records import records
from rotaplan.sheets.structure import Sheet


def read_rates(sheet: Sheet, people: Iterable[Person], problems: Problems) -> Mapping[str, float]:
    """Return the chance of absence by team, as it is written in the sheet of people.

    A row for everybody stands under an empty text: it means all teams without one of their own.
    """
    teams = {headings.fold(one.team): one.team for one in people if one.team}
    found: dict[str, float] = {}
    rows: dict[str, str] = {}
    for record in records(sheet, problems):
        written = record.get("team")
        team = teams.get(headings.fold(written))
        if team is None and headings.meaning("everybody", written):
            team = ""
        if team is None:
            suggestion = nearest(written, teams.values())
            known = tuple(sorted(teams.values())) or ("–",)
            record.add("rate-team", "team", found=written, known=known, suggestion=suggestion)
        elif team in found:
            record.add("rate-twice", "team", found=written, other=rows[team])
        else:
            found[team], rows[team] = record.get("rate"), str(record.cell("team"))
    return found
