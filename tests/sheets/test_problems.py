"""Problems as lines: each once, and what is the same in cells below each other once too."""

from __future__ import annotations

from rotaplan.problem import Cell, Problem
from rotaplan.sheets.problems import render, render_all


def aside(shift: str, row: int, column: int = 1, sheet: str = "Besoins") -> Problem:
    cell = Cell(sheet=sheet, row=row, column=column)
    facts = {"shift": shift}
    return Problem(code="rotation-need-aside", cell=cell, facts=facts, severity="notice")


def test_the_same_in_cells_below_each_other_is_said_once() -> None:
    found = [aside("NT", row) for row in range(23, 51)] + [aside("K1", row) for row in (51, 52)]
    first, second = render_all(found, "fr")
    assert first == render(found[0], "fr").replace("Besoins!A23", "Besoins!A23:A50")
    assert second.startswith("Besoins!A51:A52 ")


def test_other_places_and_other_words_are_said_apart() -> None:
    found = [
        aside("NT", 2),
        aside("NT", 4),
        aside("NT", 5, column=2),
        aside("NT", 6, column=2, sheet="Postes"),
        aside("K1", 7, column=2, sheet="Postes"),
        Problem(code="rotation-needs"),
        Problem(code="rotation-needs"),
    ]
    assert list(render_all(found, "fr")) == [render(one, "fr") for one in found]


def test_nothing_is_said_of_nothing() -> None:
    assert list(render_all([], "en")) == []
