"""One model for what comes before a search, the search and its reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rotaplan import Settings
from rotaplan.api import foresee, polish, solve
from rotaplan.domain.scenario import Scenario, Wish
from rotaplan.model import build as building
from rotaplan.model.build import Model, build
from tests.solve.small import row, scenario


def wanted() -> Scenario:
    """Two people of whom one has to work on each day, both wishing the first one off."""
    wishes = (Wish(person="A", day=0), Wish(person="B", day=0))
    rules = [row("cover_minimum", must=True), row("requests", must=False, level=6, weight=1)]
    return scenario(2, 2, {"E": 1}, rules, wishes=wishes)


def test_each_step_asks_for_the_model_of_the_same_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Building takes seconds for a large service: it is done once."""
    built: list[Scenario] = []
    made = building._built

    def count(asked: Scenario) -> Model:
        built.append(asked)
        return made(asked)

    monkeypatch.setattr(building, "_last", [])
    monkeypatch.setattr(building, "_built", count)
    asked = wanted()
    assert not foresee(asked, Settings(seconds=10)).impossible
    _, told = polish(solve(asked, Settings(seconds=1, reproducible=True)))
    assert told.refusals
    assert [one is asked for one in built] == [True]


def test_a_question_that_has_changed_is_built_anew() -> None:
    """An equal one too: what is written in it may be told by other words."""
    asked = wanted()
    assert build(asked) is build(asked)
    assert build(replace(asked)) is not build(asked)
    fewer = replace(asked, people=asked.people[:1])
    assert len(build(fewer).frame.scenario.people) == 1
